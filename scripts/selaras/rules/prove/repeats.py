"""Criteria and branches that say what another one says already."""

from itertools import permutations

import z3

from selaras.rules.expression.tree import facts_in
from selaras.rules.prove.case import Questions
from selaras.rules.prove.criteria import Condition, branches, conditions
from selaras.rules.prove.epochs import Epoch, asking, telling
from selaras.rules.prove.world import World
from selaras.rules.read.problems import Problems


def check_repeats(world: World, epochs: list[Epoch], settled: set[str], problems: Problems) -> None:
    """Warn of criteria, and of branches of one, that follow from another.

    Those that are settled have been told of.
    """
    criteria = {name: each for name, each in conditions(world).items() if name not in settled}
    _check_repeats(world, list(criteria.values()), epochs, problems)
    for name in criteria:
        found = [each for each in branches(world, name).values() if each.name not in settled]
        _check_repeats(world, found, epochs, problems)


def _check_repeats(
    world: World, found: list[Condition], epochs: list[Epoch], problems: Problems
) -> None:
    """Warn of conditions that follow from another one."""
    told_of: set[frozenset[str]] = set()
    facts = {each.name: set(facts_in(each.tree)) for each in found}
    for one, other in permutations(found, 2):
        pair = frozenset((one.name, other.name))
        if facts[one.name].isdisjoint(facts[other.name]) or pair in told_of:
            continue
        if world.skips("repeat", f"{one.name} > {other.name}"):
            continue
        if not _follows(world, one, other, epochs):
            continue
        told_of.add(pair)
        epoch = telling(asking(epochs, one.criterion, other.criterion), [one.tree, other.tree])[-1]
        first, second = world.truth(one.tree, epoch), world.truth(other.tree, epoch)
        words = f"{one.name} fails whenever {other.name} does"
        both = z3.And(first.no, second.no)
        wanted = second.no if world.is_impossible(both) else both
        example = Questions.of(world, epoch).example(words, wanted)
        key = "same_as" if _follows(world, other, one, epochs) else "implies"
        names = {"name": one.name, "other": other.name, "example": example}
        problems.warn(one.place, f"{key}_branch" if "." in one.name else key, **names)


def _follows(world: World, one: Condition, other: Condition, epochs: list[Epoch]) -> bool:
    """Whether nobody meets one condition without meeting the other, whenever that is asked for."""
    shared = asking(epochs, one.criterion, other.criterion)
    if not shared or shared != asking(epochs, other.criterion):
        return False
    return all(
        world.is_impossible(
            world.truth(one.tree, each).yes, z3.Not(world.truth(other.tree, each).yes)
        )
        for each in telling(shared, [one.tree, other.tree])
    )
