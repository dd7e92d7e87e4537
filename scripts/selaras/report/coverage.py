"""Verdicts beside the lists: who is reached, who is missed, who should not receive."""

from itertools import groupby

from selaras.report import marks
from selaras.report.card import Card, Table, legend
from selaras.report.read import Published
from selaras.report.speech import Speech
from selaras.warehouse import Row

COVERAGE = {"reached": "teal", "leaked": "red", "missed": "amber", "open": "sand"}


def by_decile(published: Published, speech: Speech) -> Card:
    """All programmes together."""
    return decile_card(published.figures["coverage_by_decile"].rows, "coverage_by_decile", speech)


def decile_card(found: list[Row], figure: str, speech: Speech) -> Card:
    """A column for each decile; `found` has its rows together, in the order of deciles."""
    words = {row["coverage"]: speech.of(row, "coverage") for row in found}
    names, stacks, rows = [], [], []
    for _, group in groupby(found, key=lambda row: row["decile_key"]):
        cells = {row["coverage"]: row for row in group}
        first = next(iter(cells.values()))
        title = speech.of(first, "title")
        counts = {
            name: cells[name]["verdict_count"] if name in cells else None for name in COVERAGE
        }
        names.append(str(first["national_decile"] or "?"))
        stacks.append(
            [
                marks.Part(float(str(count or 0)), COVERAGE[name], f"{title}: {count}")
                for name, count in counts.items()
            ]
        )
        rows.append((title, *(speech.number(count) for count in counts.values())))
    most = max((sum(part.size for part in stack) for stack in stacks), default=0)
    ticks = [(at, speech.number(round(at))) for at in marks.ticks_to(most)]
    shown = [(COVERAGE[name], words.get(name, speech(f"coverage_{name}"))) for name in COVERAGE]
    return Card(
        "coverage",
        speech(f"fig_{figure}"),
        speech("lead_coverage"),
        legend(shown) + marks.columns(names, stacks, ticks),
        Table((speech("decile"), *(text for _, text in shown)), tuple(rows)),
        (figure,),
    )
