"""The programmes: a page that lists them, and one for each."""

from collections.abc import Iterator

from markupsafe import Markup

from selaras.report import marks, parameters
from selaras.report.card import Card, Cell, Page, Table, Tile, drawn_rows, legend, link
from selaras.report.coverage import decile_card
from selaras.report.overview import budget
from selaras.report.read import Published
from selaras.report.speech import Speech
from selaras.warehouse import Row

STEPS = {
    "judged": "grey",
    "not_refused": "slate",
    "eligible": "blue",
    "reached": "teal",
    "missed": "amber",
    "leaked": "red",
}


def programme_pages(published: Published, speech: Speech) -> Iterator[Page]:
    """The list of programmes, then each of them."""
    yield Page(
        "programmes.html",
        speech("title_programmes"),
        speech("lead_programmes"),
        "programmes",
        (_all(published, speech), budget(published, speech)),
    )
    for row in published.figures["budget"].rows:
        yield _programme(row, published, speech)


def _all(published: Published, speech: Speech) -> Card:
    """Every programme with its verdicts."""
    steps = {
        (row["programme_id"], row["step"]): row["judged_count"]
        for row in published.figures["programme_verdict"].rows
    }
    rows: list[tuple[Cell, ...]] = []
    for row in published.figures["budget"].rows:
        name = row["programme_id"]
        counts = (steps.get((name, step)) for step in ("eligible", "reached", "missed", "leaked"))
        title = link(f"programme-{name}.html", speech.of(row, "title"))
        cells = (speech.of(row, "level"), speech.of(row, "unit"))
        rows.append((title, *cells, *(speech.number(count) for count in counts)))
    headings = ("programme", "level", "counted_in", "eligible", "reached", "missed", "leaked")
    return Card(
        "programmes",
        speech("fig_programme_verdict"),
        speech("lead_programme_verdict"),
        table=Table(tuple(speech(each) for each in headings), tuple(rows), 3),
        figures=("programme_verdict",),
        size="wide",
        is_open=True,
    )


def _programme(row: Row, published: Published, speech: Speech) -> Page:
    """The page of one programme."""
    name = row["programme_id"]

    def found(figure: str) -> list[Row]:
        return [each for each in published.figures[figure].rows if each["programme_id"] == name]

    criteria = found("programme_criterion")
    return Page(
        f"programme-{name}.html",
        speech.of(row, "title"),
        speech("lead_programme", level=speech.of(row, "level"), unit=speech.of(row, "unit")),
        "programmes",
        (
            _funnel(found("programme_verdict"), speech),
            _settles(criteria, speech),
            _criteria(criteria, speech),
            decile_card(found("programme_decile"), "programme_decile", speech),
            parameters.card(found("parameter"), speech),
        ),
        _tiles(row, speech),
    )


def _tiles(row: Row, speech: Speech) -> tuple[Tile, ...]:
    """How many it reaches and what it pays."""
    counts = (("families", "family_count"), ("people", "person_count"))
    money = (("monthly_amount", "monthly_amount"), ("paid_amount", "paid_amount"))
    return (
        *(
            Tile(speech(name), speech.number(row[column]), figure="budget")
            for name, column in counts
        ),
        *(
            Tile(speech(name), speech.money(row, column, is_short=True), figure="budget")
            for name, column in money
        ),
    )


def _funnel(found: list[Row], speech: Speech) -> Card:
    """From everybody who is judged to those who are reached."""
    most = max((float(str(row["judged_count"] or 0)) for row in found), default=0)
    drawn = [
        (
            speech(f"step_{row['step']}"),
            marks.bar(
                [marks.Part(float(str(row["judged_count"] or 0)), STEPS[str(row["step"])])], most
            ),
            speech.number(row["judged_count"]),
        )
        for row in found
    ]
    title = speech("fig_programme_verdict")
    bars = drawn_rows(title, (speech("step"), "", speech("number")), drawn)
    return Card("funnel", title, speech("lead_funnel"), bars, figures=("programme_verdict",))


def _settles(found: list[Row], speech: Speech) -> Card:
    """What is missing, and how many verdicts it would settle alone."""
    asked = [row for row in found if row["unknown_count"] is not None]
    asked.sort(key=lambda row: (-int(str(row["unknown_count"])), str(row["criterion_id"])))
    most = max((float(str(row["unknown_count"])) for row in asked), default=0)
    drawn = []
    for row in asked:
        alone = float(str(row["unknown_alone_count"] or 0))
        rest = float(str(row["unknown_count"])) - alone
        bar = marks.bar([marks.Part(alone, "blue"), marks.Part(rest, "sand")], most)
        drawn.append((speech.of(row, "says"), bar, speech.number(row["unknown_count"])))
    title = speech("title_settles")
    if not drawn:
        body = Markup('<p class="empty">{}</p>').format(speech("nothing_unknown"))
    else:
        shown = legend((("blue", speech("settles_alone")), ("sand", speech("settles_with_others"))))
        body = shown + drawn_rows(title, (speech("criterion"), "", speech("verdicts")), drawn)
    return Card("settles", title, speech("lead_settles"), body, figures=("programme_criterion",))


def _criteria(found: list[Row], speech: Speech) -> Card:
    """Every criterion in words, with its citation and what it costs."""
    rows: list[tuple[Cell, ...]] = [
        (
            speech.of(row, "says"),
            Markup("<code>{}</code>").format(row["required"] or "–"),
            citation(row, speech),
            speech.at_most(row["unmet_count"]),
            speech.at_most(row["unmet_alone_count"]),
            speech.at_most(row["unknown_count"]),
            speech.at_most(row["unknown_alone_count"]),
        )
        for row in found
    ]
    names = (
        "criterion",
        "required",
        "basis",
        "unmet",
        "unmet_alone",
        "unknown_here",
        "unknown_alone",
    )
    return Card(
        "criteria",
        speech("fig_programme_criterion"),
        speech("lead_criteria"),
        table=Table(tuple(speech(each) for each in names), tuple(rows), 3),
        figures=("programme_criterion",),
        size="wide",
        is_open=True,
    )


def citation(row: Row, speech: Speech) -> Markup:
    """What a rule or figure rests on: regulation, how sure that is, where it was read."""
    basis = str(row["basis"] or "")
    known = basis if basis not in ("", "not known") else speech("unknown")
    source = row["source"]
    said = Markup('<br><span class="fine" lang="en">{}</span>').format(source) if source else ""
    return Markup("{} <span class='fine'>({})</span>{}").format(
        known, speech(f"status_{row['status']}"), said
    )
