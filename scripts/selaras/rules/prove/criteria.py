"""Criteria that never hold or never fail, and programmes for nobody."""

from collections.abc import Iterator
from dataclasses import dataclass

import z3

from selaras.rules.expression.tree import Expression
from selaras.rules.prove.case import Questions
from selaras.rules.prove.epochs import Epoch, asking, telling, telling_together
from selaras.rules.prove.world import World
from selaras.rules.read.problems import Place, Problems
from selaras.rules.read.source import KEY
from selaras.rules.sql.components import component_conditions


@dataclass(frozen=True)
class Condition:
    """One condition of a rule by the name that people know it by, and the criterion it is of."""

    name: str
    tree: Expression
    place: Place
    of_member: bool = False
    criterion: str | None = None

    def epochs(self, epochs: list[Epoch]) -> list[Epoch]:
        """The epochs in which it is asked for, with different values."""
        names = [self.criterion] if self.criterion else []
        return telling(asking(epochs, *names), [self.tree])


def conditions(world: World) -> dict[str, Condition]:
    """The criteria of a rule."""
    checked = world.checked
    return {
        name: Condition(
            name, each.condition, checked.source.place("criteria", name, KEY), criterion=name
        )
        for name, each in checked.judgements.items()
    }


def branches(world: World, name: str) -> dict[str, Condition]:
    """The branches of a criterion."""
    checked = world.checked
    return {
        branch: Condition(
            f"{name}.{branch}",
            tree,
            checked.source.place("criteria", name, "any_of", branch, KEY),
            criterion=name,
        )
        for branch, tree in checked.judgements[name].branches.items()
    }


def parts(world: World) -> Iterator[Condition]:
    """The branches and components of a rule: one that can never hold is dead."""
    checked = world.checked
    for name in checked.judgements:
        yield from branches(world, name).values()
    if checked.applies_to:
        yield Condition("applies_to", checked.applies_to, checked.source.place("applies_to", KEY))
    for name, tree in component_conditions(checked).items() if checked.has_components else ():
        place = checked.source.place("benefit", "components", name, KEY)
        yield Condition(name, tree, place, of_member=True)


def check_criteria(world: World, epochs: list[Epoch], problems: Problems) -> set[str]:
    """Note every criterion and branch that cannot do what it is for; their names."""
    criteria = conditions(world)
    settled = {
        name
        for name, each in criteria.items()
        if not world.skips("hold", name) and _is_settled(world, each, epochs, problems)
    }
    dead = {
        each.name
        for each in parts(world)
        if each.name.partition(".")[0] not in settled
        and not world.skips("hold", each.name)
        and _check_never_holds(world, each, epochs, problems)
    }
    bare = next((each.valid_from for each in epochs if not each.asked), None)
    if bare and criteria:
        place = world.checked.source.place("criteria", KEY)
        problems.warn(place, "nothing_asked", name="criteria", since=bare)
    if not settled and not world.skips("nobody", world.checked.programme):
        _check_nobody(world, epochs, problems)
    return settled | dead


def _is_settled(
    world: World, condition: Condition, epochs: list[Epoch], problems: Problems
) -> bool:
    """Whether a criterion has the same answer for everyone, which is noted."""
    if _check_never_holds(world, condition, epochs, problems):
        return True
    told = condition.epochs(epochs)
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
    told = condition.epochs(epochs)
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


def _check_nobody(world: World, epochs: list[Epoch], problems: Problems) -> None:
    """Note that criteria contradict each other, so that the programme is for nobody."""
    checked = world.checked
    trees = {name: each.condition for name, each in checked.judgements.items()}
    always = [checked.applies_to] if checked.applies_to else []
    told = telling_together([each for each in epochs if each.asked], trees, always)
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
