"""Everything to say about the rule book, in one pass: errors, and what deserves a thought."""

import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import duckdb

from selaras.lists.contract_checks import check_all_are_listed
from selaras.rules.check.book import CheckedRule
from selaras.rules.check.vocabulary import known_words
from selaras.rules.check.whole_book import Loaded, load
from selaras.rules.check.within_file import check_citations
from selaras.rules.drafting.draft import check_filled_in
from selaras.rules.grammar.register import VocabularyBook
from selaras.rules.read.problems import Problem, Problems
from selaras.rules.read.source import KEY, Source

OVERLAPS = "overlaps"
SECONDS = 10.0  # of the processor, for proofs; the rule book of the day takes two


def review_rules(
    project: Path, day: date, seconds: float = SECONDS, only: Collection[str] | None = None
) -> list[Problem]:
    """Everything to say about the rule book on a day, errors and warnings, without refusing.

    What a rule means and whether its examples hold is looked at in every file that has no error.
    Proofs take no more than some seconds; what was not proved is among the warnings. With `only`
    the meaning and examples of these programmes and overlap rules alone are looked at; `overlaps`
    are all overlap rules.
    """
    problems = Problems()
    loaded = load(project, problems)
    words, is_sound = known_words(loaded.book.vocabulary), not problems.errors
    rules = [each for each in whole_rules(loaded, words) if only is None or each.programme in only]
    for checked in loaded.book.rules:
        check_citations(checked.rule, checked.source, problems)
    if is_sound:
        programmes = (checked.programme for checked in loaded.book.rules)
        check_all_are_listed(loaded.book.contracts, programmes, problems)
    _check_reviews(loaded, day, problems)
    check_filled_in(loaded.book, problems)
    _check_meaning(loaded, rules, words, problems, seconds)
    _check_examples(project, rules, words, problems)
    if is_sound:
        _check_overlap_examples(project, loaded, problems, only)
    return problems.all


def whole_rules(loaded: Loaded, words: VocabularyBook) -> list[CheckedRule]:
    """The rules without an error, of whose facts everything is known."""
    book = loaded.book.vocabulary
    broken = {*book.person, *book.household} - {*words.person, *words.household}
    drafts = [draft for draft in loaded.drafts if draft.is_whole and words.person]
    return [
        draft.checked
        for draft in drafts
        if not broken or not broken & set(re.findall(r"\w+", draft.checked.source.text))
    ]


def _check_reviews(loaded: Loaded, day: date, problems: Problems) -> None:
    """Warn of values whose day of review has passed."""
    for checked in loaded.book.rules:
        for name, parameter in checked.rule.parameters.items():
            for start, value in parameter.values.items():
                if value and value.review_by and value.review_by < day:
                    place = checked.source.place("parameters", name, "values", start)
                    problems.warn(place, "past_review", name=name, day=value.review_by)
    for name, overlap in loaded.book.overlaps.overlaps.items():
        limit = overlap.at_most
        if loaded.overlaps and limit and limit.review_by and limit.review_by < day:
            place = loaded.overlaps.place("overlaps", name, "at_most", "review_by")
            problems.warn(place, "past_review", name=name, day=limit.review_by)


def _check_meaning(
    loaded: Loaded,
    rules: list[CheckedRule],
    words: VocabularyBook,
    problems: Problems,
    seconds: float,
) -> None:
    """Note what rules cannot mean; the solver is loaded only here.

    What the shorter files leave of the time is for the longer ones.
    """
    from selaras.rules.prove import Clock, analyse, check_contradictions

    if loaded.overlaps:
        check_contradictions(loaded.book, loaded.overlaps, problems)
    clock, shortest = Clock(seconds), sorted(rules, key=lambda each: len(each.judgements))
    for at, checked in enumerate(shortest):
        analyse(checked, words, problems, clock.share(len(shortest) - at))


def _check_examples(
    project: Path, rules: list[CheckedRule], words: VocabularyBook, problems: Problems
) -> None:
    """Note every example that contradicts its rule, tried on the SQL that is compiled from it."""
    from selaras.rules.trial.run_examples import Trial

    trial = Trial(project, words)
    for checked in rules:
        with _told(checked.source, problems):
            trial.lay_out(checked)
            problems.found += [each.problem() for each in trial.failures(checked)]


def _check_overlap_examples(
    project: Path, loaded: Loaded, problems: Problems, only: Collection[str] | None
) -> None:
    """Note every example of an overlap rule, be it one of some, that contradicts it."""
    from selaras.rules.trial.overlap_examples import FOLDER, OverlapTrial, overlap_failures

    names = loaded.book.overlaps.overlaps
    looked_at = {name for name in names if only is None or {name, OVERLAPS} & {*only}}
    if loaded.overlaps and looked_at and (project / FOLDER).is_dir():
        with _told(loaded.overlaps, problems):
            trial = OverlapTrial(project, loaded.book)
            cases = [each for each in trial.cases() if each.rule_id in looked_at]
            failures = overlap_failures(trial, cases, loaded.book)
            problems.found += [each.problem() for each in failures]


@contextmanager
def _told(source: Source, problems: Problems) -> Iterator[None]:
    """Note that the examples of a file cannot be run at all, where that is so."""
    try:
        yield
    except duckdb.Error as error:
        reason = str(error).splitlines()[0]
        place = source.place("examples", KEY)
        problems.add(place, "examples_not_run", name="examples", reason=reason)
