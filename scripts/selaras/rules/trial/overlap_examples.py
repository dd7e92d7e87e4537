"""The examples of overlaps.yml: what they come to, have shown, and do not notice."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb

from selaras.rules.check.book import FOLDER as BOOK
from selaras.rules.check.book import Book
from selaras.rules.grammar.overlaps import Listed, Overlap, OverlapExample
from selaras.rules.read.likeness import with_examples_in_full
from selaras.rules.read.problems import Problems
from selaras.rules.read.source import KEY, Source, read_source
from selaras.rules.sql.without_dbt import Renderer
from selaras.rules.trial.coverage import Shown
from selaras.rules.trial.input_tables import fill, input_columns, records
from selaras.rules.trial.run_examples import Failure, difference
from selaras.rules.write.example_rows import Row
from selaras.rules.write.seed_columns import COLUMNS, TYPES
from selaras.rules.write.seeds import overlap_rows

FOLDER = Path("models/overlap")
MODELS = (
    *("listed_side", "allowing_fact", "paired_enrolment", "overlap_amount", "finding_overlap"),
    *("limited_side", "limited_enrolment", "finding_limit", "complement_side", "gap"),
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
OVERLAPS, RULES = "overlaps", "overlap_rule"
OUTCOME = {
    "kind": "kind",
    "monthly_amount": "monthly_amount_at_stake",
    "keep": "keep_programme_id",
    "starts_on": "starts_on",
    "ends_on": "ends_on",
    "gap": "missing_programme_id",
}


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
        people = input_columns(book.vocabulary)["dim_person"]
        self._people = {**people, "occupation_row_id": "varchar"}
        attached = {"source_row_id": "varchar", "match_method": "varchar", "score": "double"}
        fill(self.db, "match", attached, [])
        seen = {"first_listed_on": "date", "source_row_id": "varchar"}
        fill(self.db, "first_listed", seen, [])
        way = {"match_method": "varchar", "weakness": "integer"}
        fill(self.db, "match_method", way, [{"match_method": "exact", "weakness": 1}])
        fill(self.db, RULES, RULE, [])
        self._lay_out([])
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
        fill(self.db, RULES, RULE, overlap_rows(book))
        for batch in _batches(cases):
            self._lay_out(batch)
            told = [*records(self.db, FINDINGS), *records(self.db, "select * from gap")]
            for row in told:
                key = str(row["household_id"]).rpartition("/")[0]
                if key.startswith(f"{row['rule_id']}/"):
                    rows.setdefault(key, []).append(row)
        return rows

    def _lay_out(self, cases: list[Case]) -> None:
        """Make the tables of some cases that the models read."""
        fill(self.db, "as_of", {"as_of_date": "date"}, [{"as_of_date": _day(cases)}])
        fill(self.db, "fct_enrolment", SIDE, (row for each in cases for row in _enrolments(each)))
        fill(self.db, "dim_person", self._people, (row for each in cases for row in _people(each)))


def _source(project: Path) -> Source:
    """Where everything in overlaps.yml stands; it was read before, so it can be read again."""
    file = f"{BOOK}/overlaps.yml"
    source = read_source(project / file, file, Problems())
    assert source is not None
    return with_examples_in_full(source, Problems())


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


def overlap_failures(trial: OverlapTrial, cases: list[Case], book: Book) -> list[Failure]:
    """The cases that do not come to what they say, in the order of the file."""
    found = trial.found(cases, book)
    failures = []
    for case in cases:
        differs = difference(_expected(case), _seen(case, found.get(case.key, [])))
        if differs:
            place = trial.source.place("overlaps", case.rule_id, "examples", case.at, "name")
            failures.append(Failure(place, case.example.name, *differs))
    return failures


def overlap_coverage(trial: OverlapTrial) -> list[Shown]:
    """Which overlap rules have an example with a finding or gap, and one with neither.

    Unknown is an example that people must look at first; only a condition can leave that open.
    """
    found = []
    for rule_id, overlap in trial.book.overlaps.overlaps.items():
        told = [each.expect for each in overlap.examples]
        counts: dict[bool | None, int] = {
            True: sum(each.finding or each.gap is not None for each in told),
            False: sum(not each.finding and each.gap is None for each in told),
            None: sum(each.to_review is True for each in told),
        }
        impossible = set() if overlap.allowed_if else {None}
        impossible |= {True} if never_found(overlap) else set()
        place = trial.source.place("overlaps", rule_id, KEY)
        found.append(Shown(place, OVERLAPS, "overlap", rule_id, counts, frozenset(impossible)))
    return found


def never_found(overlap: Overlap) -> bool:
    """Whether a rule never comes to anything: a complement that expects nothing."""
    return overlap.kind == "complement" and not overlap.expects


def _expected(case: Case) -> Row:
    """What a case says, in the words of the rule book."""
    return case.example.expect.model_dump(exclude_unset=True)


def _seen(case: Case, rows: list[Row]) -> Row:
    """What came out, in the same words; several findings are told by their number."""
    findings = [row for row in rows if row.get("missing_programme_id") is None]
    gaps = [row for row in rows if row.get("missing_programme_id")]
    told = (gaps if case.example.expect.gap else findings) or [{}]
    seen: Row = {name: told[0].get(column) for name, column in OUTCOME.items()}
    review = told[0].get("rests_on_numbers")
    seen["to_review"] = None if review is None else not review
    seen["gap"] = gaps[0]["missing_programme_id"] if gaps else None
    return {**seen, "finding": len(findings) if len(findings) > 1 else bool(findings)}
