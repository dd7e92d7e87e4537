"""Overlap rules that contradict each other about the same two benefits on the same days.

Rules of one scope contradict where one forbids what the other allows, leaves to people or ties to
a condition, where two let different sides stand, put the same two in opposite order, or set
different limits on the same sides. A rule about a family says the same of each of its people, so
what it forbids contradicts a rule about people that does not; the other way round a rule about
people only says more.
"""

from dataclasses import dataclass
from datetime import date
from itertools import combinations

from selaras.rules.check.book import Book
from selaras.rules.grammar.overlaps import STANDINGS, Overlap
from selaras.rules.read.problems import Problems
from selaras.rules.read.source import KEY, Source

SAYS = {
    "exclusive": "forbidden",
    "segment": "forbidden",
    "sequential": "forbidden",
    "complement": "allowed",
    "same_purpose": "looked at",
    "conditional": "tied to a condition",
}
AMOUNT = 100_000
Pair = tuple[str, str]


@dataclass(frozen=True)
class Named:
    """An overlap rule with its name."""

    name: str
    rule: Overlap


def check_contradictions(book: Book, source: Source, problems: Problems) -> None:
    """Note every two overlap rules of which one says no to what the other says."""
    units = {each.programme: each.rule.unit for each in book.rules}
    units |= {name: each.unit for name, each in book.register.programmes.items()}
    rules = [Named(name, each) for name, each in book.overlaps.overlaps.items()]
    for one, other in combinations(rules, 2):
        day = _shared_day(one.rule, other.rule)
        found = _contradiction(one.rule, other.rule) if day else None
        if found:
            example = "" if set(found) & {*STANDINGS} else _example(one, other, found, day, units)
            place = source.place("overlaps", other.name, KEY)
            values = {"name": other.name, "other": one.name, "sides": " x ".join(found)}
            problems.add(place, "overlaps_contradict", since=day, example=example, **values)


def _shared_day(one: Overlap, other: Overlap) -> date | None:
    """The first day on which both rules hold."""
    day = max(one.valid_from, other.valid_from)
    ends = [each.valid_to for each in (one, other) if each.valid_to]
    return day if all(day < end for end in ends) else None


def _contradiction(one: Overlap, other: Overlap) -> list[str] | None:
    """The sides about which two rules contradict each other, the narrower names of both."""
    if one.kind == other.kind == "cap":
        return _limits(one, other)
    if one.kind not in SAYS or other.kind not in SAYS:
        return None
    for first in one.pairs():
        for second in other.pairs():
            sides = _met(first, second)
            turned = _met(first, second[::-1])
            if (sides and _at_odds(one, other, False)) or (turned and _at_odds(one, other, True)):
                return list(sides or turned or ())
    return None


def _at_odds(one: Overlap, other: Overlap, is_turned: bool) -> bool:
    """Whether two rules about the same two sides, perhaps in the other order, contradict."""
    says, also = SAYS[one.kind], SAYS[other.kind]
    if one.scope != other.scope:
        family, person = (says, also) if one.scope == "household" else (also, says)
        return family == "forbidden" != person
    if says != also:
        return True
    if one.kind == other.kind == "sequential" and is_turned:
        return True
    return bool(one.keep and other.keep and one.stays() != other.stays())


def _limits(one: Overlap, other: Overlap) -> list[str] | None:
    """The sides on which two caps set different limits."""
    same = one.scope == other.scope and set(one.sides()) == set(other.sides())
    same = same and one.at_most is not None and other.at_most is not None
    if not same or one.at_most.counts != other.at_most.counts:
        return None
    return one.sides() if one.at_most.value != other.at_most.value else None


def _met(one: Pair, other: Pair) -> Pair | None:
    """The narrower side of each two, where both pairs speak of the same thing."""
    sides = []
    for first, second in zip(one, other, strict=True):
        if first.partition(":")[0] != second.partition(":")[0] or (
            first != second and ":" in first and ":" in second
        ):
            return None
        sides.append(max(first, second, key=len))
    return sides[0], sides[1]


def _example(one: Named, other: Named, sides: list[str], day: date, units: dict[str, str]) -> str:
    """A case that the second rule judges, against what the first one says of it."""
    rule, limit = other.rule, other.rule.at_most
    people, rows = {}, []
    if limit and limit.counts == "people" and rule.scope == "person":
        return ""  # one person is never several people
    if limit and one.rule.at_most:
        least = min(limit.value, one.rule.at_most.value)
        count = least + 1 if limit.counts == "people" else 1
        amount = AMOUNT if limit.counts == "people" else least + 1
        rows = [_row(sides[0], f"p{at}", amount, day) for at in range(1, count + 1)]
        expect = f"finding: {str(limit.value == least).lower()}"
    else:
        rows = [_row(side, _whose(side, units), AMOUNT, day) for side in sides]
        expect = f"finding: {str(rule.kind != 'complement').lower()}"
        expect += f", keep: {rule.stays()}" if rule.keep else ""
        people = {rule.allowed_if: "false"} if rule.allowed_if else {}
    lines = [f"      - name: at one time, of which {one.name} says something else"]
    lines += [f"        date: {day}", "        enrolments:", *rows]
    lines += [f"        people: {{p1: {{{name}: {each}}}}}" for name, each in people.items()]
    return "\n".join([*lines, f"        expect: {{{expect}}}"])


def _whose(side: str, units: dict[str, str]) -> str | None:
    """The person who stands on a list; None for a list of families."""
    return "p1" if ":" in side or units.get(side) == "person" else None


def _row(side: str, person: str | None, amount: int, day: date) -> str:
    """One enrolment of an example."""
    programme, _, component = side.partition(":")
    parts = [f"programme: {programme}"]
    parts += [f"component: {component}"] if component else []
    parts += [f"person: {person}"] if person else []
    parts += [f"monthly_amount: {amount:_}", f"starts_on: {day}"]
    return f"          - {{{', '.join(parts)}}}"
