"""What a build on Spark made, in the home's DuckDB file as well.

Checks, publication, report, outbox and history read that file, whichever engine built. A view is
made there as its model says it; a table has the columns that its query has in DuckDB, and the rows
of Spark's files.
"""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import duckdb
from pyspark.sql import SparkSession

from selaras.memory import memory_limit
from selaras.quoted import text
from selaras.workspace import as_pattern

# As the profile has it for a warehouse that DuckDB builds.
STORAGE = {"storage_compatibility_version": "v1.5.0"}
SETTINGS = (
    "set timezone = 'UTC'",
    "set preserve_insertion_order = false",
    "set disabled_compression_methods = 'fsst'",
)
MARK = "ops.complete_build"


@dataclass(frozen=True)
class Made:
    """A table or view that dbt had Spark make: `query` in DuckDB's words, None of one in Python."""

    name: str
    query: str | None = None
    is_view: bool = False


def bring_home(database: Path, told: list[Made | str]) -> None:
    """Make in DuckDB what Spark made, in its order and all at once; `str` is a comment on it.

    The mark of a whole build goes, as it does where DuckDB builds.
    """
    session = SparkSession.active()
    with duckdb.connect(str(database), config=STORAGE) as warehouse:
        warehouse.execute(f"set memory_limit = '{memory_limit()}'")
        for setting in SETTINGS:
            warehouse.execute(setting)
        warehouse.execute("begin")
        warehouse.execute("create schema if not exists ops")
        warehouse.execute(f"drop table if exists {MARK}")
        kinds = dict(warehouse.execute(_KINDS).fetchall())
        for each in told:
            if isinstance(each, Made):
                _make(warehouse, session, each, kinds.get(each.name))
            else:
                warehouse.execute(each)
        warehouse.execute("commit")


_KINDS = """
    select schema_name || '.' || table_name, 'table' from duckdb_tables()
    union all
    select schema_name || '.' || view_name, 'view' from duckdb_views() where not internal
"""


def _make(
    warehouse: duckdb.DuckDBPyConnection, session: SparkSession, made: Made, before: str | None
) -> None:
    """One table or view in the place of what an earlier build made under its name."""
    schema, _, _ = made.name.partition(".")
    warehouse.execute(f"create schema if not exists {schema}")
    if before:
        warehouse.execute(f"drop {before} {made.name}")
    if made.is_view:
        warehouse.execute(f"create view {made.name} as {made.query}")
        return
    files = ", ".join(_files(session, made.name))
    rows = f"read_parquet([{files}], hive_partitioning = false)"
    if made.query is None:
        warehouse.execute(f"create table {made.name} as from {rows}")
        return
    warehouse.execute(f"create table {made.name} as from ({made.query}) limit 0")
    warehouse.execute(f"insert into {made.name} by name from {rows}")


def _files(session: SparkSession, name: str) -> list[str]:
    """The Parquet files of a table of Spark, as texts in a query of DuckDB."""
    return [text(as_pattern(place_of(file))) for file in session.table(name).inputFiles()]


def place_of(address: str) -> str:
    """Where a file lies that Spark names by an address; what is not on a disk stays as it is."""
    parts = urlsplit(address)
    return unquote(parts.path) if parts.scheme == "file" else address
