"""Criteria that never hold, never fail or repeat one another, and programmes for nobody."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations

import z3

from selaras.rules.expression.tree import Expression, facts_in
from selaras.rules.prove.case import Questions
from selaras.rules.prove.epochs import Epoch, telling
from selaras.rules.prove.world import World
from selaras.rules.read.problems import Place, Problems
from selaras.rules.read.source import KEY
from selaras.rules.sql.components import component_conditions


@dataclass(frozen=True)
class Condition:
    """One condition of a rule by the name that people know it by."""

    name: str
    tree: Expression
    place: Place
    of_member: bool = False


def conditions(world: World) -> dict[str, Condition]:
    """The criteria of a rule."""
    checked = world.checked
    return {
        name: Condition(name, each.condition, checked.source.place("criteria", name, KEY))
        for name, each in checked.judgements.items()
    }


def parts(world: World) -> Iterator[Condition]:
    """The branches and components of a rule: one that can never hold is dead."""
    checked = world.checked
    for name, each in checked.judgements.items():
        for branch, tree in each.branches.items():
            place = checked.source.place("criteria", name, "any_of", branch, KEY)
            yield Condition(f"{name}.{branch}", tree, place)
    if checked.applies_to:
        yield Condition("applies_to", checked.applies_to, checked.source.place("applies_to", KEY))
    for name, tree in component_conditions(checked).items() if checked.has_components else ():
        place = checked.source.place("benefit", "components", name, KEY)
        yield Condition(name, tree, place, of_member=True)


def check_criteria(world: World, epochs: list[Epoch], problems: Problems) -> None:
    """Note every criterion that cannot do what a criterion is for."""
    criteria = conditions(world)
    settled = {
        name for name, each in criteria.items() if _is_settled(world, each, epochs, problems)
    }
    dead = {
        each.name
        for each in parts(world)
        if each.name.partition(".")[0] not in settled
        and _check_never_holds(world, each, epochs, problems)
    }
    open_ones = {name: each for name, each in criteria.items() if name not in settled}
    _check_repeats(world, open_ones, epochs, problems)
    for name, judgement in world.checked.judgements.items():
        branches = {
            branch: Condition(
                f"{name}.{branch}",
                tree,
                world.checked.source.place("criteria", name, "any_of", branch, KEY),
            )
            for branch, tree in judgement.branches.items()
            if f"{name}.{branch}" not in dead
        }
        if name in open_ones:
            _check_repeats(world, branches, epochs, problems)
    if len(open_ones) == len(criteria):
        _check_nobody(world, epochs, problems)


def _is_settled(
    world: World, condition: Condition, epochs: list[Epoch], problems: Problems
) -> bool:
    """Whether a criterion has the same answer for everyone, which is noted."""
    if _check_never_holds(world, condition, epochs, problems):
        return True
    told = telling(epochs, [condition.tree])
    if all(world.is_impossible(world.truth(condition.tree, each).no) for each in told):
        words = f"{condition.name} holds whatever is known"
        example = Questions.of(world, told[-1]).example(words)
        problems.add(condition.place, "never_fails", name=condition.name, example=example)
        return True
    return False


def _check_never_holds(
    world: World, condition: Condition, epochs: list[Epoch], problems: Problems
) -> bool:
    """Note a condition that holds for nobody, throughout or for some time."""
    told = telling(epochs, [condition.tree])
    dead = [
        each
        for each in told
        if world.is_impossible(world.truth(condition.tree, each, condition.of_member).yes)
    ]
    if not dead:
        return False
    questions = Questions.of(world, dead[-1])
    words = f"{condition.name} does not hold"
    term = world.truth(condition.tree, dead[-1], condition.of_member)
    wanted = [term.no] if not world.is_impossible(term.no) else []
    example = questions.example(words, *wanted)
    values = {"name": condition.name, "example": example}
    if len(dead) == len(told):
        problems.add(condition.place, "never_holds", **values)
    else:
        day = dead[0].valid_from
        problems.add(condition.place, "never_holds_from", since=day, **values)
    return True


def _check_repeats(
    world: World, criteria: Mapping[str, Condition], epochs: list[Epoch], problems: Problems
) -> None:
    """Warn of conditions that follow from another one."""
    told_of: set[frozenset[str]] = set()
    for one, other in permutations(criteria.values(), 2):
        pair = frozenset((one.name, other.name))
        related = set(facts_in(one.tree)) & set(facts_in(other.tree))
        if not related or pair in told_of or not _follows(world, one, other, epochs):
            continue
        told_of.add(pair)
        epoch = telling(epochs, [one.tree, other.tree])[-1]
        first, second = world.truth(one.tree, epoch), world.truth(other.tree, epoch)
        words = f"{one.name} fails whenever {other.name} does"
        both = z3.And(first.no, second.no)
        wanted = second.no if world.is_impossible(both) else both
        example = Questions.of(world, epoch).example(words, wanted)
        key = "same_as" if _follows(world, other, one, epochs) else "implies"
        names = {"name": one.name, "other": other.name, "example": example}
        problems.warn(one.place, f"{key}_branch" if "." in one.name else key, **names)


def _follows(world: World, one: Condition, other: Condition, epochs: list[Epoch]) -> bool:
    """Whether nobody meets one condition without meeting the other."""
    return all(
        world.is_impossible(
            world.truth(one.tree, each).yes, z3.Not(world.truth(other.tree, each).yes)
        )
        for each in telling(epochs, [one.tree, other.tree])
    )


def _check_nobody(world: World, epochs: list[Epoch], problems: Problems) -> None:
    """Note that criteria contradict each other, so that the programme is for nobody."""
    checked = world.checked
    trees = [each.condition for each in checked.judgements.values()]
    trees += [checked.applies_to] if checked.applies_to else []
    told = telling(epochs, trees)
    dead = [each for each in told if _core(world, each)]
    if not dead:
        return
    questions, core = Questions.of(world, dead[-1]), _core(world, dead[-1])
    *most, last = core
    wanted = [questions.criteria[name].yes for name in most if name in questions.criteria]
    example = questions.example(f"nobody meets {' and '.join(core)}", *wanted)
    place = checked.source.place("criteria", last, KEY)
    if last not in questions.criteria:
        place = checked.source.place("applies_to", KEY)
    values = {"name": ", ".join(core), "example": example}
    if len(dead) == len(told):
        problems.add(place, "nobody", **values)
    else:
        problems.add(place, "nobody_from", since=dead[0].valid_from, **values)


def _core(world: World, epoch: Epoch) -> list[str]:
    """A smallest set of criteria that nobody meets together; empty where somebody does."""
    questions = Questions.of(world, epoch)
    wanted = {name: each.yes for name, each in questions.criteria.items()}
    wanted["applies_to"] = z3.Not(questions.applies.no)
    if not world.is_impossible(*wanted.values()):
        return []
    core = dict(wanted)
    for name in ("applies_to", *questions.criteria):
        rest = [each for other, each in core.items() if other != name]
        if world.is_impossible(*rest):
            core.pop(name)
    return list(core)
