"""What is about to be published is searched for people before anybody can read it.

`selaras scan` opens everything; this looks only at cells that could name somebody, and asks the
warehouse only for the words that stand in them, so that a publication takes little longer.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow
from pyarrow import compute
from pyarrow.parquet import ParquetFile

from selaras.errors import ExitCode, Refusal
from selaras.privacy.scanner import ACCOUNT, LONGEST, PLACES, Found, Known, words_of

# Pseudonyms, codes and ids have neither a blank nor a number that stands by itself.
MAY_NAME = r"\s|(^|[^0-9a-zA-Z.])[0-9]{8,16}([^0-9a-zA-Z]|$)"
LOOK_AT = 10_000  # rows that tell whether the cells of a column repeat
# Marks around the words of a name are left out, as `words_of` does.
BARE_NAME = r"regexp_replace(full_name, '(^|\s)[^\pL]+|[^\pL]+(\s|$)', ' ', 'g')"
# Any text column of addresses or accounts; landing says the same once more.
OTHERS = """
    select schema_name || '.' || table_name, column_name
    from duckdb_columns()
    where
        schema_name in ('staging', 'conformed')
        and data_type = 'VARCHAR'
        and regexp_matches(column_name, '(?i)(address|alamat|account|rekening)')
"""


def refuse_people(connection: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """Refuse a folder of Parquet files and texts in which a person of the warehouse is named."""
    found = people_in(connection, folder)
    if found:
        raise Refusal(
            ExitCode.VALIDATION_FAILED,
            "publish.names_people",
            places=", ".join(f"{each.file} ({each.kind} × {each.count})" for each in found),
        )


def people_in(connection: duckdb.DuckDBPyConnection, folder: Path) -> list[Found]:
    """The files that name somebody, and by what: a 16-digit number, name, address or account."""
    files = {path: list(_texts(path)) for path in sorted(folder.rglob("*.*"))}
    known = _known_among(connection, [text for texts in files.values() for text in texts])
    return [
        Found(path.relative_to(folder).as_posix(), kind, count)
        for path, texts in files.items()
        for kind, count in sorted(Counter(k for text in texts for k in known.kinds(text)).items())
    ]


def _texts(path: Path) -> Iterator[str]:
    """The texts of a file that could name somebody, each once in its column."""
    if path.suffix != ".parquet":
        yield from path.read_text(encoding="utf-8").splitlines()
        return
    file = ParquetFile(path)
    for field in file.schema_arrow:
        if pyarrow.types.is_string(field.type) or pyarrow.types.is_integer(field.type):
            cells = file.read(columns=[field.name]).column(0)
            if len(cells.slice(0, LOOK_AT).unique()) * 2 < LOOK_AT:
                cells = cells.unique()  # ids, of which each is another one, take longer to gather
            cells = cells.cast(pyarrow.string())
            may_name = compute.match_substring_regex(cells, MAY_NAME)
            yield from cells.filter(may_name).unique().to_pylist()


def _known_among(connection: duckdb.DuckDBPyConnection, texts: list[str]) -> Known:
    """What of these texts names somebody whom the warehouse knows; names of places left out."""
    words = [words_of(text) for text in texts]
    runs = {
        " ".join(each[start : start + size])
        for each in words
        for size in range(2, LONGEST + 1)
        for start in range(len(each) - size + 1)
    }
    whole = {" ".join(text.casefold().split()) for text in texts}
    whole |= {number for text in texts for number in ACCOUNT.findall(text)}
    named = connection.execute(f"select unnest([{', '.join(PLACES)}]) from conformed.dim_region")
    places = {" ".join(name.casefold().split()) for (name,) in named.fetchall() if name}
    names = _held(connection, "conformed.dim_person", BARE_NAME, runs)
    others = set()
    for table, column in connection.execute(OTHERS).fetchall():
        others |= _held(connection, table, f'"{column}"', whole)
    kept = frozenset(text for text in others - places if len(text) > LONGEST)
    return Known(frozenset(names - places), kept)


def _held(
    connection: duckdb.DuckDBPyConnection, table: str, cell: str, among: set[str]
) -> set[str]:
    """Which of these texts a table holds, in small letters with single spaces."""
    found = connection.execute(
        f"""
        select distinct lower(regexp_replace(trim({cell}), '\\s+', ' ', 'g')) as cell
        from {table}
        where cell in (select unnest($among))
        """,
        {"among": sorted(among)},
    )
    return {cell for (cell,) in found.fetchall()}
