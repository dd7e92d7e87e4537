"""The page that opens the report: what a leader asks first."""

from collections.abc import Callable
from itertools import groupby

from markupsafe import Markup

from selaras.report import combinations, courses, marks, places
from selaras.report.card import Card, Page, Table, Tile, drawn_rows, legend
from selaras.report.read import Published
from selaras.report.speech import Speech
from selaras.warehouse import Row

COVERAGE = {"reached": "teal", "leaked": "red", "missed": "amber", "open": "sand"}
WAITING = {"1": "sage", "2-4": "amber", "5+": "red"}


def overview(published: Published, speech: Speech) -> Page:
    """The first page, from the figures of the week to who has to act."""
    makers: tuple[Callable[[Published, Speech], Card], ...] = (
        combinations.upset,
        combinations.matrix,
        _coverage,
        _budget,
        courses.changes,
        courses.trend,
        places.tile_map,
        _waiting,
        _errors,
    )
    return Page(
        "index.html",
        speech("title_overview"),
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
    """What somebody in a hurry has to know, in sentences."""
    by_coverage = _sums(published.figures["coverage_by_decile"].rows, "coverage", "verdict_count")
    cases = _sums(published.figures["waiting"].rows, "agency", "case_count")
    names = {row["agency"]: row for row in published.figures["waiting"].rows}
    told = [
        speech(f"told_{name}", count=speech.number(by_coverage[name]))
        for name in ("missed", "leaked", "open")
        if by_coverage.get(name)
    ]
    if cases:
        most = max(cases, key=lambda name: (cases[name], str(name)))
        told.append(
            speech(
                "told_waiting",
                count=speech.number(sum(cases.values())),
                most=speech.number(cases[most]),
                agency=speech.of(names[most], "agency"),
            )
        )
    return tuple(told)


def _sums(found: list[Row], by: str, what: str) -> dict[object, int]:
    """What is told of each, added up; hidden cells are in no sum."""
    sums: dict[object, int] = {}
    for row in found:
        if row[what] is not None:
            sums[row[by]] = sums.get(row[by], 0) + int(str(row[what]))
    return sums


def _coverage(published: Published, speech: Speech) -> Card:
    """Verdicts beside the lists, by decile."""
    found = published.figures["coverage_by_decile"].rows
    words = {row["coverage"]: speech.of(row, "coverage") for row in found}
    names, stacks, rows = [], [], []
    for _, group in groupby(found, key=lambda row: row["decile_key"]):
        cells = {row["coverage"]: row for row in group}
        first = next(iter(cells.values()))
        title = speech.of(first, "title")
        counts = {name: cells[name]["verdict_count"] if name in cells else 0 for name in COVERAGE}
        names.append(str(first["national_decile"] or "?"))
        stacks.append(
            [
                marks.Part(float(count or 0), COVERAGE[name], f"{title}: {speech.number(count)}")
                for name, count in counts.items()
            ]
        )
        rows.append((title, *(speech.number(counts[name]) for name in COVERAGE)))
    most = max((sum(part.size for part in stack) for stack in stacks), default=0)
    ticks = [(at, speech.number(round(at))) for at in marks.ticks_to(most)]
    shown = [(COVERAGE[name], words.get(name, name)) for name in COVERAGE]
    return Card(
        "coverage",
        speech("fig_coverage_by_decile"),
        speech("lead_coverage"),
        legend(shown) + marks.columns(names, stacks, ticks),
        Table((speech("decile"), *(text for _, text in shown)), tuple(rows)),
        ("coverage_by_decile",),
    )


def _budget(published: Published, speech: Speech) -> Card:
    """What the lists grant per month, by programme."""
    found = [row for row in published.figures["budget"].rows if row["monthly_amount"]]
    most = max((float(str(row["monthly_amount"])) for row in found), default=0)
    colours = {"central": "teal", "province": "blue"}
    drawn = [
        (
            _link(f"programme-{row['programme_id']}.html", speech.of(row, "title")),
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
            speech.rupiah(row["monthly_amount"]) if row["monthly_amount"] else speech("unknown"),
            speech.rupiah(row["paid_amount"]) if row["paid_amount"] else speech("unknown"),
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
            [speech(each) for each in ("programme", "monthly_amount", "monthly_amount")],
            drawn,
        ),
        Table(tuple(speech(name) for name in headings), tuple(rows), 2),
        ("budget",),
    )


def _waiting(published: Published, speech: Speech) -> Card:
    """Cases that wait, by the agency that has to act and how long they do."""
    found = published.figures["waiting"].rows
    drawn, rows, sums = [], [], _sums(found, "agency", "case_count")
    most = max(sums.values(), default=0)
    for agency, group in groupby(found, key=lambda row: row["agency"]):
        cells = {str(row["weeks_waiting"]): row for row in group}
        title = speech.of(next(iter(cells.values())), "agency")
        counts = {name: cells[name]["case_count"] if name in cells else 0 for name in WAITING}
        parts = [marks.Part(float(counts[name] or 0), WAITING[name]) for name in WAITING]
        whole = sums.get(agency)
        drawn.append(
            (
                _link(f"agency-{agency}.html", title),
                marks.bar(parts, most),
                speech.number(whole),
            )
        )
        rows.append((title, *(speech.number(counts[name]) for name in WAITING)))
    shown = [(WAITING[name], speech(f"weeks_{name[0]}")) for name in WAITING]
    return Card(
        "waiting",
        speech("fig_waiting"),
        speech("lead_waiting"),
        legend(shown)
        + drawn_rows(
            speech("fig_waiting"), [speech(each) for each in ("agency", "cases", "cases")], drawn
        ),
        Table((speech("agency"), *(text for _, text in shown)), tuple(rows)),
        ("waiting",),
    )


def _errors(published: Published, speech: Speech) -> Card:
    """How wrong lists are by what visits found, with intervals; words where nobody went."""
    found = published.figures["targeting_error"].rows
    known = [row for row in found if row["error_share"] is not None]
    if not known:
        body = Markup('<p class="empty">{}</p>').format(speech("no_audit"))
        return Card(
            "errors", speech("fig_targeting_error"), "", body, figures=("targeting_error",)
        )
    most = max(float(str(row["upper_limit"])) for row in known)
    drawn, rows = [], []
    for row in known:
        name = f"{speech.of(row, 'measure')} · {row['city_name'] or speech('jakarta')}"
        low, high = (speech.percent(row[end]) for end in ("lower_limit", "upper_limit"))
        ends = (float(str(row[each])) for each in ("error_share", "lower_limit", "upper_limit"))
        drawn.append((name, marks.whisker(*ends, most, "red"), speech.percent(row["error_share"])))
        rows.append((name, speech.percent(row["error_share"]), low, high))
    headings = ("error", "share", "lower_limit", "upper_limit")
    return Card(
        "errors",
        speech("fig_targeting_error"),
        speech("lead_targeting_error", day=speech.day(known[0]["list_date"])),  # type: ignore[arg-type]
        drawn_rows(speech("fig_targeting_error"), [speech(each) for each in headings[:3]], drawn),
        Table(tuple(speech(each) for each in headings), tuple(rows)),
        ("targeting_error",),
    )


def _link(file: str, text: str) -> Markup:
    """A link to another page of the same language."""
    return Markup('<a href="{}">{}</a>').format(file, text)
