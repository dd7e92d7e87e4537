"""Reading what the report shows: one query a figure, on a publication and nothing else."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import duckdb
from sqlglot import exp, parse_one

from selaras.errors import ExitCode, Refusal
from selaras.plain_yaml import project_vars
from selaras.publish.tables import DATABASE
from selaras.warehouse import Row, rows
from selaras.workspace import Workspace

SQL = Path(__file__).with_name("sql")


@dataclass(frozen=True)
class Figure:
    """What one query found: its SQL, the published tables it reads, and its rows."""

    id: str
    sql: str
    tables: tuple[str, ...]
    columns: tuple[str, ...]
    rows: list[Row]


@dataclass(frozen=True)
class Table:
    """A published table in the words of its comment, with its columns."""

    name: str
    says: str
    columns: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Published:
    """Everything that the report rests on."""

    figures: Mapping[str, Figure]
    tables: Mapping[str, Table]
    smallest: int
    province: str


def read(workspace: Workspace, publication: Path) -> Published:
    """All figures of a publication; `smallest` is the least number told, `province` its place."""
    configured = project_vars(workspace.project)
    smallest = int(configured["smallest_open_cell"])
    with duckdb.connect(str(publication / DATABASE), read_only=True) as connection, _of_now():
        connection.execute("set threads = 1")  # small tables; the same order whatever the machine
        connection.execute("set variable smallest_open_cell = ?", [smallest])
        figures = {path.stem: _figure(connection, path) for path in sorted(SQL.glob("*.sql"))}
        named = sorted({table for figure in figures.values() for table in figure.tables})
        tables = {name: _table(connection, name) for name in named}
    return Published(figures, tables, smallest, str(configured["province_name"]))


@contextmanager
def _of_now() -> Iterator[None]:
    """Refuse a publication of an older version, which lacks what the report reads."""
    try:
        yield
    except (duckdb.CatalogException, duckdb.BinderException) as error:
        raise Refusal(
            ExitCode.INPUT_REFUSED, "report.old_publication", error=str(error).splitlines()[0]
        ) from error


def tables_of(sql: str) -> tuple[str, ...]:
    """The published tables that a query reads, as `schema.table`."""
    found = parse_one(sql, dialect="duckdb").find_all(exp.Table)
    return tuple(sorted({f"{table.db}.{table.name}" for table in found if table.db}))


def _figure(connection: duckdb.DuckDBPyConnection, path: Path) -> Figure:
    """One query and what it found."""
    sql = path.read_text(encoding="utf-8")
    found = rows(connection, sql)
    columns = tuple(column[0] for column in connection.description)
    return Figure(path.stem, sql, tables_of(sql), columns, found)


def _table(connection: duckdb.DuckDBPyConnection, name: str) -> Table:
    """What a published table says of itself."""
    schema, _, table = name.partition(".")
    says = connection.execute(
        "select comment from duckdb_tables() where schema_name = ? and table_name = ?"
        " union all select comment from duckdb_views() where schema_name = ? and view_name = ?",
        [schema, table, schema, table],
    ).fetchone()
    columns = connection.execute(
        "select column_name, coalesce(comment, '') from duckdb_columns()"
        " where schema_name = ? and table_name = ? order by column_index",
        [schema, table],
    ).fetchall()
    return Table(name, str(says[0] if says and says[0] else ""), tuple(columns))
