"""Where the causes of a changed fact are looked for: for every fact, in fields that there are."""

import csv
from pathlib import Path

import yaml

from selaras.workspace import PROJECT

SOURCES = PROJECT / "seeds/fact_source.csv"
FIELDS = PROJECT / "seeds/generated/source_field.csv"


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a seed."""
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


def test_every_fact_that_a_source_tells_says_on_what_it_rests() -> None:
    words = yaml.safe_load((PROJECT / "rules/vocabulary.yml").read_text(encoding="utf-8"))
    told = {
        (unit, name)
        for unit in ("person", "household")
        for name, fact in words[unit].items()
        if "always unknown" not in fact["description"]
    }
    assert told - {(row["kind"], row["fact_id"]) for row in rows(SOURCES)} == set()


def test_what_a_fact_rests_on_is_a_field_of_a_list() -> None:
    fields = {(row["source"], row["table_name"], row["field"]) for row in rows(FIELDS)}
    tables = {(source, table, "") for source, table, _ in fields} | {("", "", "")}
    named = {(row["source"], row["table_name"], row["field"]) for row in rows(SOURCES)}
    assert named - fields - tables == set()
