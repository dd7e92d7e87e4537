"""Whether the examples of overlaps.yml come to what they say, and what they do not notice."""

from collections.abc import Iterator
from dataclasses import replace

from selaras.rules.check.book import Book
from selaras.rules.grammar.shared import Overlap
from selaras.rules.read.source import KEY
from selaras.rules.trial.coverage import Shown
from selaras.rules.trial.mutants import Mutant
from selaras.rules.trial.overlap_cases import Case, OverlapTrial
from selaras.rules.trial.run_examples import Failure, difference
from selaras.rules.trial.slips import beside
from selaras.rules.write.example_rows import Row

OVERLAPS = "overlaps"
COLUMNS = {
    "monthly_amount": "monthly_amount_at_stake",
    "keep": "keep_programme_id",
    "starts_on": "starts_on",
    "ends_on": "ends_on",
    "gap": "missing_programme_id",
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
        impossible |= {True} if _never_found(overlap) else set()
        place = trial.source.place("overlaps", rule_id, KEY)
        found.append(Shown(place, OVERLAPS, "overlap", rule_id, counts, frozenset(impossible)))
    return found


def _never_found(overlap: Overlap) -> bool:
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
    seen: Row = {name: told[0].get(column) for name, column in COLUMNS.items()}
    review = told[0].get("rests_on_numbers")
    seen["to_review"] = None if review is None else not review
    seen["gap"] = gaps[0]["missing_programme_id"] if gaps else None
    return {**seen, "finding": len(findings) if len(findings) > 1 else bool(findings)}


def overlap_mutants(trial: OverlapTrial) -> Iterator[tuple[str, Mutant, Book]]:
    """Every overlap rule with one limit or one of its days changed by one.

    A complement that expects nothing never comes to anything, so nothing in it can be changed.
    """
    book = trial.book
    for rule_id, overlap in book.overlaps.overlaps.items():
        if _never_found(overlap):
            continue
        for path, was, became, changed in _changed(overlap):
            place = trial.source.place("overlaps", rule_id, *path)
            overlaps = {**book.overlaps.overlaps, rule_id: changed}
            other = replace(book, overlaps=book.overlaps.model_copy(update={"overlaps": overlaps}))
            words = (f"{path[-1]}: {was}", f"{path[-1]}: {became}")
            yield rule_id, Mutant(place, *words), other


def _changed(overlap: Overlap) -> Iterator[tuple[tuple[str, ...], object, object, Overlap]]:
    """Where, from what, to what, and the rule with that change."""
    for key in ("valid_from", "valid_to"):
        was = getattr(overlap, key)
        for became in beside(was):
            yield (key,), was, became, overlap.model_copy(update={key: became})
    if overlap.at_most:
        was = overlap.at_most.value
        for became in beside(was):
            limit = overlap.at_most.model_copy(update={"value": became})
            changed = overlap.model_copy(update={"at_most": limit})
            yield ("at_most", "value"), was, became, changed
