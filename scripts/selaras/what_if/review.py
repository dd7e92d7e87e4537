"""Everything there is to say about reforms: the checks of the rule book, on the book with each."""

from datetime import date
from pathlib import Path

from selaras.rules.all_checks import SECONDS, review_rules
from selaras.rules.read.problems import Problem, Problems
from selaras.what_if.book import laid_out
from selaras.what_if.read import names, read_reform


def review_reforms(project: Path, day: date, seconds: float = SECONDS) -> list[Problem]:
    """What is wrong with each reform or deserves a thought, as of the rule book it would make.

    What the rule book says without the reform too is told of the rule book.
    """
    return [each for name in names(project) for each in review_reform(project, name, day, seconds)]


def review_reform(project: Path, name: str, day: date, seconds: float = SECONDS) -> list[Problem]:
    """What is wrong with one reform, each at its place in it, or in the rule that it changes."""
    problems = Problems()
    read = read_reform(project, name, problems)
    if read is None:
        return problems.all
    overlaps = read.reform.overlaps
    only = {*read.reform.programmes, *read.reform.begins, *overlaps.rules, *overlaps.suspends}
    with laid_out(project, [read]) as laid:
        found = [laid.told(each) for each in review_rules(laid.project, day, seconds, only)]
        return [each for each in found if each.is_error or laid.is_of_reform(each)]
