"""The published tables, as Parquet files and as one DuckDB file."""

import ast
import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import duckdb
import sqlglot
from sqlglot import exp

from selaras.landing.drop import sha256
from selaras.memory import memory_limit
from selaras.progress import step
from selaras.publish.words import TableWords, unversioned, words
from selaras.quoted import text
from selaras.workspace import PROJECT, as_pattern

SCHEMAS = ("marts", "open_data")
DATABASE = "selaras_marts.duckdb"
# The format that every DuckDB since 1.0 reads, so that older tools can open the file.
STORAGE_VERSION = "v1.0.0"
# Trying these on long texts takes more time than writing them.
SLOW = "fsst,dict_fsst"
_KEYS = re.compile(r"shared_keys\(\s*(\[.*?\])\s*\)", re.DOTALL)
VIEWS = """
    select schema_name || '.' || view_name, sql
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


def published_words(connection: duckdb.DuckDBPyConnection) -> dict[str, TableWords]:
    """What every published table and column is, by the name of the table."""
    return words(connection, SCHEMAS, keys_of_tables(PROJECT))


def write_parquet(
    connection: duckdb.DuckDBPyConnection, folder: Path, described: dict[str, TableWords]
) -> list[Table]:
    """Write every table that is described, its rows in one fixed order, with its description."""
    connection.execute("set preserve_insertion_order = true")
    connection.execute(f"set memory_limit = '{memory_limit()}'")
    written = []
    with step("publish.writing") as progress:
        progress.expect(len(described))
        for name, table in described.items():
            path = folder / f"{name.replace('.', '/', 1)}.parquet"
            path.parent.mkdir(exist_ok=True)
            order = ", ".join(each.name for each in table.columns if each.is_key) or "all"
            (rows,) = connection.execute(
                f"copy (from {name} order by {order}) to {text(path)}"
                " (format parquet, compression zstd, compression_level 1,"
                f" kv_metadata {table.metadata()})"
            ).fetchone()
            file = path.relative_to(folder).as_posix()
            written.append(Table(name, file, rows, str(sha256(path))))
            progress.wrote(rows)
            progress.advance()
    return written


def write_csv(folder: Path, tables: list[Table]) -> dict[str, str]:
    """Write open data as CSV beside its Parquet, for whoever has a spreadsheet; digests by file."""
    written = {}
    with duckdb.connect() as connection:
        for table in (each for each in tables if each.name.startswith("open_data.")):
            path = (folder / table.file).with_suffix(".csv")
            parquet = as_pattern(folder / table.file)
            connection.execute(f"copy (from {text(parquet)}) to {text(path)} (format csv, header)")
            written[path.relative_to(folder).as_posix()] = str(sha256(path))
    return written


def keys_of_tables(project: Path) -> dict[str, tuple[str, ...]]:
    """The columns that name one row of a table, as the tests of the data hold them to it.

    Only a build that passed is published, so that rows in the order of their key are in one order.
    """
    found = {}
    for path in sorted((project / "tests/data/keys").glob("*.sql")):
        for listed in _KEYS.findall(path.read_text(encoding="utf-8")):
            found |= {table: columns for table, *columns in ast.literal_eval(listed)}
    # published without the prefix that tells a dimension of the star from a conformed one
    star = {name.replace("star_", "dim_", 1): found[name] for name in found if name[:5] == "star_"}
    return {table: tuple(columns) for table, columns in (found | star).items()}


def write_database(
    path: Path, tables: list[Table], described: dict[str, TableWords], warehouse: Path
) -> None:
    """Write the tables into one DuckDB file and close it, so that it can be moved.

    An older version of a table is a view on the newer one, as it is in the warehouse.
    """
    with duckdb.connect(config={"temp_directory": f"{path}.tmp"}) as connection:
        connection.execute(f"set memory_limit = '{memory_limit()}'")
        connection.execute("set preserve_insertion_order = false")
        connection.execute(f"set disabled_compression_methods = '{SLOW}'")
        connection.execute(f"attach {text(warehouse)} as warehouse (read_only)")
        connection.execute(
            f"attach {text(path)} as published (storage_version '{STORAGE_VERSION}')"
        )
        views = dict(connection.execute(VIEWS).fetchall())
        connection.execute("use published")
        for schema in SCHEMAS:
            connection.execute(f"create schema {schema}")
        older = [table for table in tables if is_older(table.name, views, described)]
        for table in (each for each in tables if each not in older):
            # a view knows its warehouse by the name that dbt gave it
            written = text(as_pattern(path.parent / table.file))
            rows = written if table.name in views else f"warehouse.{table.name}"
            connection.execute(f"create table {table.name} as from {rows}")
        for table in older:
            connection.execute(_anywhere(views[table.name]))
        connection.execute("begin")  # one for all: each by itself would be written to the disk
        for table in tables:
            kind = "view" if table in older else "table"
            for comment in described[table.name].comments(kind):
                connection.execute(comment)
        connection.execute("commit")
        connection.execute("checkpoint published")
        connection.execute("use memory")
        connection.execute("detach published")


def is_older(name: str, views: Collection[str], tables: Collection[str]) -> bool:
    """Whether a table is kept for those who know it only: a view, and there is a newer version."""
    return name in views and any(unversioned(each) == name != each for each in tables)


def _anywhere(view: str) -> str:
    """The statement that makes a view, with no name of the database that it was made in."""
    tree = sqlglot.parse_one(view, read="duckdb")
    for table in tree.find_all(exp.Table):
        table.set("catalog", None)
    return tree.sql("duckdb")
