"""The rule book: every criterion, and what programmes may not do together."""

from itertools import groupby

from markupsafe import Markup

from selaras.report.card import Card, Cell, Page, Table, link
from selaras.report.programmes import citation
from selaras.report.read import Published
from selaras.report.speech import Speech


def rules_page(published: Published, speech: Speech) -> Page:
    """Criteria by programme, then overlaps by kind."""
    return Page(
        "rules.html",
        speech("title_rules"),
        speech("lead_rules"),
        "rules",
        (_criteria(published, speech), _overlaps(published, speech)),
    )


def _criteria(published: Published, speech: Speech) -> Card:
    """The criteria of every programme."""
    titles = {
        row["programme_id"]: speech.of(row, "title") for row in published.figures["budget"].rows
    }
    rows: list[tuple[Cell, ...]] = []
    found = published.figures["programme_criterion"].rows
    for programme, group in groupby(found, key=lambda row: row["programme_id"]):
        title = link(f"programme-{programme}.html", titles[programme])
        rows += [
            (
                title,
                speech.of(row, "says"),
                Markup("<code>{}</code>").format(row["required"] or "–"),
                citation(row, speech),
                speech("yes" if row["is_contestable"] else "no"),
            )
            for row in group
        ]
    names = ("programme", "criterion", "required", "basis", "contestable")
    return Card(
        "criteria",
        speech("title_criteria"),
        speech("lead_rule_criteria"),
        table=Table(tuple(speech(name) for name in names), tuple(rows), 5),
        figures=("programme_criterion",),
        size="wide",
        is_open=True,
    )


def _overlaps(published: Published, speech: Speech) -> Card:
    """What may not run together, what is expected together, what is always checked."""
    rows: list[tuple[Cell, ...]] = [
        (
            speech.of(row, "says"),
            speech.of(row, "kind"),
            speech.programmes(row["programmes"]),
            speech.day(row["valid_from"]) if row["valid_from"] else "–",  # type: ignore[arg-type]
            citation(row, speech),
        )
        for row in published.figures["overlap_rule"].rows
    ]
    names = ("rule", "kind", "programmes", "valid_from", "basis")
    return Card(
        "overlaps",
        speech("fig_overlap_rule"),
        speech("lead_overlap_rule"),
        table=Table(tuple(speech(name) for name in names), tuple(rows), 5),
        figures=("overlap_rule",),
        size="wide",
        is_open=True,
    )
