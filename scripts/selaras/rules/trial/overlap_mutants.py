"""Overlap rules that differ from a rule in one small thing: kind, scope, a day or a limit."""

from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

from selaras.rules.check.book import Book
from selaras.rules.grammar.base import Unit
from selaras.rules.grammar.overlaps import Kind, Overlap
from selaras.rules.trial.mutants import Mutant
from selaras.rules.trial.overlap_examples import OverlapTrial, never_found
from selaras.rules.trial.slips import beside

Changed = tuple[tuple[str, ...], object, object, Overlap]


def overlap_mutants(trial: OverlapTrial) -> Iterator[tuple[str, Mutant, Book]]:
    """Every overlap rule with one thing changed."""
    book = trial.book
    for rule_id, overlap in book.overlaps.overlaps.items():
        for path, was, became, changed in _changed(overlap):
            place = trial.source.place("overlaps", rule_id, *path)
            overlaps = {**book.overlaps.overlaps, rule_id: changed}
            other = replace(book, overlaps=book.overlaps.model_copy(update={"overlaps": overlaps}))
            words = (f"{path[-1]}: {was}", f"{path[-1]}: {became}")
            yield rule_id, Mutant(place, *words), other


def _changed(overlap: Overlap) -> Iterator[Changed]:
    """Where, from what, to what, and the rule with that change.

    A complement that expects nothing never comes to anything: of it only the kind tells.
    """
    yield from _other_words(overlap, "kind", get_args(Kind))
    if never_found(overlap):
        return
    yield from _other_words(overlap, "scope", get_args(Unit))
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


def _other_words(overlap: Overlap, key: str, words: tuple[str, ...]) -> Iterator[Changed]:
    """The rule with each other word under a key that the grammar allows beside its other keys."""
    was = getattr(overlap, key)
    for became in words:
        changed = overlap.model_copy(update={key: became})
        if became != was and not changed.misplaced() and not changed.lacking():
            yield (key,), was, became, changed
