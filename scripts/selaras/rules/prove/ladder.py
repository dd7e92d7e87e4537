"""Tiers of a benefit: each within reach, none open between them, no two with different answers."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import z3

from selaras.rules.grammar.rule import Example, Tiered
from selaras.rules.prove.case import Questions
from selaras.rules.prove.epochs import Epoch, telling
from selaras.rules.prove.terms import Figure, Truth, as_figure
from selaras.rules.prove.world import World
from selaras.rules.read.problems import Problems
from selaras.rules.read.source import KEY


@dataclass(frozen=True)
class Ladder:
    """The tiers of a rule in an epoch: when each is asked for, and what it pays."""

    questions: Questions
    asked: dict[str, Truth]
    amounts: dict[str, Figure]

    def reached(self, name: str) -> list[z3.BoolRef]:
        """That someone eligible gets a tier: it applies, and none before it does."""
        names = list(self.asked)
        before = [self.asked[each].no for each in names[: names.index(name)]]
        return [*self.questions.eligible, *before, self.asked[name].yes]

    @property
    def open(self) -> list[z3.BoolRef]:
        """That someone eligible gets no tier."""
        return [*self.questions.eligible, *(each.no for each in self.asked.values())]

    def between(self, one: str, other: str) -> list[z3.BoolRef]:
        """That two tiers apply, of which the first is got and pays something else."""
        first, second = self.amounts[one], self.amounts[other]
        differ = z3.And(first.known, second.known, first.value != second.value)
        return [*self.reached(one), self.asked[other].yes, differ]


def check_tiers(world: World, epochs: list[Epoch], problems: Problems) -> None:
    """Note tiers that nobody gets, people who get none, and tiers that are at odds."""
    benefit = world.checked.rule.benefit
    if not isinstance(benefit, Tiered) or len(world.checked.amounts) < 2 * len(benefit.tiers):
        return
    conditions = [each.condition for each in world.checked.judgements.values()]
    amounts = world.checked.amounts
    asked = {name: amounts[f"{name}.when"] for name in benefit.tiers}
    ladders = [
        _ladder(world, each, benefit) for each in telling(epochs, [*conditions, *asked.values()])
    ]
    if all(world.is_impossible(*each.questions.eligible) for each in ladders):
        return
    dead = _check_reach(world, ladders, problems)
    _check_gap(world, ladders, epochs, problems)
    # What a tier pays may be known for part of the time only.
    priced = telling(epochs, [*conditions, *amounts.values()])
    ladders = [_ladder(world, each, benefit) for each in priced]
    for one, other in combinations([name for name in asked if name not in dead], 2):
        _check_overlap(world, ladders, one, other, problems)


def _ladder(world: World, epoch: Epoch, benefit: Tiered) -> Ladder:
    """The tiers in an epoch."""
    trees = world.checked.amounts
    asked = {name: world.truth(trees[f"{name}.when"], epoch) for name in benefit.tiers}
    amounts = {
        name: as_figure(world.term(trees[f"{name}.amount"], epoch)) for name in benefit.tiers
    }
    return Ladder(Questions.of(world, epoch), asked, amounts)


def _check_reach(world: World, ladders: list[Ladder], problems: Problems) -> set[str]:
    """Note tiers that nobody eligible ever gets; their names."""
    dead = set()
    for name in ladders[-1].asked:
        if all(world.is_impossible(*each.reached(name)) for each in ladders):
            dead.add(name)
            ladder = ladders[-1]
            wanted = [*ladder.questions.eligible, ladder.asked[name].yes]
            if world.is_impossible(*wanted):
                wanted = ladder.questions.eligible
            example = _paid(ladder, f"tier {name} is not what they get", wanted)
            place = world.checked.source.place("benefit", "tiers", name, KEY)
            problems.add(place, "tier_unreachable", name=name, example=example)
    return dead


def _check_gap(
    world: World, ladders: list[Ladder], epochs: list[Epoch], problems: Problems
) -> None:
    """Note that someone eligible gets no tier, unless an example shows that this is meant."""
    if any(_shows_gap(world, each, epochs) for each in world.checked.rule.examples):
        return
    for ladder in reversed(ladders):
        if not world.is_impossible(*ladder.open):
            name = "someone eligible is in no tier"
            example = ladder.questions.example(name, *ladder.open, pays=False)
            place = world.checked.source.place("benefit", "tiers", KEY)
            problems.add(place, "tier_gap", name="tiers", example=example)
            return


def _check_overlap(
    world: World, ladders: list[Ladder], one: str, other: str, problems: Problems
) -> None:
    """Warn that two tiers apply to someone, unless an example says which one is meant."""
    for ladder in reversed(ladders):
        both = ladder.between(one, other)
        if not world.is_impossible(*both):
            if not any(_shows_both(ladder, each, one, other) for each in _examples(world, ladder)):
                example = _paid(ladder, f"tier {one} comes before {other}", both)
                place = world.checked.source.place("benefit", "tiers", other, KEY)
                problems.warn(place, "tier_overlap", name=other, other=one, example=example)
            return


def _paid(ladder: Ladder, name: str, wanted: list[z3.BoolRef]) -> str:
    """An example with the amount of the tier that someone gets."""
    for tier in ladder.asked:
        reached = [*wanted, *ladder.reached(tier), ladder.amounts[tier].known]
        if not ladder.questions.world.is_impossible(*reached):
            return ladder.questions.example(name, *reached, amount=ladder.amounts[tier].value)
    return ladder.questions.example(name, *wanted)


def _examples(world: World, ladder: Ladder) -> Iterator[Example]:
    """The examples of a rule on days with the conditions of a ladder."""
    for example in world.checked.rule.examples:
        if example.expect.monthly_amount is not None:
            yield example


def _shows_both(ladder: Ladder, example: Example, one: str, other: str) -> bool:
    """Whether an example stands where two tiers apply and names what is paid."""
    pinned = ladder.questions.pinned(example.given, None)
    both = (ladder.asked[one].yes, ladder.asked[other].yes)
    return not ladder.questions.world.is_impossible(pinned, *both)


def _shows_gap(world: World, example: Example, epochs: list[Epoch]) -> bool:
    """Whether an example says that someone eligible is in no tier and is paid nothing known."""
    expect = example.expect
    says_so = "monthly_amount" in expect.model_fields_set and expect.monthly_amount is None
    epoch = next((each for each in epochs if each.covers(example.date)), None)
    if not says_so or expect.verdict != "eligible" or epoch is None:
        return False
    ladder = _ladder(world, epoch, world.checked.rule.benefit)
    return not world.is_impossible(ladder.questions.pinned(example.given, None), *ladder.open)
