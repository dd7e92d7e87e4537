"""What lies in a home, told by digests, so that two homes can be compared."""

import hashlib
import json
from datetime import date
from pathlib import Path

import duckdb

# What people said is meant and when they said it, and by which files and commit all was built.
NOT_OF_FILES = ("marts.mart_acceptance", "landing.acceptance", "ops.complete_build")
TABLES = """
    select table_schema || '.' || table_name
    from information_schema.tables
    where table_schema != 'past'
    order by all
"""
DIGEST = "select count(*), bit_xor(hash(each)), sum(hash(each)) from {} as each"
Content = dict[str, object]


def tables(home: Path) -> Content:
    """The rows of every table of a warehouse, those of landing too, in any order."""
    with duckdb.connect(str(home / "selaras.duckdb"), read_only=True) as connection:
        names = [name for (name,) in connection.execute(TABLES).fetchall()]
        return {
            name: connection.execute(DIGEST.format(name)).fetchone()
            for name in names
            if name not in NOT_OF_FILES
        }


def history(home: Path) -> dict[date, Content]:
    """The facts of every kept week whose drop is landed, by the digests of their files."""
    landed = sorted(home.glob("landing/ledger/batch_date=*"))
    days = [date.fromisoformat(folder.name.partition("=")[2]) for folder in landed]
    notes = {day: home / f"history/as_of_date={day}/week.json" for day in days}
    return {
        day: json.loads(note.read_text("utf-8"))["files"]
        for day, note in notes.items()
        if note.is_file()
    }


def published(home: Path) -> Content:
    """The digest of every table of the current publication."""
    told = json.loads((home / "publish/current/manifest.json").read_text("utf-8"))
    digests = {each["name"]: each["sha256"] for each in told["tables"]}
    return {name: digest for name, digest in digests.items() if name not in NOT_OF_FILES}


def outbox(home: Path, day: date) -> Content:
    """The digest of every file of a day's outbox."""
    folder = home / "outbox" / day.isoformat()
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def differing(one: Content, other: Content) -> list[str]:
    """What is not the same in both, or is in one of them only."""
    names = sorted(one.keys() | other.keys())
    return [name for name in names if one.get(name) != other.get(name)]


def of_weeks_before(home: Path) -> set[str]:
    """The tables that rest on what weeks before have left, as dbt knows them, and those weeks."""
    manifest = json.loads((home / "target/manifest.json").read_text("utf-8"))
    found = {node for node in manifest["sources"] if node.split(".")[2] == "past"}
    fresh = set(found)
    while fresh:
        fresh = {child for node in fresh for child in manifest["child_map"].get(node, ())} - found
        found |= fresh
    nodes = [manifest["nodes"][each] for each in found if each in manifest["nodes"]]
    return {f"{each['schema']}.{each['alias']}" for each in nodes}
