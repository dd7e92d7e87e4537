"""The tables that models read, filled with the rows of examples, in an in-memory DuckDB."""

from collections.abc import Iterable, Mapping
from datetime import date

import duckdb

from selaras.rules.expression.rendering import literal
from selaras.rules.grammar.register import FactEntry, VocabularyBook
from selaras.rules.write.example_rows import Row

TYPES = {"boolean": "boolean", "integer": "bigint", "text": "varchar", "date": "date"}
IDS = {"person": ("person_id", "household_id"), "household": ("household_id",)}
Columns = Mapping[str, str]


def fact_columns(unit: str, facts: Mapping[str, FactEntry]) -> dict[str, str]:
    """The columns of dim_person or dim_household, with their types."""
    ids = dict.fromkeys(IDS[unit], "varchar")
    return {**ids, "as_of_date": "date", **{name: TYPES[each.type] for name, each in facts.items()}}


def input_columns(vocabulary: VocabularyBook) -> dict[str, dict[str, str]]:
    """The columns of every table that an eligibility model reads."""
    who = dict.fromkeys(("person_id", "household_id", "programme_id"), "varchar")
    return {
        "dim_person": fact_columns("person", vocabulary.person),
        "dim_household": fact_columns("household", vocabulary.household),
        "fct_enrolment": {**who, "status": "varchar"},
        "objection_in_force": {**who, "objection_id": "varchar", "criterion_id": "varchar"},
    }


def fill(db: duckdb.DuckDBPyConnection, table: str, columns: Columns, rows: Iterable[Row]) -> None:
    """Make a table anew; what a row does not name is unknown."""
    declared = ", ".join(f"{name} {kind}" for name, kind in columns.items())
    db.execute(f"create or replace table {table} ({declared})")
    values = [
        "(" + ", ".join(_cell(row.get(name), kind) for name, kind in columns.items()) + ")"
        for row in rows
    ]
    if values:
        db.execute(f"insert into {table} values {', '.join(values)}")


def records(db: duckdb.DuckDBPyConnection, query: str) -> list[Row]:
    """The rows of a query by the names of its columns."""
    found = db.execute(query)
    names = [column[0] for column in found.description or ()]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def _cell(value: object, kind: str) -> str:
    """A value as SQL."""
    is_day = kind == "date" and isinstance(value, str)
    return literal(date.fromisoformat(value) if is_day else value)
