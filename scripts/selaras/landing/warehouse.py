"""From a cleaned text file to the Parquet file of a landed table."""

from array import array
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

import duckdb
import numpy as np

from selaras.landing.header import Header, squeeze
from selaras.landing.reading import Reading
from selaras.lists import Layout

PASSED_ON = {
    "extra": "varchar",
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
_TOTAL = "'^\\W*(sub|grand)?[\\s_-]*(total|jumlah)\\b'"
_NOTHING = "('null', 'nan', 'none', 'n/a', '#n/a', 'nil', 'tidak ada')"


def landed_columns(layout: Layout) -> dict[str, str]:
    """The columns of a landed table and their types."""
    return {column.name: "varchar" for column in layout.columns} | PASSED_ON


@cache
def connect(scratch: Path, threads: int = 2) -> duckdb.DuckDBPyConnection:
    """The in-memory database of a batch, which spills into the scratch folder."""
    settings = {"threads": threads, "memory_limit": "1GB", "temp_directory": str(scratch)}
    return duckdb.connect(config=settings)


def write_parquet(
    reading: Reading,
    layout: Layout,
    stamp: dict[str, str | date],
    target: Path,
    scratch: Path,
    threads: int,
) -> np.ndarray:
    """Write the rows that name someone; the lines of those that were not written."""
    database = connect(scratch, threads)
    (count,) = database.execute(
        f"copy ({_select(reading, layout, stamp)}) to {text(target)}"
        " (format parquet, compression zstd)"
    ).fetchone()
    if count == len(reading.lines):
        return np.zeros(0, dtype=np.int64)
    taken = database.execute(f"select line from read_parquet({text(target)})").fetchnumpy()
    return _without(reading.lines, taken["line"])


def _without(lines: array, taken: Iterable[int]) -> np.ndarray:
    """The line numbers that are not among those taken."""
    passed = np.frombuffer(lines, dtype=np.int64) if lines else np.zeros(0, dtype=np.int64)
    return passed[~np.isin(passed, np.asarray(taken, dtype=np.int64))]


def _select(reading: Reading, layout: Layout, stamp: dict[str, str | date]) -> str:
    """The query that names the cells of a cleaned file and keeps the rows that name someone."""
    header = reading.header
    place = {name: f"f{at}" for at, name in enumerate(header.names) if name}
    cells = [(place.get(column.name, "null::varchar"), column.name) for column in layout.columns]
    columns = [f'{cell} as "{name}"' for cell, name in cells]
    columns += [
        f"{_extra(header)} as extra",
        "number_cells",
        "reading_note",
        f"{text(stamp['snapshot_key'])} as snapshot_key",
        f"date {text(stamp['batch_date'])} as batch_date",
        f"{text(stamp['file'])} as file",
        f"{text(stamp['file_id'])} as file_id",
        "line",
        f"{_digest(layout, place)} as content_digest",
        f"{text(stamp['file_id'] + '-')} || line as source_row_id",
    ]
    return (
        f"select {', '.join(columns)} from {_source(reading)}"
        f" where case when {_is_plain(layout, header)} then true"
        f" else not ({_is_header(header)}) and ({_names_someone(layout, header)}) end"
    )


def _digest(layout: Layout, place: dict[str, str]) -> str:
    """A digest of what a row says, its running number apart; equal rows have equal ones."""
    names = [column.name for column in layout.columns if not column.is_running_number]
    cells = [f"coalesce({place[name]}, '')" if name in place else "''" for name in names]
    return f"md5(concat_ws(chr(31), {', '.join(cells)}))"


def _source(reading: Reading) -> str:
    """The reader of the cleaned file: every cell a text, an empty one null."""
    types = {"line": "bigint", "reading_note": "varchar", "number_cells": "varchar"}
    types |= {f"f{at}": "varchar" for at in range(reading.header.width)}
    declared = ", ".join(f"'{name}': '{kind}'" for name, kind in types.items())
    return (
        f"read_csv({text(reading.cleaned)}, auto_detect = false, header = false,"
        f" delim = {text(reading.delimiter)}, quote = '\"', escape = '\"', nullstr = '',"
        f" new_line = '\\n', ignore_errors = true, columns = {{{declared}}})"
    )


def _extra(header: Header) -> str:
    """The cells of columns that the layout does not know, as one JSON object."""
    unknown = {
        f"f{at}": title or f"column_{at + 1}"
        for at, title in enumerate(header.titles)
        if header.names[at] is None
    }
    if not unknown:
        return "null::varchar"
    pairs = ", ".join(f"{text(title)}, {cell}" for cell, title in unknown.items())
    return (
        f"case when coalesce({', '.join(unknown)}) is not null"
        f" then json_object({pairs})::varchar end"
    )


def _is_plain(layout: Layout, header: Header) -> str:
    """A quick test that most rows pass: a long number that is not one digit repeated."""
    place = {name: f"f{at}" for at, name in enumerate(header.names) if name}
    cells = [
        place[name]
        for kind, names in layout.identity.items()
        for name in names
        if kind != "name" and name in place
    ]
    tests = [
        f"coalesce({cell} between '1' and '99' and strlen({cell}) > 14"
        f" and {cell}[1] <> {cell}[2], false)"
        for cell in cells[:1]
    ]
    return " or ".join(tests) or "false"


def _is_header(header: Header) -> str:
    """Whether a row repeats the header, judged by two required columns."""
    places = {name: at for at, name in enumerate(header.names) if name}
    titles = {f"f{places[name]}": header.titles[places[name]] for name in header.required[:2]}
    tests = [
        f"translate(lower({cell}), ' _\u00a0\ufeff', '') = {text(squeeze(title))}"
        for cell, title in titles.items()
    ]
    return " and ".join(f"coalesce({test}, false)" for test in tests)


def _names_someone(layout: Layout, header: Header) -> str:
    """Whether a row names a person or family; a table without such columns needs any cell."""
    places = {name: f"f{at}" for at, name in enumerate(header.names) if name}
    numbers = [
        places[name]
        for kind, names in layout.identity.items()
        for name in names
        if kind != "name" and name in places
    ]
    names = [places[name] for name in layout.identity.get("name", ()) if name in places]
    if not numbers and not names:
        first = f"coalesce({', '.join(f'f{at}' for at in range(header.width))})"
        return f"not regexp_matches({first}, {_TOTAL}, 'i')"
    return " or ".join([_is_number(cell) for cell in numbers] + [_is_name(c) for c in names])


def _is_number(cell: str) -> str:
    """Whether a cell holds a number that could be someone's: not blank, not one digit repeated."""
    bare = f"trim({cell}, ' .-_''\u00a0')"
    core = f"trim({cell}, ' .-_''0\u00a0')"
    return (
        f"coalesce({core} <> '' and replace({bare}, {core}[1], '') <> ''"
        f" and (ascii({bare}) between 48 and 57 or ({_is_word(bare)})), false)"
    )


def _is_name(cell: str) -> str:
    """Whether a cell holds something that could be a name."""
    bare = f"trim({cell}, ' .-_''0?*\u00a0')"
    return f"coalesce({bare} <> '' and {_is_word(bare)}, false)"


def _is_word(cell: str) -> str:
    """Whether a text is neither a word for nothing nor the label of a total."""
    return f"lower({cell}) not in {_NOTHING} and not regexp_matches({cell}, {_TOTAL}, 'i')"


def text(value: object) -> str:
    """A value as an SQL text literal."""
    return "'" + str(value).replace("'", "''") + "'"
