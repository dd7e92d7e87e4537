"""Mutants that the examples of their own file do not tell from the rule."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb

from selaras.errors import ExitCode, Refusal
from selaras.rules.check.book import Book, CheckedRule
from selaras.rules.expression.rendering import one_line
from selaras.rules.expression.tree import Expression, Fact, Parameter, facts_in
from selaras.rules.grammar.register import VocabularyBook
from selaras.rules.sql.parameters import stretches
from selaras.rules.sql.pieces import flat
from selaras.rules.trial.domain import AS_CHANGED, Domain
from selaras.rules.trial.mutants import Mutant, expressions, mutants
from selaras.rules.trial.overlap_examples import (
    OVERLAPS,
    OverlapTrial,
    overlap_failures,
    overlap_mutants,
)
from selaras.rules.trial.run_examples import Failure, Trial


@dataclass(frozen=True)
class Hunt:
    """What became of all mutants: how many there were, and those that no example noticed.

    `equivalent` ones say the same as the rule for everyone, so that no example could notice them.
    """

    count: int
    survivors: list[Mutant]
    equivalent: list[Mutant]


def hunt(project: Path, book: Book, only: str | None = None) -> Hunt:
    """Every mutant of every file, or of one, tried on the examples of its own file."""
    trial = Trial(project, book.vocabulary)
    count, survivors, equivalent = 0, [], []
    for checked in book.rules:
        if only in (None, checked.programme):
            trial.lay_out(checked)
            _refuse(trial.failures(checked))
            for mutant, changed in mutants(checked, book.vocabulary):
                count += 1
                if not _is_noticed(trial, changed):
                    alike = _is_equivalent(trial, checked, changed, book.vocabulary)
                    (equivalent if alike else survivors).append(mutant)
    if only in (None, OVERLAPS):
        overlaps = OverlapTrial(project, book)
        _refuse(overlap_failures(overlaps, overlaps.cases(), book))
        for rule_id, mutant, changed in overlap_mutants(overlaps):
            count += 1
            if not overlap_failures(overlaps, overlaps.cases(rule_id), changed):
                survivors.append(mutant)
    return Hunt(count, survivors, equivalent)


def _refuse(failures: list[Failure]) -> None:
    """Stop where examples fail already: they would seem to notice every mutant."""
    if failures:
        told = "\n".join(map(str, failures))
        raise Refusal(ExitCode.RULES_REFUSED, "rules.fails_already", failures=told)


def _is_noticed(trial: Trial, changed: CheckedRule) -> bool:
    """Whether some example fails under a mutant; one that cannot run at all is noticed too."""
    try:
        return bool(trial.failures(changed))
    except duckdb.Error:
        return True


def _is_equivalent(
    trial: Trial, checked: CheckedRule, changed: CheckedRule, vocabulary: VocabularyBook
) -> bool:
    """Whether every expression has the same outcome in every case, proved by trying all cases."""
    ours, theirs = checked.rule, changed.rule
    same_terms = (ours.valid_from, ours.valid_to) == (theirs.valid_from, theirs.valid_to)
    days = [[each.valid_from for each in stretches(rule)] for rule in (ours, theirs)]
    if not same_terms or days[0] != days[1]:
        return False
    for path, one, other in _pairs(checked, changed):
        cases = Domain.of(checked, vocabulary, path).cases([one, other], changed)
        if cases is None or set(facts_in(one)) != set(facts_in(other)):
            return False
        differs = f"({one_line(one, flat)}) is distinct from ({one_line(other, _as_changed)})"
        if trial.db.execute(f"select 1 from {cases} where {differs} limit 1").fetchone():
            return False
    return True


def _pairs(
    checked: CheckedRule, other: CheckedRule
) -> Iterator[tuple[tuple[str, ...], Expression, Expression]]:
    """Each expression of a rule beside the same one of a mutant; branches as one condition."""
    for name, each in checked.judgements.items():
        yield ("criteria", name), each.condition, other.judgements[name].condition
    theirs = {path: tree for path, tree, _ in expressions(other)}
    for path, tree, _ in expressions(checked):
        if path[0] != "criteria":
            yield path, tree, theirs[path]


def _as_changed(part: Fact | Parameter) -> str:
    """The column of a fact, or of a parameter as the mutant has it."""
    return f"{AS_CHANGED}{part.name}" if isinstance(part, Parameter) else flat(part)
