"""What depends on a text alone is worked out once, however often the text is read in one run."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, TypeVar

from selaras.rules.read.problems import Problem, Problems

MOST = 256  # more than a rule book, its contracts and the reforms that are tried on it
Found = TypeVar("Found")


def once(function: Callable[..., Found]) -> Callable[..., Found]:
    """A function of hashable arguments and, as the last one, the problems to which it adds.

    Asked again it gives the same object, which nobody may change, and notes the same problems.
    """

    @lru_cache(MOST)
    def worked_out(*arguments: Any) -> tuple[Found, tuple[Problem, ...]]:
        problems = Problems()
        return function(*arguments, problems), tuple(problems.found)

    @wraps(function)
    def told(*arguments: Any) -> Found:
        *asked, problems = arguments
        found, noted = worked_out(*asked)
        problems.found += noted
        return found

    return told
