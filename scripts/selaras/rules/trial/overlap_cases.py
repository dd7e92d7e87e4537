"""The examples of overlaps.yml, run through the models that find overlaps."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb

from selaras.rules.check.book import FOLDER as BOOK
from selaras.rules.check.book import Book
from selaras.rules.grammar.overlap_example import Listed, OverlapExample
from selaras.rules.grammar.shared import Overlap
from selaras.rules.read.problems import Problems
from selaras.rules.read.source import Source, read_source
from selaras.rules.sql.without_dbt import Renderer
from selaras.rules.trial.input_tables import fill, input_columns, records
from selaras.rules.write.example_rows import Row
from selaras.rules.write.seed_columns import COLUMNS, TYPES
from selaras.rules.write.seeds import overlap_rows

FOLDER = Path("models/overlap")
MODELS = (
    *("listed_side", "allowing_fact", "paired_enrolment", "overlap_amount", "finding_overlap"),
    *("limited_enrolment", "finding_limit", "gap"),
)
SIDE = {
    **dict.fromkeys(("enrolment_id", "programme_id", "component", "person_id"), "varchar"),
    **dict.fromkeys(("household_id", "status", "source_row_id", "match_method"), "varchar"),
    "match_score": "double",
    **dict.fromkeys(("starts_on", "ends_on", "batch_date"), "date"),
    "monthly_amount": "bigint",
}
RULE = {name: TYPES.get(name, "varchar") for name in COLUMNS["overlap_rule"]}
FINDINGS = """
    select * from finding_overlap
    union all by name
    select * from finding_limit
"""


@dataclass(frozen=True)
class Case:
    """One example of one overlap rule; `key` sets its people and families apart."""

    key: str
    rule_id: str
    overlap: Overlap
    at: int

    @property
    def example(self) -> OverlapExample:
        """The example itself."""
        return self.overlap.examples[self.at]


class OverlapTrial:
    """An in-memory DuckDB with the overlap models over the tables of examples."""

    def __init__(self, project: Path, book: Book) -> None:
        self.book = book
        self.source = _source(project)
        self.db = duckdb.connect(config={"threads": 1})
        self._people = input_columns(book.vocabulary)["dim_person"]
        seen = {"first_listed_on": "date", "source_row_id": "varchar"}
        fill(self.db, "first_listed", seen, [])
        self._lay_out([], book)
        renderer = Renderer(project)
        for name in MODELS:
            text = (project / FOLDER / f"{name}.sql").read_text(encoding="utf-8")
            self.db.execute(f"create view {name} as {renderer.render(text)}")

    def cases(self, rule_id: str | None = None) -> list[Case]:
        """Every example of every overlap rule, or of one."""
        return [
            Case(f"{name}/{at}", name, overlap, at)
            for name, overlap in self.book.overlaps.overlaps.items()
            for at in range(len(overlap.examples))
            if rule_id in (None, name)
        ]

    def found(self, cases: Iterable[Case], book: Book) -> dict[str, list[Row]]:
        """The findings and gaps of each case under the overlap rules of a book."""
        rows: dict[str, list[Row]] = {}
        for batch in _batches(cases):
            self._lay_out(batch, book)
            told = [*records(self.db, FINDINGS), *records(self.db, "select * from gap")]
            for row in told:
                key = str(row["household_id"]).rpartition("/")[0]
                if key.startswith(f"{row['rule_id']}/"):
                    rows.setdefault(key, []).append(row)
        return rows

    def _lay_out(self, cases: list[Case], book: Book) -> None:
        """Make the tables that the models read."""
        fill(self.db, "as_of", {"as_of_date": "date"}, [{"as_of_date": _day(cases)}])
        fill(self.db, "overlap_rule", RULE, overlap_rows(book))
        fill(self.db, "fct_enrolment", SIDE, (row for each in cases for row in _enrolments(each)))
        fill(self.db, "dim_person", self._people, (row for each in cases for row in _people(each)))


def _source(project: Path) -> Source:
    """Where everything in overlaps.yml stands; it was read before, so it can be read again."""
    file = f"{BOOK}/overlaps.yml"
    source = read_source(project / file, file, Problems())
    assert source is not None
    return source


def _day(cases: list[Case]) -> object:
    """The day on which some cases are judged, which they share."""
    return cases[0].example.date if cases else None


def _batches(cases: Iterable[Case]) -> Iterator[list[Case]]:
    """Cases that can be judged together: of one day; a gap depends on all lists, so it is alone."""
    by_day: dict[object, list[Case]] = {}
    for case in cases:
        if case.overlap.expects:
            yield [case]
        else:
            by_day.setdefault(case.example.date, []).append(case)
    yield from by_day.values()


def _enrolments(case: Case) -> Iterator[Row]:
    """The enrolments of a case; what stands for formal work is a fact of a person instead."""
    for at, each in enumerate(case.example.enrolments):
        yield {
            **each.model_dump(include={"component", "monthly_amount", "starts_on", "ends_on"}),
            "programme_id": each.programme,
            "enrolment_id": f"{case.key}/{at}",
            "source_row_id": f"{case.key}/{at}",
            "person_id": each.person and f"{case.key}/{each.person}",
            "household_id": f"{case.key}/{each.family}",
            "status": "active",
            "match_method": "exact",
            "match_score": 1.0,
            "batch_date": each.starts_on,
        }


def _people(case: Case) -> Iterator[Row]:
    """The people of a case, each in the family of their first enrolment."""
    first: dict[str, Listed] = {}
    for each in case.example.enrolments:
        if each.person:
            first.setdefault(each.person, each)
    for person, listed in first.items():
        yield {
            "person_id": f"{case.key}/{person}",
            "household_id": f"{case.key}/{listed.family}",
            "as_of_date": case.example.date,
            **case.example.people.get(person, {}),
        }
