"""The solver's answers beside those of trying everyone, over domains small enough for that."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_book import found, with_criteria, write_book

UNKNOWN = None
DOMAINS: dict[str, list] = {
    "age": [0, 1, 2, 3, 4],
    "grade": [1, 2, 3],
    "is_alive": [False, True],
    "level": ["low", "middle", "high"],
    "household.decile": [1, 2],
}
VOCABULARY = """\
person:
  age: {type: integer, minimum: 0, maximum: 4, description: Age.}
  grade: {type: integer, minimum: 1, maximum: 3, description: Grade.}
  is_alive: {type: boolean, description: Alive.}
  level: {type: text, values: [low, middle, high], description: Level.}
household:
  decile: {type: integer, minimum: 1, maximum: 2, description: Decile.}
"""
KINDS = ("never_holds", "never_fails", "implies", "same_as", "nobody")
EVERYONE = [
    dict(zip(DOMAINS, values, strict=True))
    for values in product(*([*each, UNKNOWN] for each in DOMAINS.values()))
]
Someone = dict[str, object]


@dataclass(frozen=True)
class Written:
    """An expression as text, and as a function of someone's facts."""

    text: str
    of: Callable[[Someone], object]


def strict(function: Callable, *parts: Written) -> Callable[[Someone], object]:
    """A function that is unknown where any of its arguments is."""

    def run(who: Someone) -> object:
        values = [part.of(who) for part in parts]
        return UNKNOWN if UNKNOWN in values else function(*values)

    return run


def both(one: Written, other: Written) -> Callable[[Someone], object]:
    """Three-valued `and`."""

    def run(who: Someone) -> object:
        values = (one.of(who), other.of(who))
        return False if False in values else UNKNOWN if UNKNOWN in values else True

    return run


def either(one: Written, other: Written) -> Callable[[Someone], object]:
    """Three-valued `or`."""

    def run(who: Someone) -> object:
        values = (one.of(who), other.of(who))
        return True if True in values else UNKNOWN if UNKNOWN in values else False

    return run


def chosen(condition: Written, one: Written, other: Written) -> Callable[[Someone], object]:
    """A `case` that is unknown where its condition is."""

    def run(who: Someone) -> object:
        asked = condition.of(who)
        return UNKNOWN if asked is UNKNOWN else (one if asked else other).of(who)

    return run


def fact(name: str) -> Written:
    """A fact."""
    return Written(name, lambda who: who[name])


COMPARE = {
    "=": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}


def figures(depth: int = 1) -> st.SearchStrategy[Written]:
    """Whole numbers: facts, constants, sums, least and greatest."""
    plain = st.sampled_from([fact("age"), fact("grade"), fact("household.decile")])
    plain |= st.integers(0, 4).map(lambda number: Written(str(number), lambda _: number))
    if depth == 0:
        return plain
    inner = figures(depth - 1)
    sums = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b}

    def summed(name: str, a: Written, b: Written) -> Written:
        return Written(f"({a.text} {name} {b.text})", strict(sums[name], a, b))

    def called(name: str, a: Written, b: Written) -> Written:
        function = min if name == "least" else max
        return Written(f"{name}({a.text}, {b.text})", strict(function, a, b))

    sizes = inner.map(lambda a: Written(f"abs({a.text})", strict(abs, a)))
    added = st.builds(summed, st.sampled_from(["+", "-", "*"]), inner, inner)
    return (
        plain
        | added
        | st.builds(called, st.sampled_from(["least", "greatest"]), inner, inner)
        | sizes
    )


def atoms() -> st.SearchStrategy[Written]:
    """Conditions without joints."""
    numbers = figures()

    def compared(name: str, a: Written, b: Written) -> Written:
        return Written(f"{a.text} {name} {b.text}", strict(COMPARE[name], a, b))

    def between(a: Written, low: Written, high: Written) -> Written:
        ends = [
            Written("", strict(COMPARE[">="], a, low)),
            Written("", strict(COMPARE["<="], a, high)),
        ]
        return Written(f"{a.text} between {low.text} and {high.text}", both(*ends))

    def among(texts: list[str]) -> Written:
        shown = ", ".join(f"'{each}'" for each in texts)
        return Written(f"level in ({shown})", strict(lambda level: level in texts, fact("level")))

    def missing(name: str) -> Written:
        return Written(f"{name} is null", lambda who: who[name] is UNKNOWN)

    return (
        st.just(fact("is_alive"))
        | st.builds(compared, st.sampled_from(list(COMPARE)), numbers, numbers)
        | st.builds(between, numbers, numbers, numbers)
        | st.lists(st.sampled_from(DOMAINS["level"]), min_size=1, max_size=2, unique=True).map(
            among
        )
        | st.sampled_from(list(DOMAINS)).map(missing)
    )


def joined(inner: st.SearchStrategy[Written]) -> st.SearchStrategy[Written]:
    """Conditions made of others."""

    def choose(a: Written, b: Written, c: Written) -> Written:
        return Written(f"case when {a.text} then {b.text} else {c.text} end", chosen(a, b, c))

    return (
        st.builds(lambda a, b: Written(f"({a.text}) and ({b.text})", both(a, b)), inner, inner)
        | st.builds(lambda a, b: Written(f"({a.text}) or ({b.text})", either(a, b)), inner, inner)
        | inner.map(lambda a: Written(f"not ({a.text})", strict(lambda b: not b, a)))
        | st.builds(choose, inner, inner, inner)
    )


conditions = st.recursive(atoms(), joined, max_leaves=5)


def by_trying(first: Written, second: Written) -> set[tuple[str, str]]:
    """The findings that trying everyone comes to."""
    answers = {
        "first": [first.of(who) for who in EVERYONE],
        "second": [second.of(who) for who in EVERYONE],
    }
    told = set()
    for name, each in answers.items():
        if True not in each:
            told.add(("never_holds", name))
        elif False not in each:
            told.add(("never_fails", name))
    if told:
        return told
    pairs = set(zip(answers["first"], answers["second"], strict=True))
    if (True, True) not in pairs:
        told.add(("nobody", "first, second"))
    follows = all(b is True for a, b in pairs if a is True)
    leads = all(a is True for a, b in pairs if b is True)
    if follows:
        told.add(("same_as" if leads else "implies", "first"))
    elif leads:
        told.add(("implies", "second"))
    return told


def says(example: dict, first: Written, second: Written) -> Iterator[tuple[object, object]]:
    """What an example expects beside what its facts come to."""
    who = {name: example["given"].get(name) for name in DOMAINS}
    answers = {"first": first.of(who), "second": second.of(who)}
    expect = example["expect"]
    yield expect["unmet"], [name for name, each in answers.items() if each is False]
    yield expect["unknown"], [name for name, each in answers.items() if each is UNKNOWN]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory):
    """One folder for all the rule books."""
    return tmp_path_factory.mktemp("book")


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=conditions, second=conditions)
def test_the_solver_says_what_trying_everyone_says(folder, first: Written, second: Written) -> None:
    rule = with_criteria(first=f'"{first.text}"', second=f'"{second.text}"')
    project = write_book(folder, rule)
    (project / "rules/vocabulary.yml").write_text(VOCABULARY, encoding="utf-8")
    problems = found(project)
    told = {(each.key, each.words) for each in problems if each.key in KINDS}
    assert not {each.key for each in problems if each.is_error} - {*KINDS}
    assert told == by_trying(first, second)
    for problem in problems:
        if problem.key in KINDS:
            [example] = yaml.safe_load(problem.example)
            for expected, really in says(example, first, second):
                assert expected == really
