"""Rules with a limit: how many people, or how much money a month, run together at one time."""

from interpreter.overlap import SURE, Enrolment, Finding, by_key, groups, is_on, span


def limit_findings(name: str, rule: dict, standing: list[Enrolment]) -> list[Finding]:
    """One finding for each person or family that passes the limit, at the moment it does most."""
    sides = [side for group in groups(rule) for side in group]
    standing = [each for each in standing if any(is_on(side, each) for side in sides)]
    found = [_passed(name, rule, sides, theirs) for theirs in by_key(rule, standing).values()]
    return [each for each in found if each]


def _passed(name: str, rule: dict, sides: list[str], counted: list[Enrolment]) -> Finding | None:
    """The worst moment of one person or family, the first of several."""
    at_most, counts = rule["at_most"]["value"], rule["at_most"]["counts"]
    spans = {each.id: span(rule, each) for each in counted}
    moments = sorted({found[0] for found in spans.values() if found})
    worst = None
    for moment in moments:
        running = [
            each
            for each in counted
            if (found := spans[each.id])
            and found[0] <= moment
            and (not found[1] or moment < found[1])
        ]
        total = _total(running, counts)
        if total > at_most and (worst is None or total > worst[0]):
            worst = (total, moment, running)
    if worst is None:
        return None
    _, moment, running = worst
    ends = [spans[each.id][1] for each in running if spans[each.id][1]]
    programmes = {side.partition(":")[0] for side in sides}
    return Finding(
        rule=name,
        kind=rule["kind"],
        person=running[0].person if rule["scope"] == "person" else None,
        household=max((each.household for each in running if each.household), default=None),
        programme=programmes.pop() if len(programmes) == 1 else None,
        other=None,
        starts_on=moment,
        ends_on=min(ends, default=None),
        at_stake=_past(running, at_most, counts) if rule["kind"] == "cap" else None,
        keep=None,
        disposition="open" if all(each.method in SURE for each in running) else "needs_review",
    )


def _total(running: list[Enrolment], counts: str) -> int:
    """How many known people, or how much known money a month."""
    if counts == "people":
        return len({each.person for each in running if each.person})
    return sum(each.amount for each in running if each.amount is not None)


def _past(running: list[Enrolment], at_most: int, counts: str) -> int | None:
    """What the least-paid people past a limit get, or the money past it; None if one is unknown."""
    if any(each.amount is None for each in running):
        return None
    if counts == "rupiah":
        return sum(each.amount for each in running) - at_most
    paid: dict[str, int] = {}
    for each in running:
        if each.person:
            paid[each.person] = paid.get(each.person, 0) + each.amount
    return sum(sorted(paid.values(), reverse=True)[at_most:])
