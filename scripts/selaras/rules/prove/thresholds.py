"""Thresholds that the examples of a file do not stand on, or not just past.

A threshold is a comparison by `<`, `<=`, `>`, `>=` or `between` of one fact that is a whole number
or a day with something that holds no fact, anywhere in the rule. The answer changes between two
neighbouring values of the fact (whole numbers, days): the one that equals the threshold is *on* it,
the other one is *just past* it. For `age_years >= 60` that is 60 and 59, for `age_years > 60` it
is 60 and 61, for `between` it is two such pairs. Where the threshold is no whole number, the
values on its two sides are meant. Each value that a parameter has had counts, beside the examples
of the days on which it was in force. A value that the vocabulary rules out is not asked for.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import z3

from selaras.rules.expression.rendering import literal, one_line
from selaras.rules.expression.tree import Expression, Fact, Operation, facts_in, parts
from selaras.rules.grammar.rule import Components, Example
from selaras.rules.prove.case import Questions
from selaras.rules.prove.epochs import Epoch
from selaras.rules.prove.terms import Figure
from selaras.rules.prove.world import Key, World
from selaras.rules.read.problems import Problems

TURNED = {"<": ">", "<=": ">=", ">": "<", ">=": "<="}


@dataclass(frozen=True)
class Threshold:
    """A comparison of a fact with a limit, as `fact operator limit`, and where it stands."""

    fact: Fact
    operator: str
    limit: Expression
    key: Key
    path: tuple[str, ...]

    def around(self, limit: Fraction) -> list[int]:
        """The value on the threshold and the one just past it."""
        if limit.denominator > 1:
            return [math.floor(limit), math.ceil(limit)]
        on = int(limit)
        return [on, on - 1 if self.operator in ("<", ">=") else on + 1]

    def __str__(self) -> str:
        return f"{self.fact} {self.operator} {one_line(self.limit, str)}"


def check_thresholds(world: World, epochs: list[Epoch], problems: Problems) -> None:
    """Warn of every threshold without an example on it or without one just past it."""
    told: set[tuple[Key, int]] = set()
    for threshold in _thresholds(world):
        limits: dict[Fraction, list[Epoch]] = {}
        for epoch in epochs:
            limit = _limit(world, threshold, epoch)
            if limit is not None:
                limits.setdefault(limit, []).append(epoch)
        for limit, held in limits.items():
            _check(world, threshold, threshold.around(limit), held, told, problems)


def _check(
    world: World,
    threshold: Threshold,
    values: list[int],
    epochs: list[Epoch],
    told: set[tuple[Key, int]],
    problems: Problems,
) -> None:
    """Warn of the values around one threshold that no example has while it is in force."""
    term = world.of(threshold.key)
    possible = [each for each in values if not world.is_impossible(term.value == each)]
    shown = set(_seen(world, threshold, epochs))
    missing = [each for each in possible if each not in shown]
    if not missing or {(threshold.key, each) for each in missing} <= told:
        return
    told |= {(threshold.key, each) for each in missing}
    questions = Questions.of(world, epochs[-1])
    examples = [_example(questions, threshold, each) for each in missing]
    is_day = world.entry(threshold.key).type == "date"
    wanted = ", ".join(_shown(each, is_day) for each in missing)
    place = world.checked.source.words(str(threshold.fact), *threshold.path)
    told_as = {"words": str(threshold), "fact": str(threshold.fact), "wanted": wanted}
    example = "\n".join(each for each in examples if each)
    problems.warn(
        place, "threshold_untested", since=epochs[0].valid_from, example=example, **told_as
    )


def _example(questions: Questions, threshold: Threshold, value: int) -> str:
    """Someone with a value of the fact, of whom as much as possible holds."""
    term = questions.world.of(threshold.key)
    is_day = questions.world.entry(threshold.key).type == "date"
    must = [term.known, term.value == value]
    if threshold.key[0] == "member":
        must.append(questions.world.has_member)
    return questions.example(f"{threshold.fact} of {_shown(value, is_day)}", *must)


def _shown(value: int, is_day: bool) -> str:
    """A value of a fact in words."""
    return date.fromordinal(value).isoformat() if is_day else literal(value)


def _limit(world: World, threshold: Threshold, epoch: Epoch) -> Fraction | None:
    """What a limit comes to in an epoch; None where it is not known."""
    term = world.term(threshold.limit, epoch)
    if not isinstance(term, Figure) or not z3.is_true(z3.simplify(term.known)):
        return None
    value = z3.simplify(term.value)
    is_number = z3.is_int_value(value) or z3.is_rational_value(value)
    return Fraction(value.as_string()) if is_number else None


def _seen(world: World, threshold: Threshold, epochs: list[Epoch]) -> Iterator[int]:
    """The values of a fact in the examples of some epochs."""
    for example in world.checked.rule.examples:
        if any(epoch.covers(example.date) for epoch in epochs):
            for given in _given(world, threshold, example):
                value = given.get(threshold.fact.name)
                if threshold.key[0] == "household" and world.checked.rule.unit == "person":
                    value = given.get(f"household.{threshold.fact.name}")
                if value is not None:
                    yield value if isinstance(value, int) else value.toordinal()


def _given(world: World, threshold: Threshold, example: Example) -> list[dict]:
    """The facts of whom a threshold is about."""
    return example.members if threshold.key[0] == "member" else [example.given]


def _thresholds(world: World) -> Iterator[Threshold]:
    """Every threshold of a rule in the order of its sections."""
    for path, tree, of_member in _conditions(world):
        for part in parts(tree):
            for fact, operator, limit in _comparisons(part):
                key = world.key(fact, of_member)
                if world.entry(key).type in ("integer", "date") and not facts_in(limit):
                    yield Threshold(fact, operator, limit, key, path)


def _comparisons(part: Expression) -> Iterator[tuple[Fact, str, Expression]]:
    """An expression as comparisons of a fact with something."""
    if not isinstance(part, Operation):
        return
    if part.name == "between" and isinstance(part.arguments[0], Fact):
        fact, low, high = part.arguments
        yield fact, ">=", low
        yield fact, "<=", high
    elif part.name in TURNED:
        one, other = part.arguments
        if isinstance(one, Fact):
            yield one, part.name, other
        elif isinstance(other, Fact):
            yield other, TURNED[part.name], one


def _conditions(world: World) -> Iterator[tuple[tuple[str, ...], Expression, bool]]:
    """Every condition of a rule: where it stands, and whether it is about members."""
    checked = world.checked
    for name, each in checked.judgements.items():
        for branch, tree in each.branches.items():
            yield ("criteria", name, "any_of", branch, "when"), tree, False
        if not each.branches:
            yield ("criteria", name, "when"), each.condition, False
    of_member = isinstance(checked.rule.benefit, Components)
    section = "components" if of_member else "tiers"
    for name, tree in checked.amounts.items():
        entry, _, part = name.partition(".")
        if part == "when":
            yield ("benefit", section, entry, "when"), tree, of_member
        elif name == "people":
            yield ("benefit", "people"), tree, True
    if checked.applies_to:
        yield ("applies_to",), checked.applies_to, False
