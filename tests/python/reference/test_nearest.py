"""What is nearest to a verdict of the real rule book, beside what the interpreter then judges."""

from collections.abc import Iterator
from dataclasses import replace

from budget import counting
from compared import units
from drawn.population import population
from interpreter.judging import judge
from interpreter.rule import Rule, Unit
from test_reforms import DAY, FACTS
from test_verdicts import real_rules

from selaras.least_change.nearest import Change, hangs_on, nearest
from selaras.least_change.someone import HOUSEHOLD, Someone
from selaras.rules.check.book import Book
from selaras.rules.differences.history import book_now
from selaras.rules.prove.epochs import epochs_of
from selaras.rules.prove.world import World
from selaras.workspace import PROJECT

UNITS = ("person", "household")


def seen(book: Book, rule: Rule, unit: Unit) -> Someone:
    """Somebody as the solver sees them, members by position."""
    [checked] = [each for each in book.rules if each.programme == rule.raw["programme"]]
    own, prefix = unit.facts, f"{HOUSEHOLD}."
    home = {name.removeprefix(prefix): value for name, value in own.items() if prefix in name}
    is_person = rule.raw["unit"] == "person"
    return Someone(
        World(checked, book.vocabulary),
        next(each for each in epochs_of(checked.rule) if each.covers(DAY)),
        own,
        home if is_person else own,
        {str(at): each for at, each in enumerate(unit.members)} if checked.has_components else {},
    )


def changed(rule: Rule, unit: Unit, changes: list[Change]) -> Unit:
    """Somebody with other facts."""
    facts, members = dict(unit.facts), [dict(each) for each in unit.members]
    for (whose, name), value in changes:
        if whose in UNITS:
            is_own = whose == rule.raw["unit"]
            facts[name if is_own else f"{HOUSEHOLD}.{name}"] = value
        else:
            members[int(whose)][name] = value
    return replace(unit, facts=facts, members=tuple(members))


def by_flipping(who: Someone) -> Iterator[Change]:
    """Every known yes or no of somebody as its contrary."""
    for key, value in who.known.items():
        if isinstance(value, bool):
            yield key, not value


def is_undone(rule: Rule, unit: Unit, change: Change) -> bool:
    """Whether a grant is none any more with another fact; who is not looked at gets nothing."""
    judged = judge(rule, changed(rule, unit, [change]))
    return judged is None or judged.verdict == "ineligible"


def test_a_least_change_grants_and_a_fact_that_a_grant_hangs_on_undoes_it() -> None:
    book, rules, told = book_now(PROJECT), real_rules(), {"ways": 0, "hinges": 0}
    families = population(rules, FACTS, 40, 11, 3)
    for family in families:
        family.day = DAY
    cases = [(rule, unit) for rule, _, unit in units(rules, families) if judge(rule, unit)]
    with counting("cases of least change", len(cases)):
        for rule, unit in cases:
            judged = judge(rule, unit)
            if judged.verdict == "undetermined" or "is_in_force" in judged.unmet:
                continue
            who = seen(book, rule, unit)
            verdict = who.verdict(judged.is_enrolled, judged.contested)
            if judged.verdict == "eligible":
                undone = hangs_on(who, verdict)
                assert all(is_undone(rule, unit, each) for each in undone if each[1] is not None)
                keys = {key for key, _ in undone}
                for flipped in by_flipping(who):
                    undoes = is_undone(rule, unit, flipped)
                    assert undoes == (flipped[0] in keys), (rule.raw["programme"], flipped)
                told["hinges"] += len(undone)
                continue
            for way in nearest(who, verdict):
                if all(value is not None for _, value in way):
                    other = judge(rule, changed(rule, unit, way))
                    assert other.verdict == "eligible", (rule.raw["programme"], way)
                    told["ways"] += 1
    assert min(told.values()) > 20, told
