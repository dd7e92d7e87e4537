"""The whole rule book, or one file of it, put to the test in one pass."""

from dataclasses import dataclass
from pathlib import Path

from selaras.rules.check.book import Book
from selaras.rules.trial.coverage import Shown, coverage
from selaras.rules.trial.overlap_examples import (
    OVERLAPS,
    OverlapTrial,
    overlap_coverage,
    overlap_failures,
)
from selaras.rules.trial.run_examples import Failure, Trial


@dataclass(frozen=True)
class Tried:
    """The examples that failed, and what all of them have shown, with their number by file."""

    examples: dict[str, int]
    failures: list[Failure]
    shown: list[Shown]


def try_book(project: Path, book: Book, only: str | None = None) -> Tried:
    """Run every example of a sound rule book, or of one programme or of `overlaps`."""
    trial = Trial(project, book.vocabulary)
    tried = Tried({}, [], [])
    for checked in book.rules:
        if only in (None, checked.programme):
            trial.lay_out(checked)
            tried.examples[checked.programme] = len(checked.rule.examples)
            tried.failures.extend(trial.failures(checked))
            tried.shown.extend(coverage(trial, checked, book.vocabulary))
    if only in (None, OVERLAPS):
        overlaps = OverlapTrial(project, book)
        cases = overlaps.cases()
        tried.examples[OVERLAPS] = len(cases)
        tried.failures.extend(overlap_failures(overlaps, cases, book))
        tried.shown.extend(overlap_coverage(overlaps))
    return tried
