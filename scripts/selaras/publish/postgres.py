"""Load a publication into PostgreSQL, in one transaction: readers have the old one or the new one.

Rows are replaced, not tables: then a statement of a reader sees one week, whatever it is doing
when the load ends, and neither waits for the other. Tables are made anew only where their shape
(columns, keys, words, rights) is another.

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
from selaras.versions import digest

# Views that read with the rights of whoever asks, and keys with nulls, came with 15.
OLDEST = 15
MARK = "Selaras publication {folder}, shape {shape}"
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
    """Replace what PostgreSQL shows by a publication; a Refusal leaves the old one."""
    tables = read_dictionary(folder / WORDS_FILE)
    with (
        _refuse_failed(),
        duckdb.connect(str(folder / DATABASE), read_only=True) as source,
        psycopg.connect(application_name="selaras") as connection,
        step("postgres.loading") as progress,
    ):
        source.execute(f"set memory_limit = '{memory_limit()}'")
        views = statements.views(source)
        stored = [table for name, table in tables.items() if name not in views]
        progress.expect(len(stored))
        connection.execute("set local statement_timeout = 0")
        _refuse_old(connection)
        shape = statements.shape(source, tables, views)
        mark = MARK.format(folder=folder.name, shape=digest(shape))
        is_new = _make_room(connection, mark, stored)
        if is_new:
            _prepare(connection, shape)
        for table in stored:
            progress.wrote(_copy(source, connection, table, is_new))
            connection.execute(f"analyze {table.name}")
            progress.advance()
        for schema in SCHEMAS:
            connection.execute(f"comment on schema {schema} is '{mark}'")


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


def _make_room(connection: psycopg.Connection, mark: str, stored: list[TableWords]) -> bool:
    """Take away the old rows, for this transaction; whether tables have to be made too.

    A schema of one of our names that somebody else made is refused.
    """
    found = dict(connection.execute(PUBLISHED, [list(SCHEMAS)]).fetchall())
    for schema, comment in found.items():
        if not comment.startswith(MARK.partition("{")[0]):
            raise Refusal(ExitCode.INPUT_REFUSED, "postgres.of_others", schema=schema)
    shapes = {comment.rpartition(" ")[2] for comment in found.values()}
    if shapes == {mark.rpartition(" ")[2]} and len(found) == len(SCHEMAS):
        for table in reversed(stored):  # what is referred to goes last
            connection.execute(f"delete from {table.name}")
        return False
    _drop(connection, connection.execute(RELATIONS, [list(SCHEMAS)]).fetchall())
    for schema in found:
        connection.execute(f"drop schema {schema}")
    return True


def _prepare(connection: psycopg.Connection, shape: list[str]) -> None:
    """Make the roles that are missing, what stands beside publications, schemas and tables."""
    known = connection.execute(
        "select rolname from pg_roles where rolname = any(%s)", [list(statements.ROLES)]
    ).fetchall()
    for role in statements.ROLES:
        if (role,) not in known:
            connection.execute(f"create role {role} nologin")
    for each in shape:
        connection.execute(each)


def _copy(
    source: duckdb.DuckDBPyConnection,
    connection: psycopg.Connection,
    table: TableWords,
    is_new: bool,
) -> int:
    """Copy the rows of a table a batch at a time; how many there were.

    Rows of a table that is new are there for transactions too that began before it was.
    """
    copied = f"from stdin (format csv, freeze {is_new})"
    names = ", ".join(each.name for each in table.columns)
    batches = source.execute(f"select {names} from {table.name}").to_arrow_reader(ROWS)
    with connection.cursor() as cursor:
        with cursor.copy(f"copy {table.name} ({names}) {copied}") as copy:
            for batch in batches:
                copy.write(_as_csv(batch))
        return cursor.rowcount


def _as_csv(batch: pa.RecordBatch) -> bytes:
    """Rows as PostgreSQL reads them: what is missing is bare, an empty text is quoted."""
    written = pa.BufferOutputStream()
    csv.write_csv(batch, written, csv.WriteOptions(include_header=False, quoting_style="needed"))
    return written.getvalue().to_pybytes()


def _drop(connection: psycopg.Connection, before: list[tuple[str, bool]]) -> None:
    """Drop tables and views once no transaction of a reader has any of them in hand."""
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
