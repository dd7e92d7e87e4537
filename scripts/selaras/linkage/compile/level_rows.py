"""The levels of linkage.yml as rows, with what was learnt of each."""

from selaras.linkage.grammar.weights import Linkage
from selaras.rules.expression.rendering import literal


def level_rows(linkage: Linkage) -> list[tuple]:
    """One row per comparison and level, in the order of seed_columns.py."""
    return [
        (
            *(name, level_name, position, comparison.says.id, comparison.says.en),
            *(level.says.id, level.says.en, " ".join((level.when or "").split()) or None),
            *(level.rarity_of, literal(learnt.m), literal(learnt.u)),
        )
        for name, comparison in linkage.book.comparisons.items()
        for position, (level_name, level) in enumerate(comparison.levels.items(), start=1)
        for learnt in [linkage.learnt.comparisons[name][level_name]]
    ]
