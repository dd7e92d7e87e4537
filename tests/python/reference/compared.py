"""The compiled rule book and the reference interpreter, side by side on one population."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile

import duckdb
from drawn.population import Family
from interpreter.rule import Rule, Unit

from selaras.rules.sql.without_dbt import Renderer
from selaras.workspace import PROJECT

TYPES = {"boolean": "boolean", "integer": "integer", "text": "varchar", "date": "date"}
RENDER = Renderer(PROJECT).render
SEED_TYPES = {"valid_from": "date", "valid_to": "date", "is_contestable": "boolean"}
VIEWS = ("component_member", "fct_eligibility", "fct_eligibility_reason")


def type_of(entry: dict) -> str:
    """The column type of a fact; rupiah need 64 bits."""
    return "bigint" if str(entry.get("unit")).startswith("rupiah") else TYPES[entry["type"]]


def fill(
    db: duckdb.DuckDBPyConnection, table: str, columns: dict[str, str], rows: list[dict]
) -> None:
    """Make a table of typed columns from rows; a column not given is unknown."""
    text = "\n".join(json.dumps(row, default=str) for row in rows)
    with NamedTemporaryFile("w", suffix=".json") as file:
        file.write(text)
        file.flush()
        listed = ", ".join(f"{name} {kind}" for name, kind in columns.items())
        db.execute(f"create or replace table {table} ({listed})")
        if rows:
            shape = ", ".join(f"{name}: '{kind}'" for name, kind in columns.items())
            db.execute(
                f"insert into {table} by name from read_json('{file.name}',"
                f" format = 'newline_delimited', columns = {{{shape}}})"
            )


def answers(
    files: dict[Path, str],
    facts: dict,
    families: list[Family],
    db: duckdb.DuckDBPyConnection | None = None,
) -> dict[str, list[dict]]:
    """The rows of compiled models over a population, by model; needs the seeds beside them.

    In a database that is given the tables stay.
    """
    db = db or duckdb.connect()
    db.execute("set threads = 1")
    _conformed(db, facts, families)
    for name in ("component", "criterion", "requirement"):
        seed(db, name, files[Path(f"seeds/generated/{name}.csv")], SEED_TYPES)
    models = {
        path.stem: text
        for path, text in files.items()
        if path.suffix == ".sql" and path.parent.name == "eligibility"
    }
    found = {}
    for name in sorted(models, key=lambda name: (name in VIEWS, name)):
        db.execute(f"create table {name} as {RENDER(models[name])}")
        cursor = db.execute(f"select * from {name}")
        names = [column[0] for column in cursor.description]
        found[name] = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return found


def _conformed(db: duckdb.DuckDBPyConnection, facts: dict, families: list[Family]) -> None:
    """The tables that eligibility models read."""
    columns = {
        unit: {name: type_of(each) for name, each in entries.items()}
        for unit, entries in facts.items()
    }
    ids = {"household_id": "varchar", "as_of_date": "date"}
    homes, people, enrolments, objections = [], [], [], []
    for at, family in enumerate(families):
        home = {"household_id": f"h{at}", "as_of_date": family.day}
        homes.append({**home, **family.facts})
        people += [
            {"person_id": f"p{at}_{place}", **home, **each}
            for place, each in enumerate(family.members)
        ]
        enrolments += [
            {"programme_id": programme, "status": status, **_key(at, member)}
            for (member, programme), status in family.listed.items()
        ]
        objections += [
            {"programme_id": programme, "criterion_id": name, **_key(at, member)}
            for member, programme, name in family.objections
        ]
    both = {"person_id": "varchar", "household_id": "varchar", "programme_id": "varchar"}
    fill(db, "dim_household", ids | columns["household"], homes)
    fill(db, "dim_person", {"person_id": "varchar"} | ids | columns["person"], people)
    fill(db, "fct_enrolment", both | {"status": "varchar"}, enrolments)
    fill(db, "objection_in_force", both | {"criterion_id": "varchar"}, objections)


def _key(at: int, member: int | None) -> dict[str, str]:
    """The id of a household, or of one of its members, by position."""
    return {"household_id": f"h{at}"} if member is None else {"person_id": f"p{at}_{member}"}


def seed(db: duckdb.DuckDBPyConnection, name: str, text: str, kinds: dict[str, str]) -> None:
    """A seed as a table; what is empty is unknown."""
    rows = csv.DictReader(io.StringIO(text))
    header = {key: kinds.get(key, "varchar") for key in rows.fieldnames or ()}
    fill(db, name, header, [{key: cell or None for key, cell in row.items()} for row in rows])


def units(rules: list[Rule], families: list[Family]) -> Iterator[tuple[Rule, str, Unit]]:
    """Everyone whom each rule could judge, with their id: the cases of a comparison."""
    for rule in rules:
        for at, family in enumerate(families):
            places = range(len(family.members)) if rule.raw["unit"] == "person" else [None]
            for place in places:
                [key] = _key(at, place).values()
                yield rule, key, family.unit(rule, place)
