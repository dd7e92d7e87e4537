"""The published tables, as Parquet files and as one DuckDB file."""

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

import duckdb

from selaras.messages import say
from selaras.progress import step
from selaras.workspace import as_pattern

SCHEMAS = ("marts", "open_data")
# The format that every DuckDB since 1.0 reads, so that older tools can open the file.
STORAGE_VERSION = "v1.0.0"
MEMORY = os.environ.get("SELARAS_MEMORY", "5GB")


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
    connection.execute(f"set memory_limit = '{MEMORY}'")
    names = connection.execute(
        """
        select table_schema, table_name
        from information_schema.tables
        where list_contains(?, table_schema)
        order by all
        """,
        [list(SCHEMAS)],
    ).fetchall()
    written = []
    with step(say("publish.writing")) as progress:
        progress.expect(len(names))
        for schema, name in names:
            path = folder / schema / f"{name}.parquet"
            path.parent.mkdir(exist_ok=True)
            (rows,) = connection.execute(
                f"copy (from {schema}.{name} order by all) to '{_quoted(path)}'"
                " (format parquet, compression zstd)"
            ).fetchone()
            file = path.relative_to(folder).as_posix()
            written.append(Table(f"{schema}.{name}", file, rows, _digest(path)))
            progress.advance()
    return written


def write_database(path: Path, tables: list[Table], folder: Path) -> None:
    """Write the tables into one DuckDB file and close it, so that it can be moved."""
    with duckdb.connect(config={"temp_directory": str(folder / "tmp")}) as connection:
        connection.execute(f"set memory_limit = '{MEMORY}'")
        connection.execute(
            f"attach '{_quoted(path)}' as published (storage_version '{STORAGE_VERSION}')"
        )
        for schema in SCHEMAS:
            connection.execute(f"create schema published.{schema}")
        for table in tables:
            file = _quoted(as_pattern(folder / table.file))
            connection.execute(f"create table published.{table.name} as from '{file}'")
        connection.execute("checkpoint published")
        connection.execute("detach published")


def _quoted(path: str | Path) -> str:
    """A path as it stands between the quotes of an SQL text."""
    return str(path).replace("'", "''")


def _digest(path: Path) -> str:
    """The sha256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
