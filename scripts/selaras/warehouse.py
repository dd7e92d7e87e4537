"""Reading the warehouse that dbt built."""

from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

from selaras.errors import ExitCode, Refusal
from selaras.workspace import Workspace

Row = dict[str, object]


@contextmanager
def open_warehouse(workspace: Workspace) -> Iterator[duckdb.DuckDBPyConnection]:
    """The warehouse, read only; a missing or busy one is a Refusal."""
    if not workspace.database.exists():
        raise Refusal(ExitCode.INPUT_REFUSED, "run.not_built", home=workspace.home)
    try:
        connection = duckdb.connect(str(workspace.database), read_only=True)
    except duckdb.Error as error:
        if "Could not set lock" in str(error):
            raise Refusal(ExitCode.INPUT_REFUSED, "run.in_use", home=workspace.home) from None
        raise Refusal(
            ExitCode.INPUT_REFUSED,
            "run.no_warehouse",
            database=workspace.database,
            error=str(error).splitlines()[0],
        ) from None
    try:
        yield connection
    except duckdb.CatalogException as error:
        table = str(error).partition("with name ")[2].partition(" ")[0]
        if "does not exist" not in str(error) or not table:
            raise
        raise Refusal(
            ExitCode.INPUT_REFUSED, "run.table_missing", table=table, home=workspace.home
        ) from None
    finally:
        connection.close()


def rows(connection: duckdb.DuckDBPyConnection, sql: str, values: object = None) -> list[Row]:
    """The rows of a query by column name."""
    found = connection.execute(sql, values)
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
