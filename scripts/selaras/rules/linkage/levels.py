"""The levels of linkage.yml as rows, with what was learnt of each."""

from selaras.rules.linkage.book import Linkage


def level_rows(linkage: Linkage) -> list[tuple]:
    """One row per comparison and level, in the order of seed_columns.py."""
    return [
        (
            *(name, level_name, position, comparison.says.id, comparison.says.en),
            *(level.says.id, level.says.en, " ".join((level.when or "").split()) or None),
            *(level.rarity_of, _plain(learnt.m), _plain(learnt.u)),
        )
        for name, comparison in linkage.book.comparisons.items()
        for position, (level_name, level) in enumerate(comparison.levels.items(), start=1)
        for learnt in [linkage.learnt.comparisons[name][level_name]]
    ]


def _plain(value: float) -> str:
    """A probability without an exponent."""
    return f"{value:.12f}".rstrip("0").ljust(3, "0")
