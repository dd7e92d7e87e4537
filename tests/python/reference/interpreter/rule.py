"""One rule file as it is written: loaded, its conditions read, its figures dated."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path

import yaml

from interpreter.language import Node, parse

Facts = dict[str, object]


@dataclass(frozen=True)
class Unit:
    """A person or household on a day, with all that bears on its verdict.

    A fact that is not here is unknown; those of the household of a person are `household.<fact>`.
    `objections` are the criteria with an accepted objection in force.
    """

    day: date
    facts: Facts
    members: tuple[Facts, ...] = ()
    is_enrolled: bool = False
    objections: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Rule:
    """A rule file."""

    raw: dict
    conditions: dict[str, dict[str, Node]] = field(compare=False)

    @property
    def benefit(self) -> dict:
        return self.raw["benefit"]

    def figure(self, name: str, day: date) -> object:
        """The value of a parameter in force on a day; None before the first and after an end."""
        values = self.raw["parameters"][name]["values"]
        begun = [start for start in values if start <= day]
        entry = values[max(begun)] if begun else None
        return entry["value"] if entry else None

    def is_in_force(self, day: date) -> bool:
        """Whether the programme runs on a day; the day on which it ends is already outside."""
        return _covers(self.raw["valid_from"], self.raw.get("valid_to"), day)

    def asked_on(self, day: date) -> dict[str, dict[str, Node]]:
        """The conditions of the criteria that exist on a day."""
        criteria = self.raw["criteria"]
        return {
            name: trees
            for name, trees in self.conditions.items()
            if _covers(criteria[name].get("from"), criteria[name].get("to"), day)
        }


def _covers(first: date | None, end: date | None, day: date) -> bool:
    """Whether a day is not before the first and before the end, where these are given."""
    return (first is None or first <= day) and (end is None or day < end)


class ExactLoader(yaml.SafeLoader):
    """The safe loader, with decimals as they are written and not as the nearest binary one."""


ExactLoader.add_constructor(
    "tag:yaml.org,2002:float", lambda loader, node: Fraction(loader.construct_scalar(node))
)


@cache
def read(text: str) -> Node:
    """The tree of a text, read once."""
    return parse(text)


def load(path: Path) -> Rule:
    """The rule in a file."""
    return rule_of(yaml.load(path.read_text(encoding="utf-8"), ExactLoader))


def rule_of(raw: dict) -> Rule:
    """A rule from plain data; each criterion as its branches by name, one alone under ''."""
    conditions = {}
    for name, each in raw["criteria"].items():
        branches = each.get("any_of") or {"": each}
        conditions[name] = {key: read(branch["when"]) for key, branch in branches.items()}
    return Rule(raw, conditions)
