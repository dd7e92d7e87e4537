"""A table of the warehouse as a Parquet file in one order, however little memory there is."""

from collections.abc import Iterator
from pathlib import Path

import duckdb

from selaras.quoted import text
from selaras.workspace import as_pattern

# One sort of more rows may want more than 4 GB: the verdicts of a city do.
LARGE = 10_000_000
PIECE = "programme_id"
_PARQUET = "(format parquet, compression zstd)"


def write_in_order(
    connection: duckdb.DuckDBPyConnection, table: str, target: Path, large: int = LARGE
) -> None:
    """Write all rows of a table in the order of its columns, the first one first.

    A table of more than `large` rows that begins with the programme is sorted programme by
    programme; the pieces are then laid one behind the other, which is the same order.
    """
    first, *_ = connection.execute(f"describe {table}").fetchone()
    if first != PIECE or _count(connection, table) <= large:
        _copy(connection, f"from {table} order by all", target)
        return
    pieces = list(_pieces(connection, table, target))
    files = ", ".join(text(as_pattern(piece)) for piece in pieces)
    _copy(connection, f"from read_parquet([{files}], hive_partitioning = false)", target)
    for piece in pieces:
        piece.unlink()


def _count(connection: duckdb.DuckDBPyConnection, table: str) -> int:
    """How many rows a table has."""
    (count,) = connection.execute(f"select count(*) from {table}").fetchone()
    return count


def _pieces(connection: duckdb.DuckDBPyConnection, table: str, target: Path) -> Iterator[Path]:
    """A file of each programme's rows in their order, in the order of the programmes."""
    programmes = connection.execute(f"select distinct {PIECE} from {table} order by all").fetchall()
    for number, (programme,) in enumerate(programmes):
        piece = target.with_suffix(f".{number}.piece")
        of_it = f"{PIECE} is not distinct from {'null' if programme is None else text(programme)}"
        _copy(connection, f"from {table} where {of_it} order by all", piece)
        yield piece


def _copy(connection: duckdb.DuckDBPyConnection, query: str, target: Path) -> None:
    """Write the rows of a query as a Parquet file, in the order that it gives them."""
    connection.execute(f"copy ({query}) to {text(target)} {_PARQUET}")
