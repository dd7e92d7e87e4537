"""What is wrong with allocations: what does not read, and quotas that no people can meet."""

from pathlib import Path

import duckdb
import numpy as np

from selaras.allocate import POT, row_of
from selaras.allocate.choose import fewest_in_conflict
from selaras.allocate.read import FOLDER, Read, names, read_allocation
from selaras.allocate.solver import Limits
from selaras.rules.check.book import Book
from selaras.rules.check.whole_book import read_book
from selaras.rules.expression.rendering import one_line
from selaras.rules.read.problems import Problem, Problems
from selaras.rules.read.source import read_source
from selaras.rules.sql.pieces import flat
from selaras.rules.trial.domain import Domain

MANY = 10_000_000  # of every kind there can be


def review_allocations(project: Path) -> list[Problem]:
    """What is wrong with each allocation; nothing is said where the rule book does not read."""
    book, problems = read_book(project, Problems()), Problems()
    for name in names(project) if book else []:
        of_it = Problems()
        read = read_allocation(project, name, book, of_it)
        if read:
            _check_quotas(project, read, book, of_it)
        problems.found += of_it.found
    return problems.all


def _check_quotas(project: Path, read: Read, book: Book, problems: Problems) -> None:
    """Note the fewest quotas that nobody can meet together, whoever lives in the city.

    People of every kind that the conditions can tell apart are supposed to be there in any number.
    """
    kinds = _kinds(read, book)
    if not kinds:
        return
    pot = read.allocation.pot
    quotas = {name: read.allocation.quotas[name] for name in read.groups}
    ones = np.ones(len(kinds), dtype=np.int64)
    rows, most = [ones * (pot.places is not None)], [pot.places or 0]
    for at, quota in enumerate(quotas.values()):
        row, bound = row_of(quota, np.array([kind[at] for kind in kinds], dtype=np.int64))
        rows.append(row)
        most.append(bound)
    limits = Limits.of([*rows, -ones], [*most, -1])  # somebody is to be served
    titles = [POT, *quotas, ""]
    found = fewest_in_conflict(limits, ones * 0, ones * MANY)
    told = [titles[at] for at in found if titles[at]]
    if told:
        file = f"{FOLDER}/{read.allocation.allocation}.yml"
        source = read_source(project / file, file, Problems())
        place = source.place("quotas", told[-1])
        problems.add(place, "allocation_conflict", name=", ".join(told))


def _kinds(read: Read, book: Book) -> list[tuple[bool, ...]]:
    """Every combination of groups that somebody can belong to; empty where that is not known."""
    [checked] = [each for each in book.rules if each.programme == read.allocation.programmes[0]]
    cases = Domain(checked, book.vocabulary).cases(read.groups.values())
    if not read.groups or cases is None:
        return []
    inside = ", ".join(f"coalesce({one_line(tree, flat)}, false)" for tree in read.groups.values())
    with duckdb.connect() as db:
        return db.execute(f"select distinct {inside} from {cases}").fetchall()
