"""What is nearest to a verdict beside what trying everybody finds, over small domains."""

from datetime import date
from itertools import product
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_book import with_criteria, write_book
from test_analysis_property import DOMAINS, UNKNOWN, Someone, Written, conditions

from selaras.least_change.nearest import hangs_on, nearest
from selaras.least_change.someone import Someone as Seen
from selaras.rules.check.whole_book import load
from selaras.rules.prove.epochs import epochs_of
from selaras.rules.prove.world import World
from selaras.rules.read.problems import Problems

SAYS = "says: {id: A., en: A.}"
LESS = f"act: {{way: claim, to: less, {SAYS}}}"
TOWARDS = {"is_alive": True, "grade": "less", "household.decile": "less"}
VOCABULARY = f"""\
person:
  age: {{type: integer, minimum: 0, maximum: 4, description: Age., act: {{way: none, {SAYS}}}}}
  grade:
    {{type: integer, minimum: 1, maximum: 3, description: G., {LESS}}}
  is_alive: {{type: boolean, description: Alive., act: {{way: correct, to: true, {SAYS}}}}}
  level: {{type: text, values: [low, middle, high], description: Level.}}
household:
  decile:
    {{type: integer, minimum: 1, maximum: 2, description: D., {LESS}}}
"""
Ways = dict[tuple[str, ...], list]


def may_become(name: str, value: object) -> list:
    """The values that a fact may have in a way to a grant: as it is, or where acting leads."""
    if value is UNKNOWN:
        return [UNKNOWN, *DOMAINS[name]]
    towards = TOWARDS.get(name)
    if towards == "less":
        return [value, *(each for each in DOMAINS[name] if each < value)]
    return [value, True] if towards is True and value is False else [value]


def by_trying(who: Someone, criteria: list[Written]) -> Ways:
    """The smallest sets of facts that grant, each with the nearest values of those known."""
    found: Ways = {}
    for values in product(*(may_become(name, who[name]) for name in DOMAINS)):
        other = dict(zip(DOMAINS, values, strict=True))
        if all(each.of(other) is True for each in criteria):
            moved = tuple(sorted(name for name in DOMAINS if other[name] is not who[name]))
            found.setdefault(moved, []).append(other)
    least = min(map(len, found), default=0)
    return {
        moved: [
            None if who[name] is UNKNOWN else nearest_of(who, moved, name, others)
            for name in sorted_as_keys(moved)
        ]
        for moved, others in found.items()
        if len(moved) == least
    }


def nearest_of(who: Someone, moved: tuple[str, ...], name: str, others: list[Someone]) -> object:
    """The value of a fact in the way in which the facts before it, then it, move least."""
    known = [each for each in sorted_as_keys(moved) if who[each] is not UNKNOWN]
    return min(others, key=lambda other: [distance(other[n], who[n]) for n in known])[name]


def distance(one: object, other: object) -> int:
    """How far two values lie apart."""
    return abs(int(one) - int(other))


def sorted_as_keys(names: tuple[str, ...]) -> list[str]:
    """Facts in the order of the solver: those of the household first."""
    return sorted(names, key=lambda name: (not name.startswith("household."), name))


def undoing(who: Someone, criteria: list[Written]) -> dict[str, set]:
    """Each known fact that alone makes a criterion fail, with the values that do, nearest ones."""
    found = {}
    for name, values in DOMAINS.items():
        wrong = [
            value
            for value in values
            if who[name] is not UNKNOWN
            and value != who[name]
            and any(each.of(who | {name: value}) is False for each in criteria)
        ]
        if wrong and name != "level":
            least = min(distance(value, who[name]) for value in wrong)
            wrong = [value for value in wrong if distance(value, who[name]) == least]
        if wrong:
            found[name] = set(wrong)
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all the rule books."""
    return tmp_path_factory.mktemp("book")


def named(key: tuple[str, str]) -> str:
    """A key as conditions name the fact."""
    return key[1] if key[0] == "person" else ".".join(key)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(first=conditions, second=conditions, seed=st.integers(0, 2**16))
def test_the_least_change_is_what_trying_everybody_finds(
    folder: Path, first: Written, second: Written, seed: int
) -> None:
    project = write_book(folder, with_criteria(first=f'"{first.text}"', second=f'"{second.text}"'))
    (project / "rules/vocabulary.yml").write_text(VOCABULARY, encoding="utf-8")
    book = load(project, Problems()).book
    [checked], random = book.rules, Random(seed)
    for _ in range(6):
        who = {name: random.choice([*values, *values, UNKNOWN]) for name, values in DOMAINS.items()}
        seen = Seen(
            World(checked, book.vocabulary),
            next(each for each in epochs_of(checked.rule) if each.covers(date(2025, 6, 1))),
            {name: value for name, value in who.items() if "." not in name},
            {"decile": who["household.decile"]},
            {},
        )
        verdict = seen.verdict(is_enrolled=False)
        answers = [each.of(who) for each in (first, second)]
        if False in answers:
            told = {
                tuple(sorted(named(key) for key, _ in way)): [value for _, value in way]
                for way in nearest(seen, verdict)
            }
            assert told == by_trying(who, [first, second])
        elif None not in answers:
            told = {named(key): value for key, value in hangs_on(seen, verdict)}
            wanted = undoing(who, [first, second])
            assert set(told) == set(wanted)
            assert all(value in wanted[name] for name, value in told.items())
