"""One person or family as the solver sees them: what is known of each fact, and what may be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import cast

import z3

from selaras.rules.check.book import HAS_COMPONENT, CheckedRule
from selaras.rules.expression.tree import Expression, Fact
from selaras.rules.grammar.register import VocabularyBook
from selaras.rules.prove.epochs import Epoch, epochs_of
from selaras.rules.prove.terms import (
    UNKNOWN,
    Encoder,
    Term,
    Truth,
    all_of,
    any_of,
    decided,
)
from selaras.rules.prove.world import Key, World
from selaras.rules.sql.components import component_conditions
from selaras.warehouse import Row

HOUSEHOLD = "household"
OBJECTION = "objection."
Facts = Mapping[str, object]


@dataclass
class Someone:
    """A rule on a day, and everything that it asks of somebody, as variables.

    A key has whose fact it is (`person`, `household`, or the id of a member) and its name; `known`
    is what stands in the registers, None where nothing does.
    """

    world: World
    epoch: Epoch
    own: Facts
    household: Facts
    members: Mapping[str, Facts]
    known: dict[Key, object] = field(default_factory=dict)

    def verdict(
        self, is_enrolled: bool, conceded: Sequence[str] = (), unsure: Sequence[str] = ()
    ) -> Truth:
        """Whether they are looked at and all criteria hold.

        An objection concedes some criteria; of those in `unsure` it is not known. Who is enrolled
        is always looked at, others unless they are known to be outside.
        """
        checked = self.world.checked
        said = dict.fromkeys(unsure, UNKNOWN) | dict.fromkeys(conceded, decided(True))
        found = [
            any_of([said.get(name, decided(False)), self._truth(each.condition)])
            for name, each in checked.judgements.items()
            if name in self.epoch.asked
        ]
        if checked.applies_to and not is_enrolled:
            outside = self._truth(checked.applies_to).no
            found.append(Truth(z3.Not(outside), outside))
        return all_of(found)

    def is_so(self, key: Key) -> z3.BoolRef:
        """A fact is what stands in the registers."""
        term, value = self.world.facts[key], self.known[key]
        if value is None:
            return z3.Not(term.known)
        return z3.And(term.known, self.has(key, value))

    def has(self, key: Key, value: object) -> z3.BoolRef:
        """A fact that is known has a value."""
        term = self.world.facts[key]
        if isinstance(term, Truth):
            return term.yes if value else term.no
        return term.value == self.number(value)

    def number(self, value: object) -> int:
        """What stands for a value of a fact that is no yes or no."""
        if isinstance(value, date):
            return value.toordinal()
        if isinstance(value, str):
            return self.world.texts.setdefault(value, len(self.world.texts))
        return int(cast("int", value))

    def _truth(self, tree: Expression) -> Truth:
        """A condition on the person or family judged."""
        unit = self.world.checked.rule.unit

        def fact(asked: Fact) -> Term:
            if asked == HAS_COMPONENT and self.world.checked.has_components:
                return self._has_component()
            return self._fact(HOUSEHOLD if asked.of_household else unit, self.own, asked.name)

        return self._encoder(fact).truth(tree)

    def _has_component(self) -> Truth:
        """Whether some member is in some component; unknown where no member is known."""
        trees = component_conditions(self.world.checked).values()
        inside = [
            self._encoder(self._of_member(whose, facts)).truth(tree)
            for whose, facts in self.members.items()
            for tree in trees
        ]
        return any_of(inside) if inside else UNKNOWN

    def _of_member(self, whose: str, facts: Facts):
        """Where conditions on a member find their facts."""
        return lambda asked: self._fact(
            HOUSEHOLD if asked.of_household else whose, facts, asked.name
        )

    def _fact(self, whose: str, facts: Facts, name: str) -> Term:
        """The variables of a fact, with what is known of it noted."""
        key = (whose, name)
        if key not in self.known:
            self.known[key] = (self.household if whose == HOUSEHOLD else facts).get(name)
        return self.world.of(key)

    def _encoder(self, fact) -> Encoder:
        """What turns conditions into terms."""
        return Encoder(fact, self.epoch.values, self.world.texts)


def met(
    judged: Row,
    household: Facts,
    members: Mapping[str, Facts],
    checked: CheckedRule,
    vocabulary: VocabularyBook,
) -> tuple[Someone, Truth]:
    """Who was judged, a row of fct_eligibility, as the solver sees them, and the verdict.

    `household` is a row of dim_household, `members` are rows of dim_person by person_id.
    """
    day = date.fromisoformat(str(judged["as_of_date"]))
    who = Someone(
        World(checked, vocabulary),
        next(each for each in epochs_of(checked.rule) if each.covers(day)),
        members.get(str(judged["person_id"]), {}) if judged["person_id"] else household,
        household,
        members if checked.has_components else {},
    )
    unsure = [each for each in named(judged["missing_facts"]) if each.startswith(OBJECTION)]
    holds = who.verdict(
        bool(judged["is_enrolled"]),
        named(judged["contested_criteria"]),
        [each.removeprefix(OBJECTION) for each in unsure],
    )
    return who, holds


def named(listed: object) -> list[str]:
    """What is named in a text with commas."""
    return [each for each in str(listed or "").split(", ") if each]
