"""Load a publication into PostgreSQL, in one transaction: readers have the old one or the new one.

Where the server is and who one is there comes from libpq's own settings (PGHOST, PGSERVICE,
PGPASSFILE and so on), so that no secret is an argument.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

import duckdb
import psycopg
import pyarrow as pa
from psycopg import errors
from pyarrow import csv

from selaras.errors import ExitCode, Refusal
from selaras.memory import memory_limit
from selaras.progress import step
from selaras.publish import postgres_tables as statements
from selaras.publish.tables import DATABASE, SCHEMAS
from selaras.publish.words import WORDS_FILE, TableWords, read_dictionary

# Views that read with the rights of whoever asks, and keys with nulls, came with 15.
OLDEST = 15
MARK = "Selaras publication "
ROWS = 50_000
# Shorter than the second after which a server looks for deadlocks: no reader is ever the victim.
ATTEMPT_MS = 500
PAUSE_SECONDS = 0.2
PATIENCE_SECONDS = 60
RELATIONS = """
    select format('%%I.%%I', nspname, relname), relkind = 'v'
    from pg_class inner join pg_namespace on pg_namespace.oid = relnamespace
    where relkind in ('r', 'v') and nspname = any(%s)
    order by 1
"""
PUBLISHED = """
    select nspname, coalesce(obj_description(oid, 'pg_namespace'), '')
    from pg_namespace
    where nspname = any(%s)
"""


def load(folder: Path) -> None:
    """Replace what PostgreSQL shows by the publication in a folder; a Refusal leaves the old one."""
    tables = read_dictionary(folder / WORDS_FILE)
    with (
        _refuse_failed(),
        duckdb.connect(str(folder / DATABASE), read_only=True) as source,
        psycopg.connect(application_name="selaras") as connection,
        step("postgres.loading") as progress,
    ):
        source.execute(f"set memory_limit = '{memory_limit()}'")
        progress.expect(len(tables))
        connection.execute("set local statement_timeout = 0")
        _refuse_old(connection)
        before = _set_aside(connection)
        _prepare(connection, folder.name)
        views = statements.views(source)
        stored = [table for name, table in tables.items() if name not in views]
        for table in stored:
            connection.execute(statements.made(table))
            progress.wrote(_copy(source, connection, table))
            connection.execute(statements.key(table, _is_whole(source, table)))
            progress.advance()
        for table in stored:
            for each in statements.ties(table):
                connection.execute(each)
            connection.execute(f"analyze {table.name}")
        for view in views.values():
            connection.execute(view)
        for name, table in tables.items():
            kind = "view" if name in views else "table"
            for each in (*table.comments(kind), *statements.rights(table, name in views)):
                connection.execute(each)
        _take_away(connection, before)


@contextmanager
def _refuse_failed() -> Iterator[None]:
    """Turn what a server says into one sentence; the transaction is undone by then."""
    try:
        yield
    except errors.InsufficientPrivilege as error:
        raise _refusal("postgres.no_rights", error) from None
    except errors.DependentObjectsStillExist as error:
        raise _refusal("postgres.rested_on", error) from None
    except psycopg.Error as error:
        raise _refusal("postgres.failed", error) from None


def _refusal(key: str, error: psycopg.Error) -> Refusal:
    """A refusal with the first line of what the server said."""
    lines = [error.diag.message_detail or "", str(error)]
    said = next((line for text in lines for line in text.splitlines() if line), "")
    return Refusal(ExitCode.INPUT_REFUSED, key, error=said)


def _refuse_old(connection: psycopg.Connection) -> None:
    """Refuse a server that cannot hide rows behind views."""
    found = connection.info.server_version // 10_000
    if found < OLDEST:
        raise Refusal(ExitCode.INPUT_REFUSED, "postgres.too_old", found=found, oldest=OLDEST)


def _set_aside(connection: psycopg.Connection) -> list[tuple[str, bool]]:
    """Rename the old schemas, for this transaction alone; their tables, and which are views.

    A schema of one of our names that somebody else made is refused.
    """
    for schema, comment in connection.execute(PUBLISHED, [list(SCHEMAS)]).fetchall():
        if not comment.startswith(MARK):
            raise Refusal(ExitCode.INPUT_REFUSED, "postgres.of_others", schema=schema)
        connection.execute(f"alter schema {schema} rename to {schema}_before")
    return connection.execute(RELATIONS, [[f"{each}_before" for each in SCHEMAS]]).fetchall()


def _prepare(connection: psycopg.Connection, publication: str) -> None:
    """Make the roles that are missing, what stands beside publications, and the fresh schemas."""
    known = connection.execute(
        "select rolname from pg_roles where rolname = any(%s)", [list(statements.ROLES)]
    ).fetchall()
    for role in statements.ROLES:
        if (role,) not in known:
            connection.execute(f"create role {role} nologin")
    for each in statements.STANDING:
        connection.execute(each)
    for schema in SCHEMAS:
        connection.execute(f"create schema {schema}")
        connection.execute(f"comment on schema {schema} is '{MARK}{publication}'")
        for each in statements.opened(schema):
            connection.execute(each)


def _copy(
    source: duckdb.DuckDBPyConnection, connection: psycopg.Connection, table: TableWords
) -> int:
    """Copy the rows of a table a batch at a time; how many there were."""
    names = ", ".join(each.name for each in table.columns)
    batches = source.execute(f"select {names} from {table.name}").to_arrow_reader(ROWS)
    with connection.cursor() as cursor:
        with cursor.copy(f"copy {table.name} ({names}) from stdin (format csv)") as copy:
            for batch in batches:
                copy.write(_as_csv(batch))
        return cursor.rowcount


def _as_csv(batch: pa.RecordBatch) -> bytes:
    """Rows as PostgreSQL reads them: what is missing is bare, an empty text is quoted."""
    written = pa.BufferOutputStream()
    csv.write_csv(batch, written, csv.WriteOptions(include_header=False, quoting_style="needed"))
    return written.getvalue().to_pybytes()


def _is_whole(source: duckdb.DuckDBPyConnection, table: TableWords) -> bool:
    """Whether no part of the key of a table is null."""
    missing = " or ".join(f"{name} is null" for name in statements.key_columns(table))
    return source.execute(f"select 1 from {table.name} where {missing} limit 1").fetchone() is None


def _take_away(connection: psycopg.Connection, before: list[tuple[str, bool]]) -> None:
    """Drop what was published before, once no transaction of a reader has any of it in hand."""
    if not before:
        return
    every = ", ".join(name for name, _ in before)
    deadline = monotonic() + PATIENCE_SECONDS
    while not _is_ours(connection, every):
        if monotonic() > deadline:
            raise Refusal(ExitCode.INPUT_REFUSED, "postgres.in_use", seconds=PATIENCE_SECONDS)
        sleep(PAUSE_SECONDS)
    for kind, is_view in (("view", True), ("table", False)):
        if names := ", ".join(name for name, each in before if each == is_view):
            connection.execute(f"drop {kind} {names}")
    connection.execute(f"drop schema {', '.join(f'{each}_before' for each in SCHEMAS)}")


def _is_ours(connection: psycopg.Connection, every: str) -> bool:
    """Whether all of some tables could be locked at once, in the time of one attempt."""
    try:
        with connection.transaction():
            connection.execute(f"set local statement_timeout = {ATTEMPT_MS}")
            connection.execute(f"lock table {every} in access exclusive mode")
            connection.execute("set local statement_timeout = 0")
    except (errors.QueryCanceled, errors.DeadlockDetected):
        return False
    return True
