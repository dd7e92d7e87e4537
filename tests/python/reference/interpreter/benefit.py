"""What is paid: for certain, and if all that is open turns out true."""

from collections.abc import Iterable
from fractions import Fraction
from math import floor

from interpreter.language import Node
from interpreter.logic import Look, all_hold, evaluate
from interpreter.rule import Rule, read

MONTHS = {"month": 1, "quarter": 3, "semester": 6, "year": 12}
Range = tuple[object, object]


def monthly(rule: Rule, look: Look, members: list[Look]) -> Range:
    """The range of whole rupiah per month, rounded down once; None is an amount nobody knows."""
    benefit = rule.benefit
    if benefit["kind"] == "flat":
        certain = possible = evaluate(read(benefit["amount"]), look)
    elif benefit["kind"] == "tiered":
        certain, possible = _tiered(benefit["tiers"].values(), look)
    else:
        certain, possible = _by_component(benefit, look, members)
    months = MONTHS[benefit["per"]]
    return _per_month(certain, months), _per_month(possible, months)


def _per_month(amount: object, months: int) -> int | None:
    """An exact amount of a period as whole rupiah of a month."""
    return None if amount is None else floor(Fraction(amount) / months)


def _tiered(tiers: Iterable[dict], look: Look) -> Range:
    """Over every tier that may be the first to match."""
    amounts, sure = [], False
    for tier in tiers:
        holds = evaluate(read(tier["when"]), look)
        if holds is not False:
            amounts.append(evaluate(read(tier["amount"]), look))
        if holds:
            sure = True
            break
    if not amounts or None in amounts:
        return None, None
    return (min(amounts) if sure else None), max(amounts)


def in_components(benefit: dict, member: Look) -> dict[str, bool | None]:
    """Whether a member is in each component."""
    people = evaluate(read(benefit["people"]), member) if benefit.get("people") else True
    return {
        name: all_hold(people, evaluate(read(each["when"]), member))
        for name, each in benefit["components"].items()
    }


def component_reads(benefit: dict, name: str) -> list[Node]:
    """The conditions that decide whether a member is in a component."""
    texts = [
        benefit["components"][name]["when"],
        *([benefit["people"]] if benefit.get("people") else []),
    ]
    return [read(text) for text in texts]


def _by_component(benefit: dict, look: Look, members: list[Look]) -> Range:
    """Each member once, in the best-paid component; the best-paid members first."""
    most = evaluate(read(benefit["max_people"]), look)
    pays = {
        name: evaluate(read(each["amount"]), look) for name, each in benefit["components"].items()
    }
    places = [in_components(benefit, member) for member in members]

    def total(counts: tuple) -> object:
        """The sum when members count where their place is one of these."""
        best = []
        for place in places:
            amounts = [pays[name] for name, value in place.items() if value in counts]
            if None in amounts:
                return None
            best.append(max([*amounts, 0]))
        return sum(sorted(best, reverse=True)[: max(most, 0)])

    if most is None or not members:
        return None, None
    return total((True,)), total((True, None))
