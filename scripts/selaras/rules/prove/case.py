"""Someone whom the solver found, as an entry of `examples:` ready to paste."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import z3

from selaras.rules.check.examples import slug
from selaras.rules.prove.epochs import Epoch
from selaras.rules.prove.terms import Figure, Truth, decided
from selaras.rules.prove.world import Key, World
from selaras.rules.sql.verdict import MONTHS

PLAIN = re.compile(r"[a-z][a-z0-9_]*")
WORDS = {"true", "false", "null", "yes", "no", "on", "off"}


@dataclass(frozen=True)
class Questions:
    """What a rule asks of someone in an epoch, as terms for the solver."""

    world: World
    epoch: Epoch
    applies: Truth
    criteria: dict[str, Truth]

    @classmethod
    def of(cls, world: World, epoch: Epoch) -> "Questions":
        """The questions of the rule of a world."""
        checked = world.checked
        applies = world.truth(checked.applies_to, epoch) if checked.applies_to else decided(True)
        criteria = {
            name: world.truth(each.condition, epoch) for name, each in checked.judgements.items()
        }
        return cls(world, epoch, applies, criteria)

    @property
    def eligible(self) -> list[z3.BoolRef]:
        """All criteria hold."""
        return [each.yes for each in self.criteria.values()]

    def example(
        self, name: str, *must: z3.BoolRef, amount: z3.ArithRef | None = None, pays: bool = True
    ) -> str:
        """An example of which all of `must` holds, with as little unknown or unmet as can be.

        `amount` is what the tier pays; where `pays` is false the example expects no amount.
        """
        known = [term.known for term in self.world.facts.values()]
        wish = [z3.And(known), *known, self.world.has_member, z3.Not(self.applies.no)]
        model = self.world.model(*must, wish=[*wish, *self.eligible])
        if model is None:
            return ""
        given = {key: value for key, value in self.facts(model) if value is not None}
        lines = [f"  - name: {self.unused(name)}", f"    date: {self.epoch.valid_from}"]
        if z3.is_true(model.eval(self.applies.no, True)):
            lines.append("    enrolled: true")
        lines += self.given(given)
        if z3.is_true(model.eval(self.world.has_member, True)) and self.members():
            inside = {key: value for key, value in given.items() if key[0] == "member"}
            facts = ", ".join(f"{key[1]}: {_shown(value)}" for key, value in inside.items())
            lines.append(f"    members: [{{{facts}}}]")
        lines.append(f"    expect: {{{', '.join(self.expected(model, amount, pays))}}}")
        return "\n".join(lines)

    def members(self) -> bool:
        """Whether the rule looks at members."""
        return self.world.checked.has_components

    def given(self, given: dict[Key, object]) -> list[str]:
        """The lines of `given`."""
        own = self.world.checked.rule.unit
        facts = [
            f"      {name if unit == own else f'household.{name}'}: {_shown(value)}"
            for (unit, name), value in given.items()
            if unit != "member"
        ]
        return ["    given:", *facts] if facts else ["    given: {}"]

    def facts(self, model: z3.ModelRef) -> Iterator[tuple[Key, object]]:
        """Every fact of someone, None where it is unknown."""
        texts = {number: text for text, number in self.world.texts.items()}
        for key, term in self.world.facts.items():
            entry = self.world.entry(key)
            if not z3.is_true(model.eval(term.known, True)):
                yield key, None
            elif isinstance(term, Truth):
                yield key, z3.is_true(model.eval(term.yes, True))
            else:
                number = model.eval(term.value, True).as_long()
                if entry.type == "text":
                    yield key, texts.get(number, f"other_{number}")
                else:
                    yield key, date.fromordinal(number) if entry.type == "date" else number

    def expected(self, model: z3.ModelRef, amount: z3.ArithRef | None, pays: bool) -> Iterator[str]:
        """What the rule says of someone."""
        unmet = [name for name, each in self.criteria.items() if _holds(model, each.no)]
        unknown = [name for name, each in self.criteria.items() if not _holds(model, each.known)]
        verdict = "ineligible" if unmet else "undetermined" if unknown else "eligible"
        yield f"verdict: {verdict}"
        yield f"unmet: [{', '.join(unmet)}]"
        yield f"unknown: [{', '.join(unknown)}]"
        if verdict == "eligible" and not pays:
            yield "monthly_amount: null"
        elif verdict == "eligible" and amount is not None:
            whole = model.eval(amount, True).as_long()
            yield f"monthly_amount: {whole // MONTHS[self.world.checked.rule.benefit.per]}"

    def unused(self, name: str) -> str:
        """A name that no example of the file has yet."""
        taken = {slug(each.name) for each in self.world.checked.rule.examples}
        count, found = 1, name
        while slug(found) in taken:
            count += 1
            found = f"case {count} in which {name}"
        return found

    def pinned(self, given: dict[str, object], member: dict[str, object] | None) -> z3.BoolRef:
        """That someone is just as an example says; what it does not name is unknown."""
        return z3.And(
            [self._pin(key, term, given, member) for key, term in self.world.facts.items()]
        )

    def _pin(
        self, key: Key, term: Truth | Figure, given: dict[str, object], member: dict | None
    ) -> z3.BoolRef:
        """That one fact is as an example says."""
        unit, name = key
        if unit == "member":
            value = (member or {}).get(name)
        else:
            value = given.get(name if unit == self.world.checked.rule.unit else f"household.{name}")
        if value is None:
            return z3.Not(term.known)
        wanted = self.world.encoder(self.epoch).constant(value)
        if isinstance(term, Truth):
            return term.yes if value else term.no
        return z3.And(term.known, term.value == wanted.value)


def _holds(model: z3.ModelRef, formula: z3.BoolRef) -> bool:
    """Whether a formula is true of someone."""
    return z3.is_true(model.eval(formula, True))


def _shown(value: object) -> str:
    """A value as it is written in a rule file."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and (not PLAIN.fullmatch(value) or value in WORDS):
        return "'" + value.replace("'", "''") + "'"
    return f"{value:_}" if isinstance(value, int) else str(value)
