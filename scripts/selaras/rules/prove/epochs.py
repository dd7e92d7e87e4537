"""The stretches of time in which a rule says the same, and where its facts come from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from selaras.rules.expression.tree import Expression, parameters_in
from selaras.rules.grammar.rule import Rule
from selaras.rules.sql.parameters import value_on


@dataclass(frozen=True)
class Epoch:
    """A half-open stretch of time within the life of a programme, and what is in force in it.

    `values` are those of the parameters, `asked` the criteria that are asked for.
    """

    valid_from: date
    valid_to: date | None
    values: dict[str, object]
    asked: frozenset[str]

    def covers(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)


def epochs_of(rule: Rule) -> list[Epoch]:
    """Every stretch between the first and the last day of a programme, oldest first."""
    days = {day for each in rule.parameters.values() for day in each.values}
    for each in rule.criteria.values():
        days |= {day for day in (each.valid_from, each.valid_to) if day}
    last = rule.valid_to
    inside = {day for day in days if rule.valid_from < day and (last is None or day < last)}
    return [
        Epoch(
            start,
            end,
            {name: value_on(each, start) for name, each in rule.parameters.items()},
            frozenset(name for name, each in rule.criteria.items() if each.is_asked_on(start)),
        )
        for start, end in pairwise([rule.valid_from, *sorted(inside), last])
    ]


def asking(epochs: Iterable[Epoch], *names: str) -> list[Epoch]:
    """The epochs in which all of some criteria are asked for; other names are always there."""
    return [each for each in epochs if each.asked.issuperset(names)]


def telling(epochs: list[Epoch], trees: Iterable[Expression]) -> list[Epoch]:
    """The epochs in which every parameter of some expressions has a value, each value once.

    Of epochs with the same values the newest is kept. Where a parameter never has a value, all
    epochs tell: its condition really is unknown throughout.
    """
    names = [each.name for each in parameters_in(*trees)]
    valued = [each for each in epochs if all(each.values[name] is not None for name in names)]
    chosen = {tuple(each.values[name] for name in names): each for each in valued or epochs}
    return sorted(chosen.values(), key=lambda each: each.valid_from)


def telling_together(
    epochs: list[Epoch], criteria: Mapping[str, Expression], others: Iterable[Expression]
) -> list[Epoch]:
    """The same for all criteria at once, with those that are asked for at each time."""
    found, always = [], list(others)
    for asked in dict.fromkeys(each.asked for each in epochs):
        own = [each for each in epochs if each.asked == asked]
        trees = [tree for name, tree in criteria.items() if name in asked]
        found += telling(own, [*trees, *always])
    return sorted(found, key=lambda each: each.valid_from)
