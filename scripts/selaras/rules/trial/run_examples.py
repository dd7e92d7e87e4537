"""All examples of a rule in one run of the very SQL that is compiled from it."""

from dataclasses import dataclass
from pathlib import Path

import duckdb

from selaras.rules.check.book import CheckedRule
from selaras.rules.check.examples import slug
from selaras.rules.expression.rendering import literal
from selaras.rules.grammar.register import VocabularyBook
from selaras.rules.read.problems import Place, Problem
from selaras.rules.sql.eligibility import eligibility_model
from selaras.rules.sql.without_dbt import Renderer
from selaras.rules.trial.input_tables import fill, input_columns, records
from selaras.rules.write.example_rows import KEYS, WORDS, Row, example_rows, expected_row


@dataclass(frozen=True)
class Failure:
    """An example that did not come to what it says; only what differs is told."""

    place: Place
    example: str
    expected: Row
    found: Row

    def problem(self) -> Problem:
        """The failure as a finding about the rule book."""
        told = {"expected": shown(self.expected), "found": shown(self.found)}
        return Problem(self.place, "example_failed", {"example": self.example, **told})

    def __str__(self) -> str:
        return str(self.problem())


def shown(row: Row) -> str:
    """Columns and values as one text, in the words of the rule book."""
    return ", ".join(f"{WORDS.get(name, name)}: {_value(value)}" for name, value in row.items())


def _value(value: object) -> str:
    """A value as it is written in an example."""
    if value is None or isinstance(value, bool):
        return literal(value)
    return str(value) if value != "" else "[]"


class Trial:
    """An in-memory DuckDB with the examples of rules, each programme in a schema of its own."""

    def __init__(self, project: Path, vocabulary: VocabularyBook) -> None:
        self.db = duckdb.connect(config={"threads": 1})
        self.renderer = Renderer(project)
        self._columns = input_columns(vocabulary)

    def lay_out(self, checked: CheckedRule) -> None:
        """Make the tables of all examples of a rule."""
        self.db.execute(f"create schema {checked.programme}")
        for table, rows in example_rows(checked, checked.rule.examples).items():
            fill(self.db, f"{checked.programme}.{table}", self._columns[table], rows)

    def model(self, checked: CheckedRule) -> str:
        """The compiled model as a query over those tables."""
        self.db.execute(f"use {checked.programme}")
        return self.renderer.render(eligibility_model(checked))

    def judge(self, checked: CheckedRule) -> dict[str, Row]:
        """What the compiled model says of each example that it looks at, by its slug."""
        key = KEYS[checked.rule.unit]
        columns = ", ".join((key, *WORDS))
        rows = records(self.db, f"select {columns} from ({self.model(checked)})")
        return {str(row.pop(key)): row for row in rows}

    def failures(self, checked: CheckedRule) -> list[Failure]:
        """The examples that do not come to what they say, in the order of the file."""
        judged = self.judge(checked)
        found = []
        for at, example in enumerate(checked.rule.examples):
            differs = difference(expected_row(example), judged.get(slug(example.name)))
            if differs:
                place = checked.source.place("examples", at, "name")
                found.append(Failure(place, example.name, *differs))
        return found


def difference(expected: Row | None, found: Row | None) -> tuple[Row, Row] | None:
    """The columns in which the two differ, as expected and as found; None where they agree."""
    if expected is None or found is None:
        same = expected is found
        return None if same else ({"judged": expected is not None}, {"judged": found is not None})
    names = [name for name, value in expected.items() if found[name] != value]
    if not names:
        return None
    return {name: expected[name] for name in names}, {name: found[name] for name in names}
