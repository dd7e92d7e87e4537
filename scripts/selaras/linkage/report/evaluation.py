"""How often rows are attached to whom they really name, measured against the truth of a sample."""

from dataclasses import asdict, dataclass
from pathlib import Path

import duckdb

from selaras.errors import ExitCode, Refusal
from selaras.warehouse import Row, rows

SQL = Path(__file__).parent / "sql"
SUMMED = """
    select
        {name} as name,
        count(*) as rows,
        count(*) filter (where is_known and outcome != 'second_number') as known,
        count(*) filter (where outcome in ('right', 'wrong')) as attached,
        count(*) filter (where outcome = 'right') as right_rows,
        count(*) filter (where outcome = 'wrong') as wrong_rows,
        count(*) filter (where outcome = 'second_number') as second_number,
        count(*) filter (where outcome in ('right', 'wrong') and is_by_number) as by_number,
        count(*) filter (where outcome = 'right' and is_by_number) as right_by_number
    from {relation}
    where {condition}
    group by all
    order by {order}
"""
BY_KIND = "(select judged.*, unnest(corruptions) as corruption from judged)"


@dataclass(frozen=True)
class Score:
    """How a group of rows came out.

    A row is attached if identity.match gives it a person, or a family where it is of a family.
    `known` counts rows whose person or family is in the registers; `by_number` counts rows that
    are attached by an exact or repaired number; `second_number` counts rows of people who are
    registered twice and which lead to the second registration, neither right nor wrong.
    """

    name: str
    rows: int
    known: int
    attached: int
    right_rows: int
    wrong_rows: int
    second_number: int
    by_number: int
    right_by_number: int

    @property
    def precision(self) -> float | None:
        """The share of attached rows that are attached rightly."""
        return _share(self.right_rows, self.attached)

    @property
    def recall(self) -> float | None:
        """The share of rows that are attached rightly, of those whose counterpart is known."""
        return _share(self.right_rows, self.known)

    @property
    def recall_of_all(self) -> float | None:
        """The share of rows that are attached rightly, of all."""
        return _share(self.right_rows, self.rows - self.second_number)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall."""
        return _share(2 * self.right_rows, self.attached + self.known)

    @property
    def precision_by_number(self) -> float | None:
        """Precision of exact and repaired numbers alone."""
        return _share(self.right_by_number, self.by_number)

    @property
    def recall_by_number(self) -> float | None:
        """Recall of exact and repaired numbers alone."""
        return _share(self.right_by_number, self.known)

    def fields(self) -> Row:
        """Counts and shares as plain values."""
        shares = ("precision", "recall", "recall_of_all", "f1")
        alone = ("precision_by_number", "recall_by_number")
        return asdict(self) | {name: getattr(self, name) for name in (*shares, *alone)}


@dataclass(frozen=True)
class Wrong:
    """A row that is attached to somebody else than it names."""

    source_row_id: str
    table_name: str
    role: str
    match_method: str
    score: float | None
    corruptions: tuple[str, ...]


@dataclass(frozen=True)
class Evaluation:
    """Scores of all rows (`overall`), of rows of lists alone (`lists`), and of parts of them."""

    overall: Score
    lists: Score
    by_table: tuple[Score, ...]
    by_corruption: tuple[Score, ...]
    lists_by_corruption: tuple[Score, ...]
    wrong: tuple[Wrong, ...]

    def fields(self) -> Row:
        """All of it as plain values."""
        groups = ("by_table", "by_corruption", "lists_by_corruption")
        return {
            "overall": self.overall.fields(),
            "lists": self.lists.fields(),
            **{name: [each.fields() for each in getattr(self, name)] for name in groups},
            "wrong": [asdict(each) for each in self.wrong],
        }


def evaluate(connection: duckdb.DuckDBPyConnection, truth: Path) -> Evaluation:
    """Compare identity.match with the truth that `selaras sample` wrote beside its drops.

    Who a person really is, the register rows say that are attached to it by an exact or repaired
    number: the true NIK of most of its rows in the civil registry, else in the national register.
    A row is right if this is its true NIK; or, where nobody really has that, if the registers
    know the person under it. A family is right if its card is the true No KK.
    """
    found = sorted((truth / "row").glob("*/*.parquet"))
    if not found:
        raise Refusal(ExitCode.INPUT_REFUSED, "linkage.no_truth", folder=truth)
    judged = (SQL / "judged.sql").read_text(encoding="utf-8")
    connection.execute(
        f"create or replace temp table judged as {judged}", {"rows": [str(each) for each in found]}
    )
    overall = _scores(connection, "'all'")
    if not overall or not overall[0].rows:
        raise Refusal(ExitCode.INPUT_REFUSED, "linkage.other_truth", folder=truth)
    lists = _scores(connection, "'lists'", condition="not is_register")
    hardest = "right_by_number / nullif(known, 0), name"
    return Evaluation(
        overall=overall[0],
        lists=lists[0] if lists else Score("lists", *[0] * 8),
        by_table=_scores(connection, "table_name", order="name"),
        by_corruption=_scores(connection, "corruption", BY_KIND, order=hardest),
        lists_by_corruption=_scores(
            connection, "corruption", BY_KIND, "not is_register", order=hardest
        ),
        wrong=_wrong(connection),
    )


def _scores(
    connection: duckdb.DuckDBPyConnection,
    name: str,
    relation: str = "judged",
    condition: str = "true",
    order: str = "name",
) -> tuple[Score, ...]:
    """The score of every group of judged rows."""
    sql = SUMMED.format(name=name, relation=relation, condition=condition, order=order)
    return tuple(Score(**row) for row in rows(connection, sql))


def _wrong(connection: duckdb.DuckDBPyConnection) -> tuple[Wrong, ...]:
    """The rows that came out wrong, in one order."""
    sql = """
        select
            source_row_id, table_name, role, match_method, score,
            corruptions
        from judged where outcome = 'wrong' order by all
    """
    found = rows(connection, sql)
    return tuple(Wrong(**row | {"corruptions": tuple(row["corruptions"])}) for row in found)


def _share(part: int, whole: int) -> float | None:
    """A share; None where there is nothing to take one of."""
    return part / whole if whole else None
