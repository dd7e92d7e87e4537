"""From a cleaned text file to the Parquet file of a landed table."""

from array import array
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import Path

import duckdb
import numpy as np

from selaras.landing.query import landed_rows, text
from selaras.landing.reading import Reading
from selaras.lists import Layout
from selaras.workspace import as_pattern

# Every column takes room for 2,048 rows at each step of a query.
WIDE = 300
MEMORY_WHEN_WIDE = "4GB"
PASSED_ON = {
    "extra": "varchar",
    "blank_cells": "varchar",
    "number_cells": "varchar",
    "reading_note": "varchar",
    "snapshot_key": "varchar",
    "batch_date": "date",
    "file": "varchar",
    "file_id": "varchar",
    "line": "bigint",
    "content_digest": "varchar",
    "source_row_id": "varchar",
}


def landed_columns(layout: Layout) -> dict[str, str]:
    """The columns of a landed table and their types."""
    return {column.name: "varchar" for column in layout.columns} | PASSED_ON


@cache
def connect(scratch: Path, threads: int = 2, memory: str = "1GB") -> duckdb.DuckDBPyConnection:
    """The in-memory database of a batch, which spills into the scratch folder."""
    settings = {"threads": threads, "memory_limit": memory, "temp_directory": str(scratch)}
    return duckdb.connect(config=settings)


def write_parquet(
    reading: Reading,
    layout: Layout,
    stamp: dict[str, str | date],
    target: Path,
    scratch: Path,
    threads: int,
    judged: Sequence[int] = (),
) -> np.ndarray:
    """Write the rows that surely name someone and those judged to; the lines of the others."""
    is_wide = reading.header.width > WIDE
    database = connect(scratch, 1, MEMORY_WHEN_WIDE) if is_wide else connect(scratch, threads)
    database.execute(
        "create or replace temp table judged as select unnest(?::bigint[]) as line", [list(judged)]
    )
    query = landed_rows(reading, layout, stamp, bool(judged))
    (count,) = database.execute(
        f"copy ({query}) to {text(target)} (format parquet, compression zstd)"
    ).fetchone()
    if count == len(reading.lines):
        return np.zeros(0, dtype=np.int64)
    taken = database.execute(
        f"select line from read_parquet({text(as_pattern(target))})"
    ).fetchnumpy()
    return _without(reading.lines, taken["line"])


def _without(lines: array, taken: Iterable[int]) -> np.ndarray:
    """The line numbers that are not among those taken."""
    passed = np.frombuffer(lines, dtype=np.int64) if lines else np.zeros(0, dtype=np.int64)
    return passed[~np.isin(passed, np.asarray(taken, dtype=np.int64))]
