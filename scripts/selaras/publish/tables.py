"""The published tables, as Parquet files and as one DuckDB file."""

import ast
import re
from dataclasses import dataclass
from pathlib import Path

import duckdb

from selaras.landing.drop import sha256
from selaras.memory import memory_limit
from selaras.progress import step
from selaras.workspace import PROJECT, as_pattern

SCHEMAS = ("marts", "open_data")
# The format that every DuckDB since 1.0 reads, so that older tools can open the file.
STORAGE_VERSION = "v1.0.0"
# Trying these on long texts takes more time than writing them.
SLOW = "fsst,dict_fsst"
_KEYS = re.compile(r"shared_keys\(\s*(\[.*?\])\s*\)", re.DOTALL)
VIEWS = """
    select schema_name || '.' || view_name
    from duckdb_views()
    where database_name = 'warehouse' and not internal
"""


@dataclass(frozen=True)
class Table:
    """One published table; `file` is relative to the publication."""

    name: str
    file: str
    rows: int
    sha256: str


def write_parquet(connection: duckdb.DuckDBPyConnection, folder: Path) -> list[Table]:
    """Write every table of the published schemas, its rows in one fixed order."""
    connection.execute("set preserve_insertion_order = true")
    connection.execute(f"set memory_limit = '{memory_limit()}'")
    names = connection.execute(
        """
        select table_schema, table_name
        from information_schema.tables
        where list_contains(?, table_schema)
        order by all
        """,
        [list(SCHEMAS)],
    ).fetchall()
    keys, written = keys_of_tables(PROJECT), []
    with step("publish.writing") as progress:
        progress.expect(len(names))
        for schema, name in names:
            path = folder / schema / f"{name}.parquet"
            path.parent.mkdir(exist_ok=True)
            order = ", ".join(keys.get(name, ())) or "all"
            (rows,) = connection.execute(
                f"copy (from {schema}.{name} order by {order}) to '{_quoted(path)}'"
                " (format parquet, compression zstd, compression_level 1)"
            ).fetchone()
            file = path.relative_to(folder).as_posix()
            written.append(Table(f"{schema}.{name}", file, rows, str(sha256(path))))
            progress.wrote(rows)
            progress.advance()
    return written


def keys_of_tables(project: Path) -> dict[str, tuple[str, ...]]:
    """The columns that name one row of a table, as the tests of the data hold them to it.

    Only a build that passed is published, so that rows in the order of their key are in one order.
    """
    found = {}
    for path in sorted((project / "tests/data/keys").glob("*.sql")):
        for listed in _KEYS.findall(path.read_text(encoding="utf-8")):
            found |= {table: columns for table, *columns in ast.literal_eval(listed)}
    return {table: tuple(columns) for table, columns in found.items()}


def write_database(path: Path, tables: list[Table], warehouse: Path) -> None:
    """Write the tables into one DuckDB file and close it, so that it can be moved."""
    with duckdb.connect(config={"temp_directory": f"{path}.tmp"}) as connection:
        connection.execute(f"set memory_limit = '{memory_limit()}'")
        connection.execute("set preserve_insertion_order = false")
        connection.execute(f"set disabled_compression_methods = '{SLOW}'")
        connection.execute(f"attach '{_quoted(warehouse)}' as warehouse (read_only)")
        connection.execute(
            f"attach '{_quoted(path)}' as published (storage_version '{STORAGE_VERSION}')"
        )
        for schema in SCHEMAS:
            connection.execute(f"create schema published.{schema}")
        views = {name for (name,) in connection.execute(VIEWS).fetchall()}
        for table in tables:
            # a view knows its warehouse by the name that dbt gave it
            written = f"'{_quoted(as_pattern(path.parent / table.file))}'"
            rows = written if table.name in views else f"warehouse.{table.name}"
            connection.execute(f"create table published.{table.name} as from {rows}")
        connection.execute("checkpoint published")
        connection.execute("detach published")


def _quoted(path: str | Path) -> str:
    """A path as it stands between the quotes of an SQL text."""
    return str(path).replace("'", "''")
