"""Which missing fact would settle most, over all open verdicts of the warehouse."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import duckdb

from selaras.ask.answers import MEMBER, Answers, answers_of, asked_of
from selaras.ask.worlds import Worlds
from selaras.errors import ExitCode, Refusal
from selaras.memory import memory_limit
from selaras.progress import step
from selaras.rules.check.book import Book, CheckedRule
from selaras.rules.differences.history import book_now
from selaras.rules.sql.pieces import column_of
from selaras.warehouse import Row, open_warehouse, rows
from selaras.what_if.judge import attach
from selaras.workspace import Workspace

SQL = Path(__file__).parent / "sql"


def questions(workspace: Workspace, agency: str | None = None) -> list[Row]:
    """Every fact that open verdicts wait for, alone and in pairs, with what its answer settles.

    `fact` and `with_fact` are named with their unit, as `person.is_alive`; `agency` can tell the
    first. Counts are verdicts, `rupiah` is what is possible a month until they are settled,
    `overlap_count` has the findings of which the programme is a side, of verdicts that are. With
    an agency only what it can answer by itself.
    """
    book = book_now(workspace.project)
    if agency and agency not in book.register.agencies:
        known = ", ".join(sorted(book.register.agencies))
        raise Refusal(ExitCode.USAGE, "ask.unknown_agency", agency=agency, known=known)
    with asking(workspace, book) as (worlds, day), step("ask.judging") as progress:
        progress.expect(len(book.rules))
        found: list[Row] = []
        for checked in book.rules:
            found += [_named(row, checked, book) for row in of_programme(worlds, checked, day)]
            progress.advance()
    told = [
        row for row in found if not agency or {row["agency"], row["with_agency"]} <= {agency, None}
    ]
    return sorted(told, key=_most_first)


@contextmanager
def asking(workspace: Workspace, book: Book) -> Iterator[tuple[Worlds, date]]:
    """A database to judge worlds in, with the warehouse attached, and the day of the warehouse."""
    with open_warehouse(workspace) as warehouse:
        (day,) = warehouse.execute("select as_of_date from ops.as_of").fetchone()
    connection = duckdb.connect(config={"memory_limit": memory_limit(), "threads": "2"})
    try:
        attach(connection, workspace.database)
        yield Worlds(connection, workspace.project, book.vocabulary), day
    finally:
        connection.close()


def of_programme(worlds: Worlds, checked: CheckedRule, day: date) -> list[Row]:
    """What each fact, and each pair of facts, settles in one programme."""
    db, answers = worlds.db, answers_of(checked, worlds.words, day)
    programme = {"programme": checked.programme}
    lay_answers(db, answers)
    facts = ", ".join(
        column_of(label, checked.rule.unit) for label in answers if MEMBER not in label
    )
    alike = f"judged.household_id, {facts}" if checked.has_components else facts
    query = _sql("situation").replace("{facts}", alike)
    db.execute(f"create or replace table situation as {query}", programme)
    _lay_members(db, answers)
    for name in ("asked", "world"):
        db.execute(f"create or replace table {name} as {_sql(name)}")
    worlds.judge(checked, answers)
    db.execute(f"create or replace table settled as {_sql('settled')}")
    return rows(db, _sql("question"), programme)


def lay_answers(db: duckdb.DuckDBPyConnection, answers: Answers) -> None:
    """The answers as a table."""
    db.execute("create or replace table answer (label varchar, value varchar)")
    told = [(label, value) for label, values in answers.items() for value in values]
    if told:
        db.executemany("insert into answer values (?, ?)", told)


def _lay_members(db: duckdb.DuckDBPyConnection, answers: Answers) -> None:
    """Which member of a family each question about members is about: of whom it is not known."""
    parts = [
        f"select household_id, person_id, '{label}' as label from selaras.conformed.dim_person"
        f" where {label.removeprefix(MEMBER)} is null"
        " and household_id in (select household_id from situation)"
        for label in answers
        if label.startswith(MEMBER)
    ]
    nobody = "select '' as household_id, '' as person_id, '' as label where false"
    db.execute(f"create or replace table member as {' union all '.join([nobody, *parts])}")


def _named(row: Row, checked: CheckedRule, book: Book) -> Row:
    """A row with its facts named with their unit, and whom to ask."""
    unit = checked.rule.unit
    return row | {
        "fact": _whole(row["fact"], unit),
        "with_fact": row["with_fact"] and _whole(row["with_fact"], unit),
        "agency": asked_of(book, unit, str(row["fact"])),
        "with_agency": row["with_fact"] and asked_of(book, unit, str(row["with_fact"])),
    }


def _whole(label: object, unit: str) -> str:
    """A fact with its unit."""
    scope, _, name = str(label).rpartition(".")
    return f"{({'member': 'person'}.get(scope, scope)) or unit}.{name}"


def _most_first(row: Row) -> tuple:
    """What settles most verdicts comes first, of equals most rupiah; one question before two."""
    counts = [-int(row[name] or 0) for name in ("settles", "rupiah", "overlap_count", "may_settle")]
    return (*counts, row["with_fact"] or "", row["programme_id"], row["fact"])


def _sql(name: str) -> str:
    """A query of this package."""
    return (SQL / f"{name}.sql").read_text(encoding="utf-8")
