"""Everything to say about the rule book, in one pass: errors, and what deserves a thought."""

from datetime import date
from pathlib import Path

from selaras.rules.drafting import check_filled_in
from selaras.rules.loading import Loaded, load
from selaras.rules.problems import Problem, Problems


def review_rules(project: Path, day: date) -> list[Problem]:
    """Everything to say about the rule book on a day, errors and warnings, without refusing."""
    problems = Problems()
    loaded = load(project, problems)
    _check_reviews(loaded, day, problems)
    check_filled_in(loaded.book, problems)
    _check_meaning(loaded, problems)
    return problems.all


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


def _check_meaning(loaded: Loaded, problems: Problems) -> None:
    """What rules cannot mean; the solver is loaded only here."""
    from selaras.rules.analysis import analyse, check_contradictions

    if loaded.overlaps:
        check_contradictions(loaded.book, loaded.overlaps, problems)
    for draft in loaded.drafts:
        if draft.is_whole:
            analyse(draft.checked, loaded.book.vocabulary, problems)
