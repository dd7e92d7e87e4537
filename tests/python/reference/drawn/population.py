"""People and families beside the thresholds of a rule book, with unknowns everywhere."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from interpreter.rule import Facts, Rule, Unit

STATUSES = ("active", "active", "suspended", "cancelled", None)
DAY = timedelta(days=1)
MONEY = (0, 1, 2**31 - 1, 2**31, 2**53, 2**53 + 1, 2**62 + 1, 2**63 - 1)

CODES = ("31", "3171", "3174051002")  # texts of which the vocabulary lists no values


@dataclass
class Family:
    """A household on a day, its members, and what stands on lists about each."""

    day: date
    facts: Facts
    members: list[Facts]
    listed: dict[tuple[int | None, str], str | None] = field(default_factory=dict)
    objections: set[tuple[int | None, str, str]] = field(default_factory=set)

    def unit(self, rule: Rule, member: int | None) -> Unit:
        """What one rule sees of the household (None) or of a member by position."""
        programme = rule.raw["programme"]
        objections = {
            name for at, where, name in self.objections if (at, where) == (member, programme)
        }
        facts = self.facts
        if member is not None:
            facts = self.members[member] | {
                f"household.{name}": each for name, each in self.facts.items()
            }
        return Unit(
            day=self.day,
            facts=facts,
            members=tuple(self.members),
            is_enrolled=self.listed.get((member, programme), "cancelled") != "cancelled",
            objections=frozenset(objections),
        )


def population(rules: list[Rule], facts: dict, size: int, seed: int, most: int = 5) -> list[Family]:
    """Families whose facts lie on, below and above what the rules ask for; `most` is of members."""
    random = Random(seed)
    turning = list(turning_days(rules))
    numbers = sorted({number + step for number in _numbers(rules) for step in (-1, 0, 1)})
    families = []
    for _ in range(size):
        day = random.choice(turning)
        members = [
            _facts(facts["person"], numbers, turning, random)
            for _ in range(random.randint(0, most))
        ]
        family = Family(day, _facts(facts["household"], numbers, turning, random), members)
        for rule in rules:
            for at in range(len(members)) if rule.raw["unit"] == "person" else [None]:
                if random.random() < 0.5:
                    family.listed[at, rule.raw["programme"]] = random.choice(STATUSES)
                for name in rule.raw["criteria"]:
                    if random.random() < 0.15:
                        family.objections.add((at, rule.raw["programme"], name))
        families.append(family)
    return families


def turning_days(rules: list[Rule]) -> Iterator[date]:
    """Each day on which something changes in a rule, the day before and the day after."""
    for rule in rules:
        days = {rule.raw["valid_from"], rule.raw.get("valid_to") or rule.raw["valid_from"]}
        for each in rule.raw.get("parameters", {}).values():
            days |= set(each["values"])
        for each in rule.raw["criteria"].values():
            days |= {each[key] for key in ("from", "to") if key in each}
        for day in sorted(days):
            yield from (day - DAY, day, day + DAY)


def _numbers(rules: list[Rule]) -> set[int]:
    """The whole numbers in the figures of the rules."""
    found = {0, 60}
    for rule in rules:
        for each in rule.raw.get("parameters", {}).values():
            values = [entry["value"] for entry in each["values"].values() if entry]
            found |= {
                int(value) for value in values if not isinstance(value, bool | date | str | None)
            }
    return found


def _facts(entries: dict, numbers: list[int], days: list[date], random: Random) -> Facts:
    """A value or nothing for every fact."""
    return {
        name: _value(each, numbers, days, random)
        for name, each in entries.items()
        if random.random() < 0.75
    }


def _value(entry: dict, numbers: list[int], days: list[date], random: Random) -> object:
    """One value of a fact, within what the vocabulary says of it."""
    match entry["type"]:
        case "boolean":
            return random.random() < 0.5
        case "text":
            return random.choice(list(entry.get("values", CODES)))
        case "date":
            return random.choice([*days, date(1965, 10, 24), date(2024, 2, 29)])
    low, high = entry["minimum"], entry["maximum"]
    near = [number for number in numbers if low <= number <= high]
    if high > 2**31:
        near += MONEY
    return (
        random.choice(near)
        if near and random.random() < 0.8
        else random.randint(low, min(high, 10**9))
    )
