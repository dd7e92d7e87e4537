"""What linkage.yml says as rows: entries that can be compared, and levels for a seed."""

from collections.abc import Iterator

from selaras.linkage.grammar.weights import Linkage
from selaras.rules.expression.rendering import literal

Fields = dict[str, object]


def linkage_entries(linkage: Linkage) -> Iterator[tuple[tuple[str, ...], Fields]]:
    """Everything that linkage.yml says, and what was learnt, by path."""
    book = linkage.book
    yield ("linkage",), {"largest_block": book.largest_block, "rarity_from": book.rarity_from}
    for name, keys in book.blocking.items():
        yield ("blocking", name), {"agree_in": ", ".join(keys)}
    for name, each in book.comparisons.items():
        yield (
            ("comparison", name),
            {
                "says_id": each.says.id,
                "says_en": each.says.en,
                "compared": ", ".join(each.of),
                "is_required": each.is_required,
                "order_of_levels": ", ".join(each.levels),
            },
        )
        for level_name, level in each.levels.items():
            learnt = linkage.learnt.comparisons[name][level_name]
            yield (
                ("comparison", name, "level", level_name),
                {
                    "says_id": level.says.id,
                    "says_en": level.says.en,
                    "when": " ".join((level.when or "").split()) or None,
                    "rarity_of": level.rarity_of,
                    "m": learnt.m,
                    "u": learnt.u,
                },
            )
    for name, threshold in book.thresholds:
        yield (
            ("threshold", name),
            {
                "value": threshold.value,
                "status": threshold.status,
                "source": threshold.source,
                "review_by": threshold.review_by and threshold.review_by.isoformat(),
            },
        )


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
