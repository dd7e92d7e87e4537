"""The tables under the charts, for who cannot see them and for who wants the figures."""

from collections.abc import Iterable
from dataclasses import dataclass

from selaras.linkage.report.evaluation import Evaluation, Score
from selaras.linkage.report.facts import METHODS, Example, Facts
from selaras.linkage.report.gather import WIDTH
from selaras.linkage.report.page_words import (
    DASH,
    chance,
    count,
    fault,
    percent,
    signed,
    weight,
    words,
)

COUNTS = {  # headings with the fields of a score
    **{name: name for name in ("rows", "known", "attached")},
    "wrong": "wrong_rows",
    "second_number": "second_number",
}
SHARES = ("precision", "recall", "f1", "recall_by_number")


@dataclass(frozen=True)
class Table:
    """Headings and rows of text; the first `labels` columns name, the others count."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    labels: int = 1


def table(headings: Iterable[str], rows: Iterable[Iterable[str]], labels: int = 1) -> Table:
    """A table whose headings are names of texts."""
    named = tuple(words(f"head_{name}") for name in headings)
    return Table(named, tuple(tuple(row) for row in rows), labels)


def levels(facts: Facts) -> Table:
    """What every level weighs and how often it is met."""
    return table(
        ("comparison", "level", "weight", "range", "m", "u", "pairs"),
        (
            (
                level.comparison_words,
                level.words,
                signed(level.weight),
                f"{signed(level.lightest)} {DASH} {signed(level.heaviest)}"
                if level.is_of_rarity and level.pairs
                else "",
                chance(level.m),
                chance(level.u),
                count(level.pairs),
            )
            for level in facts.levels
        ),
        labels=2,
    )


def steps(example: Example) -> Table:
    """What every comparison adds to the weight of a pair."""
    found, at = [], 0.0
    for step in example.steps:
        at += step.weight
        found.append((step.comparison_words, step.level_words, signed(step.weight), weight(at)))
    return table(("comparison", "level", "weight", "sum"), found, labels=2)


def distribution(facts: Facts) -> Table:
    """Pairs by weight and outcome."""
    return table(
        ("outcome", "weight", "pairs"),
        (
            (
                words(f"outcome_{row['outcome']}"),
                f"{count(row['weight'])} … {count(int(str(row['weight'])) + WIDTH)}",
                count(row["pairs"]),
            )
            for row in facts.weights
        ),
        labels=2,
    )


def unlinkables(facts: Facts) -> Table:
    """Records that stay under every fifth weight."""
    return table(
        ("stage", "weight", "records", "share"),
        (
            (
                words(f"stage_{each.stage}"),
                count(point["weight"]),
                count(point["records"]),
                percent(int(str(point["records"])) / max(each.total, 1)),
            )
            for each in facts.unlinkables
            for point in each.curve
            if int(str(point["weight"])) % 5 == 0
        ),
        labels=2,
    )


def blocks(facts: Facts) -> Table:
    """Every blocking rule of every stage in figures."""
    counts = ("blocks", "largest_block", "pairs", "blocks_left_out", "pairs_left_out")
    return table(
        (
            *("stage", "rule", "blocks", "largest", "pairs"),
            *("blocks_left_out", "pairs_left_out", "records_left"),
        ),
        (
            (
                words(f"stage_{row['linkage_stage']}"),
                str(row["blocking_rule"]).replace("_", " "),
                *(count(row[name]) for name in (*counts, "records_left_without_pair")),
            )
            for row in facts.blocks
        ),
        labels=2,
    )


def methods(facts: Facts) -> Table:
    """Rows of every table by how they were matched."""
    made = table(
        ("table", "rows"), ([str(row["name"]), count(row["rows"])] for row in facts.methods)
    )
    cells = [tuple(count(row[name]) for name in METHODS) for row in facts.methods]
    return Table(
        (*made.headings, *(words(f"method_{name}") for name in METHODS)),
        tuple(row + more for row, more in zip(made.rows, cells, strict=True)),
    )


def overall(evaluation: Evaluation) -> Table:
    """The scores of all rows, of lists alone and of every table."""
    named = {"all_rows": evaluation.overall, "list_rows": evaluation.lists}
    rows = [(words(name), score) for name, score in named.items()]
    rows += [(score.name, score) for score in evaluation.by_table]
    return table(
        ("table", *COUNTS, *SHARES),
        ((name, *_counts(score), *_shares(score)) for name, score in rows),
    )


def corruptions(evaluation: Evaluation, counts: tuple[str, ...] = tuple(COUNTS)) -> Table:
    """The scores by what befell a row, those of lists beside them."""
    lists = {score.name: score for score in evaluation.lists_by_corruption}
    rows = []
    for score in evaluation.by_corruption:
        beside = lists.get(score.name)
        of_lists = (beside.recall, beside.recall_by_number) if beside else (None, None)
        told = (*_counts(score, counts), *_shares(score), *map(percent, of_lists))
        rows.append((fault(score.name), *told))
    heads = ("corruption", *counts, *SHARES, "lists_recall", "lists_recall_by_number")
    return table(heads, rows)


def wrong(evaluation: Evaluation) -> Table:
    """The rows that are attached to somebody else."""
    return table(
        ("source_row_id", "table", "role", "match_method", "corruption", "score"),
        (
            (
                *(each.source_row_id, each.table_name, each.role),
                words(f"method_{each.match_method}"),
                ", ".join(map(fault, each.corruptions)),
                weight(each.score),
            )
            for each in evaluation.wrong
        ),
        labels=5,
    )


def _counts(score: Score, counts: Iterable[str] = COUNTS) -> tuple[str, ...]:
    """Counts of one score."""
    return tuple(count(getattr(score, COUNTS[name])) for name in counts)


def _shares(score: Score) -> tuple[str, ...]:
    """Shares of one score."""
    return tuple(percent(getattr(score, name)) for name in SHARES)
