"""The agencies: what each was sent, what it answered, what is open."""

from collections.abc import Iterator
from itertools import groupby

from selaras.report import marks
from selaras.report.card import Card, Cell, Page, Table, Tile, drawn_rows, empty, legend, link
from selaras.report.read import Published
from selaras.report.speech import Speech
from selaras.warehouse import Row

STATES = ("agreed", "not_yet_corrected", "already_corrected", "corrected", "rejected")
COLOURS = {"settled": "teal", "unanswered": "amber", "other": "sand"}


def agency_pages(published: Published, speech: Speech) -> Iterator[Page]:
    """The list of agencies, then each that was asked anything or has to act."""
    names = _names(published)
    rows: list[tuple[Cell, ...]] = []
    for name, row in sorted(names.items()):
        waiting = _of(published, "waiting_total", name)
        sent = _sent_in_all(published, name)
        rows.append(
            (
                link(f"agency-{name}.html", speech.of(row, "title")),
                speech.number(waiting[0]["case_count"] if waiting else None),
                speech.number(sent.get("case_count")),
                speech.number(sent.get("answered_count")),
            )
        )
    headings = tuple(speech(each) for each in ("agency", "cases", "sent", "answered"))
    listed = Card(
        "agencies",
        speech("fig_agency_week"),
        speech("lead_agency_week"),
        table=Table(headings, tuple(rows)),
        figures=("agency_week",),
        size="wide",
        is_open=True,
    )
    title, lead = speech("title_agencies"), speech("lead_agencies")
    yield Page("agencies.html", title, lead, "agencies", (listed,))
    for name, row in sorted(names.items()):
        yield _agency(name, row, published, speech)


def _names(published: Published) -> dict[str, Row]:
    """The agencies by their id, with their titles."""
    found = {
        str(row["agency"]): {
            "title_indonesian": row["agency_indonesian"],
            "title_english": row["agency_english"],
        }
        for row in published.figures["waiting_total"].rows
    }
    return found | {str(row["agency_id"]): row for row in published.figures["agency_item"].rows}


def _of(published: Published, figure: str, agency: str) -> list[Row]:
    """The rows of a figure that are about one agency."""
    rows = published.figures[figure].rows
    return [row for row in rows if agency in (row.get("agency_id"), row.get("agency"))]


def _sent_in_all(published: Published, agency: str) -> Row:
    """What an agency was sent in all weeks; empty where it was sent nothing."""
    found = _of(published, "agency_week", agency)
    return next((each for each in found if each["week_on"] is None), {})


def _sum(found: list[Row], column: str) -> int | None:
    """What is told, added up; None where nothing is."""
    known = [int(str(row[column])) for row in found if row[column] is not None]
    return sum(known) if known else None


def _agency(name: str, row: Row, published: Published, speech: Speech) -> Page:
    """The page of one agency."""
    waiting = _of(published, "waiting_total", name)
    sent = _sent_in_all(published, name)
    weeks = [each for each in _of(published, "agency_week", name) if each["week_on"]]
    tiles = (
        Tile(
            speech("cases"),
            speech.number(waiting[0]["case_count"] if waiting else None),
            figure="waiting_total",
        ),
        Tile(
            speech("at_stake"),
            speech.short_rupiah(waiting[0]["monthly_amount"] if waiting else None),
            figure="waiting_total",
        ),
        Tile(speech("sent"), speech.number(sent.get("case_count")), figure="agency_week"),
        Tile(speech("answered"), speech.number(sent.get("answered_count")), figure="agency_week"),
    )
    cards = (
        _items(_of(published, "agency_item", name), speech),
        _weeks(weeks, speech),
        _cases(_of(published, "agency_case", name), speech),
    )
    return Page(
        f"agency-{name}.html",
        speech.of(row, "title"),
        speech("lead_agency"),
        "agencies",
        cards,
        tiles,
    )


def _items(found: list[Row], speech: Speech) -> Card:
    """What it was asked, by kind, and what became of it."""
    if not found:
        return empty("items", "fig_agency_item", "nothing_sent", "agency_item", speech)
    drawn, rows = [], []
    kinds = [list(group) for _, group in groupby(found, key=lambda row: row["kind"])]
    most = max((_sum(kind, "case_count") or 0 for kind in kinds), default=0)
    for kind in kinds:
        whole = _sum(kind, "case_count")
        settled = _sum([row for row in kind if row["state"] in STATES], "case_count") or 0
        left = _sum([row for row in kind if row["state"] == "unanswered"], "case_count") or 0
        parts = [
            marks.Part(settled, COLOURS["settled"]),
            marks.Part(left, COLOURS["unanswered"]),
            marks.Part((whole or 0) - settled - left, COLOURS["other"]),
        ]
        drawn.append((speech.of(kind[0], "kind"), marks.bar(parts, most), speech.number(whole)))
        rows += [
            (speech.of(row, "kind"), speech.of(row, "state"), speech.number(row["case_count"]))
            for row in kind
        ]
    title = speech("fig_agency_item")
    shown = legend((COLOURS[name], speech(f"items_{name}")) for name in COLOURS)
    headings = (speech("asked_for"), speech("state"), speech("items"))
    return Card(
        "items",
        title,
        speech("lead_agency_item"),
        shown + drawn_rows(title, (speech("asked_for"), "", speech("items")), drawn),
        Table(headings, tuple(rows), 2),
        ("agency_item",),
    )


def _weeks(found: list[Row], speech: Speech) -> Card:
    """What was asked for the first time in each week, and how much of it was answered."""
    if not found:
        return empty("weeks", "title_agency_weeks", "nothing_sent", "agency_week", speech)
    columns = ("case_count", "answered_count", "corrected_count", "unanswered_count")
    rows = tuple(
        (
            speech.day(row["week_on"]),  # type: ignore[arg-type]
            *(speech.at_most(row[column]) for column in columns),
        )
        for row in found
    )
    headings = ("week_of", "sent", "answered", "corrected", "unanswered")
    return Card(
        "weeks",
        speech("title_agency_weeks"),
        speech("lead_agency_weeks"),
        table=Table(tuple(speech(each) for each in headings), rows),
        figures=("agency_week",),
        is_open=True,
    )


def _cases(found: list[Row], speech: Speech) -> Card:
    """The cases on which it has to act, by kind and programme."""
    if not found:
        return empty("cases", "fig_agency_case", "no_case", "agency_case", speech)
    rows: list[tuple[Cell, ...]] = [
        (
            speech.of(row, "kind") or speech("leaked"),
            speech.of(row, "programme"),
            speech.day(row["first_seen_on"]),  # type: ignore[arg-type]
            speech.at_most(row["case_count"]),
            "–" if row["case_count"] is None else speech.rupiah(row["monthly_amount"] or 0),
        )
        for row in found
    ]
    headings = ("kind", "programme", "oldest", "cases", "at_stake")
    return Card(
        "cases",
        speech("fig_agency_case"),
        speech("lead_agency_case"),
        table=Table(tuple(speech(each) for each in headings), tuple(rows), 3),
        figures=("agency_case",),
        size="wide",
        is_open=True,
    )
