"""From a cleaned text file to the Parquet file of a landed table."""

from array import array
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import Path

import duckdb
import numpy as np

from selaras.landing.query import landed_rows
from selaras.landing.reading import Reading
from selaras.lists import Layout
from selaras.memory import memory_bytes
from selaras.quoted import text
from selaras.workspace import as_pattern

# Every column takes room for 2,048 rows at each step of a query.
WIDE = 300
MOST_WHEN_WIDE = 4 << 30
# What one file may take, in bytes; several are read at a time.
MOST = 1 << 30
LEAST = 512 << 20
# Lengths stand apart from texts in the second version: ids and digests take less time and room.
# What has more than some thousand values in a group of rows is soon known to have too many for a
# dictionary.
FORM = (
    "format parquet, compression zstd, compression_level 1, parquet_version v2,"
    " dictionary_size_limit 4000"
)
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
def connect(scratch: Path, threads: int = 2, most: int = MOST) -> duckdb.DuckDBPyConnection:
    """The in-memory database of a batch, which spills into the scratch folder; `most` in bytes."""
    memory = f"{max(LEAST, min(most, memory_bytes())) >> 20}MiB"
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
    """Write the rows that surely name someone, or add those judged to; the lines of the others."""
    is_wide = reading.header.width > WIDE
    database = connect(scratch, 1, MOST_WHEN_WIDE) if is_wide else connect(scratch, threads)
    database.execute(
        "create or replace temp table judged as select unnest(?::bigint[]) as line", [list(judged)]
    )
    count = _copy(database, reading, layout, stamp, target, bool(judged))
    if count == len(reading.lines):
        return np.zeros(0, dtype=np.int64)
    taken = database.execute(
        f"select line from read_parquet({text(as_pattern(target))})"
    ).fetchnumpy()
    return _without(_array(reading.lines), taken["line"])


def _copy(
    database: duckdb.DuckDBPyConnection,
    reading: Reading,
    layout: Layout,
    stamp: dict[str, str | date],
    target: Path,
    are_judged: bool,
) -> int:
    """Write the rows to take, those judged behind the others; how many there are.

    Lines are counted off beside the rows, which is quick and right while every row is read; where
    one is not, each row is made to say its line.
    """
    if reading.notes is not None:
        database.register("lines", _numbered(reading))
    rows = landed_rows(reading, layout, stamp, are_judged)
    if are_judged:
        rows = f"from read_parquet({text(as_pattern(target))}) union all {rows}"
    draft = reading.cleaned.with_name("landed.parquet")
    try:
        (count,) = database.execute(f"copy ({rows}) to {text(draft)} ({FORM})").fetchone()
    except duckdb.InvalidInputException:
        if reading.notes is None:
            raise
        reading.number()
        return _copy(database, reading, layout, stamp, target, are_judged)
    draft.replace(target)
    return count


def _numbered(reading: Reading) -> dict[str, np.ndarray]:
    """The lines of the rows of a cleaned file with the place of their note, from 1, in order."""
    lines = _array(reading.lines)
    place = {note: at for at, note in enumerate(reading.kinds_of_notes, 1)}
    notes = np.zeros(len(lines), dtype=np.int32)
    for at in np.flatnonzero(np.isin(lines, list(reading.notes or ()))):
        notes[at] = place[reading.notes[int(lines[at])]]
    return {"line": lines, "note": notes}


def _array(lines: array) -> np.ndarray:
    """Line numbers as an array of numbers."""
    return np.frombuffer(lines, dtype=np.int64) if lines else np.zeros(0, dtype=np.int64)


def _without(passed: np.ndarray, taken: Iterable[int]) -> np.ndarray:
    """The line numbers that are not among those taken."""
    return passed[~np.isin(passed, np.asarray(taken, dtype=np.int64))]
