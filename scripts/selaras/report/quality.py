"""How good the data of each source is, and whether it becomes better."""

from itertools import groupby

from markupsafe import Markup

from selaras.report import marks
from selaras.report.card import Card, Cell, Page, Table
from selaras.report.read import Published
from selaras.report.speech import Speech
from selaras.warehouse import Row


def quality_page(published: Published, speech: Speech) -> Page:
    """All lists beside each other, then what was wrong in each source."""
    issues = published.figures["source_issue"].rows
    by_source = groupby(issues, key=lambda row: row["source"])
    cards = [_lists(published, speech)]
    cards += [_issues(str(source), list(group), published, speech) for source, group in by_source]
    title, lead = speech("title_quality"), speech("lead_quality")
    return Page("quality.html", title, lead, "quality", tuple(cards))


def _lists(published: Published, speech: Speech) -> Card:
    """Age, numbers and matches of every list."""
    rows: list[tuple[Cell, ...]] = []
    found = published.figures["source_week"].rows
    for _, group in groupby(found, key=lambda row: (row["source"], row["table_name"])):
        weeks = list(group)
        now = weeks[-1]
        rows.append(
            (
                speech.of(now, "title"),
                speech.of(now, "agency"),
                _arrived(now, speech),
                speech.number(now["name_count"]),
                _share(now["numbered_share"], speech),
                _course(weeks, "numbered_share"),
                _share(now["matched_share"], speech),
                _course(weeks, "matched_share"),
            )
        )
    names = ("list", "agency", "last_drop", "rows", "numbered", "course", "matched", "course")
    return Card(
        "lists",
        speech("fig_source_week"),
        speech("lead_source_week"),
        table=Table(tuple(speech(name) for name in names), tuple(rows), 3),
        figures=("source_week",),
        size="wide",
        is_open=True,
    )


def _arrived(now: Row, speech: Speech) -> str:
    """When the list last came, and how old it is where that is too old."""
    if now["last_batch_date"] is None:
        return speech("never")
    day = speech.day(now["last_batch_date"])  # type: ignore[arg-type]
    return speech("stale", day=day, days=now["age_days"]) if now["is_stale"] else day


def _share(value: object, speech: Speech) -> str:
    """A share of rows; a list that names nobody has none."""
    return "" if value is None else speech.percent(value)


def _course(weeks: list[Row], column: str) -> Markup:
    """The course of a share."""
    values = [None if week[column] is None else float(str(week[column])) for week in weeks]
    return Markup('<div class="course">{}</div>').format(marks.spark(values, "slate"))


def _issues(source: str, found: list[Row], published: Published, speech: Speech) -> Card:
    """What was repaired, refused or left unmatched in the lists of one source."""
    titles = {
        (row["source"], row["table_name"]): speech.of(row, "title")
        for row in published.figures["source_week"].rows
    }
    agency = next(
        (
            speech.of(r, "agency")
            for r in published.figures["source_week"].rows
            if r["source"] == source
        ),
        source,
    )
    days = sorted({row["as_of_date"] for row in found})  # type: ignore[type-var]
    rows: list[tuple[Cell, ...]] = []
    for _, group in groupby(found, key=lambda row: (row["table_name"], row["kind"], row["issue"])):
        weeks = list(group)
        counts = {week["as_of_date"]: int(str(week["row_count"])) for week in weeks}
        course = marks.spark([float(counts.get(day, 0)) for day in days], "slate")
        now = weeks[0]
        rows.append(
            (
                titles.get((source, now["table_name"]), str(now["table_name"])),
                speech.of(now, "kind"),
                speech.of(now, "issue"),
                speech.number(counts.get(days[-1], 0)),
                Markup('<div class="course">{}</div>').format(course),
            )
        )
    names = ("list", "kind", "issue", "rows_now", "course")
    return Card(
        f"issues-{source}",
        agency,
        speech("lead_source_issue"),
        table=Table(tuple(speech(name) for name in names), tuple(rows), 3),
        figures=("source_issue",),
        size="wide",
        is_open=True,
    )
