"""What weeks tell of each other: changes by their cause, and whether the data becomes better."""

from itertools import groupby

from markupsafe import Markup

from selaras.report import marks
from selaras.report.card import Card, Table, empty, legend
from selaras.report.read import Published
from selaras.report.speech import Speech
from selaras.warehouse import Row

CAUSES = {
    "data": "teal",
    "linkage": "blue",
    "rule": "amber",
    "parameter_date": "violet",
    "time": "sage",
    "method": "slate",
    "unexplained": "red",
}


def changes(published: Published, speech: Speech) -> Card:
    """How many verdicts and findings changed each week, by why they did."""
    found = published.figures["change_by_cause"].rows
    if not found:
        return empty("changes", "fig_change_by_cause", "no_week_before", "change_by_cause", speech)
    names = {str(row["cause_kind"]): speech.of(row, "cause") for row in found}
    causes = sorted(names, key=lambda name: (list(CAUSES).index(name), name))
    shown = legend((CAUSES[name], names[name]) for name in causes)
    charts, rows = [], []
    for about in ("verdict", "finding"):
        weeks = [
            (day, {str(row["cause_kind"]): row["change_count"] for row in group})
            for day, group in groupby(
                [row for row in found if row["about"] == about], key=lambda row: row["as_of_date"]
            )
        ]
        if not weeks:
            continue
        stacks = [
            [marks.Part(float(counts.get(name) or 0), CAUSES[name], names[name]) for name in causes]
            for _, counts in weeks
        ]
        most = max(sum(part.size for part in stack) for stack in stacks)
        ticks = [(at, speech.number(round(at))) for at in marks.ticks_to(most)]
        days = [speech.short_day(day) for day, _ in weeks]  # type: ignore[arg-type]
        name, chart = speech(f"about_{about}"), marks.columns(days, stacks, ticks)
        charts.append(Markup("<div><h3>{}</h3>{}</div>").format(name, chart))
        rows += [
            (
                speech.day(day),  # type: ignore[arg-type]
                speech(f"about_{about}"),
                *(speech.at_most(counts.get(name)) for name in causes),
            )
            for day, counts in weeks
        ]
    headings = (speech("week"), speech("about"), *(names[name] for name in causes))
    return Card(
        "changes",
        speech("fig_change_by_cause"),
        speech("lead_changes"),
        shown + Markup('<div class="beside">{}</div>').format(Markup("").join(charts)),
        Table(headings, tuple(rows), 2),
        ("change_by_cause",),
        "wide",
    )


def trend(published: Published, speech: Speech) -> Card:
    """A small chart for each measure of how good the data is."""
    found = published.figures["trend"].rows
    drawn, rows = [], []
    for _, group in groupby(found, key=lambda row: row["measure_id"]):
        weeks = list(group)
        drawn.append(_measure(weeks, speech))
        rows += [
            (
                speech.of(week, "title"),
                speech.day(week["as_of_date"]),  # type: ignore[arg-type]
                speech.number(week["counted"]),
                speech.percent(week["counted_share"]) if week["out_of"] else "",
            )
            for week in weeks
        ]
    headings = ("measure", "week", "number", "share")
    return Card(
        "trend",
        speech("fig_trend"),
        speech("lead_trend"),
        Markup('<div class="multiples">{}</div>').format(Markup("").join(drawn)),
        Table(tuple(speech(each) for each in headings), tuple(rows), 2),
        ("trend",),
        "wide",
    )


def _measure(weeks: list[Row], speech: Speech) -> Markup:
    """One measure: its latest value, which way is better, whether it went there, its course."""
    is_share = weeks[-1]["out_of"] is not None
    values = [_value(week, is_share) for week in weeks]
    write = speech.percent if is_share else speech.number
    known = [value for value in values if value is not None]
    better = str(weeks[-1]["better"])
    verdict = _verdict(known, better)
    return Markup(
        '<div class="multiple"><h3>{}</h3><p class="value">{} <span class="way {}">{}</span></p>'
        '<div class="course">{}</div><p class="note">{} – {}</p></div>'
    ).format(
        speech.of(weeks[-1], "title"),
        write(values[-1] if is_share else weeks[-1]["counted"]),
        verdict,
        speech(f"trend_{verdict}"),
        marks.spark(values, "slate"),
        speech.short_day(weeks[0]["as_of_date"]),  # type: ignore[arg-type]
        speech.short_day(weeks[-1]["as_of_date"]),  # type: ignore[arg-type]
    )


def _value(week: Row, is_share: bool) -> float | None:
    """The share or the count of a week, or None where it is hidden or not known."""
    value = week["counted_share" if is_share else "counted"]
    return None if value is None else float(str(value))


def _verdict(known: list[float], better: str) -> str:
    """Whether the last week is better than the first one that is known."""
    if len(known) < 2 or known[0] == known[-1]:
        return "same"
    is_more = known[-1] > known[0]
    return "better" if is_more == (better == "more") else "worse"
