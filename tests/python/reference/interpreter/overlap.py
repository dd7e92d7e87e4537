"""Which enrolments meet under the overlap rules, and what comes of it: findings and gaps."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations, product

DAY = timedelta(days=1)
SURE = ("exact", "repaired", "decided")
EMPLOYMENT = "formal_employment"


@dataclass(frozen=True)
class Enrolment:
    """A line of a list: `ends_on` is the first day after it, None while it has no end."""

    id: str
    programme: str
    component: str | None
    person: str | None
    household: str | None
    amount: int | None
    starts_on: date | None
    ends_on: date | None
    status: str | None = "active"
    method: str = "exact"
    seen_on: date | None = None


@dataclass(frozen=True)
class Person:
    """What the overlap rules ask about a person; None is unknown."""

    id: str
    household: str | None
    is_public_servant: bool | None
    is_state_enterprise_employee: bool | None
    is_alive: bool | None
    has_debit_letter: bool | None


@dataclass(frozen=True)
class Finding:
    """Two or more benefits that people are asked to look at."""

    rule: str
    kind: str
    person: str | None
    household: str | None
    programme: str | None
    other: str | None
    starts_on: date
    ends_on: date | None
    at_stake: int | None
    keep: str | None
    disposition: str


def groups(rule: dict) -> list[list[str]]:
    """The sides, those that are not set against each other in one list."""
    return [side if isinstance(side, list) else [side] for side in rule["between"]]


def is_on(side: str, enrolment: Enrolment) -> bool:
    """Whether an enrolment stands on a side: a programme, or one component of it."""
    programme, _, component = side.partition(":")
    return enrolment.programme == programme and component in ("", enrolment.component)


def on_lists(enrolments: list[Enrolment], people: list[Person], today: date) -> list[Enrolment]:
    """Who can stand on a side: on the latest list until the next, and known state employees."""
    standing = []
    for each in enrolments:
        if each.status != "cancelled":
            ends = None if each.ends_on is None else max(each.ends_on, today + DAY)
            standing.append(replace(each, ends_on=ends))
    for each in people:
        if each.is_alive and (each.is_public_servant or each.is_state_enterprise_employee):
            standing.append(
                Enrolment(each.id, EMPLOYMENT, None, each.id, each.household, None, None, None)
            )
    return standing


def shared_key(rule: dict, enrolment: Enrolment) -> str | None:
    """Who two enrolments must share: the person, or the family."""
    return enrolment.person if rule["scope"] == "person" else enrolment.household


def span(rule: dict, *enrolments: Enrolment) -> tuple[date, date | None] | None:
    """The days that some enrolments share within those of the rule; None where there are none."""
    starts = max(
        rule["valid_from"],
        *(each.starts_on for each in enrolments if each.starts_on),
        rule["valid_from"],
    )
    ends = [each.ends_on for each in enrolments] + [rule.get("valid_to")]
    first_end = min((each for each in ends if each), default=None)
    return (starts, first_end) if first_end is None or starts < first_end else None


def by_key(rule: dict, standing: list[Enrolment]) -> dict[str, list[Enrolment]]:
    """What each person, or each family, is on."""
    found: dict[str, list[Enrolment]] = {}
    for each in standing:
        if (key := shared_key(rule, each)) is not None:
            found.setdefault(key, []).append(each)
    return found


def pairs(rule: dict, standing: list[Enrolment]) -> Iterator[tuple[Enrolment, Enrolment]]:
    """Two enrolments on two sides of a rule that meet."""
    set_against = [
        sides for groups_of in combinations(groups(rule), 2) for sides in product(*groups_of)
    ]
    for theirs in by_key(rule, standing).values():
        for (first, second), one, other in product(set_against, theirs, theirs):
            on_sides = one.id != other.id and is_on(first, one) and is_on(second, other)
            if on_sides and span(rule, one, other):
                yield one, other


def findings(
    name: str, rule: dict, standing: list[Enrolment], people: dict[str, Person]
) -> list[Finding]:
    """What a rule between sides finds: one for each person or family and pair of programmes."""
    met: dict[tuple, list[tuple[Enrolment, Enrolment, bool]]] = {}
    for one, other in pairs(rule, standing):
        allowed = None
        if rule["kind"] == "conditional":
            person = people.get(one.person or "")
            allowed = getattr(person, rule["allowed_if"]) if person else None
            if allowed:
                continue
        key = (shared_key(rule, one), one.programme, other.programme)
        known = rule["kind"] != "conditional" or allowed is not None
        met.setdefault(key, []).append((one, other, known))
    return [_finding(name, rule, found) for found in met.values()]


def _finding(name: str, rule: dict, met: list[tuple[Enrolment, Enrolment, bool]]) -> Finding:
    """All meetings of one person or family under one rule and pair of programmes."""
    one, other, _ = met[0]
    spans = [span(rule, first, second) for first, second, _ in met]
    ends = [end for _, end in spans]
    sure = all(
        known and first.method in SURE and second.method in SURE for first, second, known in met
    )
    sides = [
        {each.id: each.amount for each in side}
        for side in zip(*(pair[:2] for pair in met), strict=True)
    ]
    totals = [None if None in side.values() else sum(side.values()) for side in sides]
    homes = [first.household for first, _, _ in met if first.household]
    return Finding(
        rule=name,
        kind=rule["kind"],
        person=one.person if rule["scope"] == "person" else None,
        household=max(homes, default=None),
        programme=one.programme,
        other=other.programme,
        starts_on=min(start for start, _ in spans),
        ends_on=None if None in ends else max(ends),
        at_stake=None if rule["kind"] == "info" or None in totals else min(totals),
        keep=rule.get("keep"),
        disposition="open" if sure else "needs_review",
    )
