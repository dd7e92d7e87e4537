"""Who is served: by rank, as far as all limits can still be met.

People of one class cost the same and belong to the same groups, so that whether some may be served
together is a matter of how many of each class. Whoever comes next is served if somebody who comes
later need not be served for it in breach of a limit; a class of which one cannot be served is
closed to all who follow, for limits only become narrower. What comes out is therefore the first of
all admissible allocations in the order of ranks: there is none that serves somebody it does not
serve without leaving out somebody who comes before.
"""

from dataclasses import dataclass
from itertools import combinations

import numpy as np

from selaras.allocate.solver import Limits, most_served


@dataclass(frozen=True)
class Choice:
    """Whether each person is served, by rank, and which limits closed a class, by position.

    They are the fewest that keep one more of the class from being served, beside those served.
    """

    served: np.ndarray
    closed: dict[int, list[int]]


def choose(classes: np.ndarray, count: int, limits: Limits, as_many: bool) -> Choice | None:
    """Who is served; None where the limits cannot be met together.

    `classes` has the class (0 to `count` - 1) of each person in the order of ranks. With `as_many`
    only allocations that serve as many as can be are admissible, and that is the last limit.
    """
    total = np.bincount(classes, minlength=count)
    served = np.zeros(count, dtype=np.int64)
    best = most_served(limits, served, total)
    if best is None:
        return None
    if as_many:
        limits = limits.also(-np.ones(count, dtype=np.int64), -int(best.sum()))
    chosen, left = np.zeros(len(classes), dtype=bool), np.arange(len(classes))
    is_open, closed = np.ones(count, dtype=bool), {}
    while len(left):
        upper = np.where(is_open, total, served)
        taken = _most_of_next(classes[left], count, limits, served, upper)
        chosen[left[:taken]] = True
        served = served + np.bincount(classes[left[:taken]], minlength=count)
        if taken == len(left):
            break
        shut = int(classes[left[taken]])
        one_more = served.copy()
        one_more[shut] += 1
        closed[shut] = fewest_in_conflict(limits, one_more, upper)
        is_open[shut] = False
        left = left[taken + 1 :]
        left = left[is_open[classes[left]]]
    return Choice(chosen, closed)


def fewest_in_conflict(limits: Limits, least: np.ndarray, most: np.ndarray) -> list[int]:
    """The fewest limits, by position, that cannot be met together; empty where all can."""
    every = range(len(limits.most))
    for size in range(len(every) + 1):
        for some in combinations(every, size):
            if most_served(limits.without(list(some)), least, most) is None:
                return list(some)
    return []


def _most_of_next(
    classes: np.ndarray, count: int, limits: Limits, served: np.ndarray, upper: np.ndarray
) -> int:
    """How many of those who come next can all be served beside those who are."""

    def fits(taken: int) -> bool:
        least = served + np.bincount(classes[:taken], minlength=count)
        return most_served(limits, least, upper) is not None

    low, high = 0, len(classes)
    if fits(high):
        return high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(middle) else (low, middle)
    return low
