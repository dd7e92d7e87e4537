"""The shortest list of questions: as short as trying all lists finds, however long it is."""

from dataclasses import dataclass
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.ask.family import Asked, Open, Questions, fewest

NAMES = [("", f"f{at}") for at in range(6)]


@dataclass
class Told(Open):
    """An open verdict that is settled by each of some sets of questions."""

    def __init__(self, ways: list[Questions]) -> None:
        self.ways, self.keys = ways, dict.fromkeys(frozenset().union(*ways))

    def is_settled_by(self, some: Questions) -> bool:
        return any(way <= some for way in self.ways)


def tried(found: list[Told], names: list[Asked]) -> Questions:
    """The first of the smallest sets that settle all, by trying all sets in order."""
    return next(
        frozenset(some)
        for size in range(len(names) + 1)
        for some in combinations(names, size)
        if all(each.is_settled_by(frozenset(some)) for each in found)
    )


WAYS = st.lists(st.frozensets(st.sampled_from(NAMES), min_size=1), min_size=1, max_size=3)


@settings(max_examples=60, deadline=None)
@given(st.lists(WAYS, max_size=4))
def test_it_is_the_first_of_the_smallest_that_trying_all_finds(drawn: list) -> None:
    found = [Told(ways) for ways in drawn]
    assert fewest(found) == tried(found, NAMES)


def test_forty_verdicts_with_sixty_questions_are_no_reason_to_refuse() -> None:
    of_whom = [(f"p{at:02}", name) for at in range(20) for name in ("x", "y", "z")]
    families = [of_whom[at : at + 3] for at in range(0, 60, 3)]
    each_own = [Told([frozenset({x, y}), frozenset({z})]) for x, y, z in families]
    several = [Told([frozenset(each)]) for each in families[:20:2]]
    shared = [Told([frozenset({of_whom[at], of_whom[-1]})]) for at in range(0, 30, 3)]
    asked = fewest(each_own + several + shared)
    alone = {z for x, y, z in families[1::2]}
    whole = {name for each in families[:20:2] for name in each}
    assert len(asked) == len(alone | whole | {x for x, y, z in families[:10]})
    assert all(each.is_settled_by(asked) for each in each_own + several + shared)
