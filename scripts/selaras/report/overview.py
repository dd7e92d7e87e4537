"""The page that opens the report: what a leader asks first."""

from collections.abc import Callable
from itertools import groupby

from markupsafe import Markup

from selaras.report import combinations, courses, coverage, marks, places
from selaras.report.card import Card, Page, Table, Tile, drawn_rows, legend, link
from selaras.report.read import Published
from selaras.report.speech import Speech
from selaras.warehouse import Row

WAITING = {"1": "sage", "2-4": "amber", "5+": "red"}


def overview(published: Published, speech: Speech) -> Page:
    """The first page, from the figures of the week to who has to act."""
    makers: tuple[Callable[[Published, Speech], Card], ...] = (
        combinations.upset,
        combinations.matrix,
        coverage.by_decile,
        budget,
        courses.changes,
        courses.trend,
        places.tile_map,
        _waiting,
        errors,
    )
    return Page(
        "index.html",
        speech("title_overview", province=published.province),
        speech("lead_overview"),
        "overview",
        tuple(make(published, speech) for make in makers),
        _tiles(published, speech),
        facts=_told(published, speech),
    )


def _tiles(published: Published, speech: Speech) -> tuple[Tile, ...]:
    """The headline figures with their course and the difference to the week before."""
    found = published.figures["headline"].rows
    return tuple(
        _tile(list(weeks), speech) for _, weeks in groupby(found, key=lambda row: row["position"])
    )


def _tile(weeks: list[Row], speech: Speech) -> Tile:
    """One headline figure; `weeks` are in their order."""
    now, values = weeks[-1], [week["value"] for week in weeks]
    is_money = now["unit"] == "rupiah"
    change = speech.change(values[-1], values[-2], is_money) if len(values) > 1 else ""
    return Tile(
        speech.of(now, "title"),
        speech.short_rupiah(now["value"]) if is_money else speech.number(now["value"]),
        speech("since_week", day=speech.short_day(weeks[-2]["as_of_date"])) if change else "",
        change,
        marks.spark(values),
        "headline",
    )


def _told(published: Published, speech: Speech) -> tuple[str, ...]:
    """What somebody in a hurry has to know, in sentences; a hidden figure is no sentence."""
    known = {
        str(row["coverage"]): row["verdict_count"] for row in published.figures["coverage"].rows
    }
    told = [
        speech(f"told_{name}", count=speech.number(known[name]))
        for name in ("missed", "leaked", "open")
        if known.get(name)
    ]
    waiting = [row for row in published.figures["waiting_total"].rows if row["case_count"]]
    if waiting:
        told.append(
            speech(
                "told_waiting",
                agency=speech.of(waiting[0], "agency"),
                count=speech.number(waiting[0]["case_count"]),
            )
        )
    return tuple(told)


def budget(published: Published, speech: Speech) -> Card:
    """What the lists grant per month, by programme."""
    found = [row for row in published.figures["budget"].rows if row["monthly_amount"]]
    most = max((float(str(row["monthly_amount"])) for row in found), default=0)
    colours = {"central": "teal", "province": "blue"}
    drawn = [
        (
            link(f"programme-{row['programme_id']}.html", speech.of(row, "title")),
            marks.bar([marks.Part(row["monthly_amount"], colours[str(row["level"])])], most * 1.02),
            speech.short_rupiah(row["monthly_amount"]),
        )
        for row in found
    ]
    levels = {row["level"]: speech.of(row, "level") for row in found}
    rows = [
        (
            speech.of(row, "title"),
            speech.of(row, "level"),
            speech.number(row["family_count"]),
            speech.money(row, "monthly_amount"),
            speech.money(row, "paid_amount"),
        )
        for row in published.figures["budget"].rows
    ]
    headings = ("programme", "level", "families", "monthly_amount", "paid_amount")
    return Card(
        "budget",
        speech("fig_budget"),
        speech("lead_budget"),
        legend((colours[str(level)], name) for level, name in sorted(levels.items()))
        + drawn_rows(
            speech("fig_budget"),
            (speech("programme"), "", speech("monthly_amount")),
            drawn,
        ),
        Table(tuple(speech(name) for name in headings), tuple(rows), 2),
        ("budget",),
    )


def _waiting(published: Published, speech: Speech) -> Card:
    """Cases that wait, by the agency that has to act and how long they do."""
    cells = {
        (row["agency"], row["weeks_waiting"]): row["case_count"]
        for row in published.figures["waiting"].rows
    }
    totals = published.figures["waiting_total"].rows
    most = max((float(str(row["case_count"] or 0)) for row in totals), default=0)
    drawn, rows = [], []
    for row in totals:
        name, title = row["agency"], speech.of(row, "agency")
        parts = [marks.Part(float(cells.get((name, age)) or 0), WAITING[age]) for age in WAITING]
        rest = float(str(row["case_count"] or 0)) - sum(part.size for part in parts)
        parts.append(marks.Part(rest, "grey"))
        counts = [speech.number(cells.get((name, age))) for age in WAITING]
        drawn.append(
            (
                link(f"agency-{name}.html", title),
                marks.bar(parts, most),
                speech.number(row["case_count"]),
            )
        )
        rows.append((title, speech.number(row["case_count"]), *counts))
    shown = [(WAITING[name], speech(f"weeks_{name[0]}")) for name in WAITING]
    headings = (speech("agency"), speech("cases"), *(text for _, text in shown))
    return Card(
        "waiting",
        speech("fig_waiting"),
        speech("lead_waiting"),
        legend((*shown, ("grey", speech("hidden_age"))))
        + drawn_rows(speech("fig_waiting"), (headings[0], "", headings[1]), drawn),
        Table(headings, tuple(rows)),
        ("waiting",),
    )


def errors(published: Published, speech: Speech) -> Card:
    """How wrong lists are by what visits found, with intervals; words where nobody went."""
    found = published.figures["targeting_error"].rows
    known = [row for row in found if row["error_share"] is not None]
    if not known:
        body = Markup('<p class="empty">{}</p>').format(speech("no_audit"))
        title = speech("fig_targeting_error")
        return Card("errors", title, "", body, figures=("targeting_error",), size="wide")
    most = max(float(str(row["upper_limit"])) for row in known)
    drawn, rows = [], []
    for row in known:
        name = f"{speech.of(row, 'measure')} · {row['city_name'] or published.province}"
        low, high = (speech.percent(row[end]) for end in ("lower_limit", "upper_limit"))
        ends = (float(str(row[each])) for each in ("error_share", "lower_limit", "upper_limit"))
        drawn.append((name, marks.whisker(*ends, most, "red"), speech.percent(row["error_share"])))
        rows.append((name, speech.percent(row["error_share"]), low, high))
    headings = ("error", "share", "lower_limit", "upper_limit")
    return Card(
        "errors",
        speech("fig_targeting_error"),
        speech("lead_targeting_error", day=speech.day(known[0]["list_date"])),  # type: ignore[arg-type]
        drawn_rows(speech("fig_targeting_error"), (speech("error"), "", speech("share")), drawn),
        Table(tuple(speech(each) for each in headings), tuple(rows)),
        ("targeting_error",),
    )
