"""Everyone whom a rule could meet: one unknown family, person or member, as solver variables."""

from dataclasses import dataclass, field
from datetime import date
from typing import cast

import z3

from selaras.rules.check.book import HAS_COMPONENT, CheckedRule
from selaras.rules.expression.tree import Expression, Fact
from selaras.rules.grammar.register import FactEntry, VocabularyBook
from selaras.rules.prove.epochs import Epoch
from selaras.rules.prove.terms import Encoder, Figure, Term, Truth, any_of, where
from selaras.rules.sql.components import component_conditions

EFFORT = 2_000_000  # steps of the solver per question, so that an answer never hangs on the clock
WIDEST = 2**63 - 1
Key = tuple[str, str]  # household, person or member, and the fact


@dataclass
class World:
    """A rule with variables for its facts; `solver` knows what each fact can be.

    At most one member is looked at: whatever a family's members can bring about for
    `has_component`, one member or none can.
    """

    checked: CheckedRule
    vocabulary: VocabularyBook
    solver: z3.Solver = field(default_factory=z3.SimpleSolver)
    facts: dict[Key, Term] = field(default_factory=dict)
    texts: dict[str, int] = field(default_factory=dict)
    terms: dict[tuple, Term] = field(default_factory=dict)
    has_member: z3.BoolRef = field(default_factory=lambda: z3.Bool("has member"))

    def __post_init__(self) -> None:
        self.solver.set("rlimit", EFFORT)

    def truth(self, tree: Expression, epoch: Epoch, of_member: bool = False) -> Truth:
        """A condition of the rule in an epoch."""
        return cast("Truth", self.term(tree, epoch, of_member))

    def term(self, tree: Expression, epoch: Epoch, of_member: bool = False) -> Term:
        """Any expression of the rule in an epoch."""
        key = (epoch.valid_from, of_member, tree)
        if key not in self.terms:
            self.terms[key] = self.encoder(epoch, of_member).term(tree)
        return self.terms[key]

    def encoder(self, epoch: Epoch, of_member: bool = False) -> Encoder:
        """What turns trees into terms in an epoch."""

        def fact(asked: Fact) -> Term:
            if asked == HAS_COMPONENT and self.checked.has_components and not of_member:
                return self.has_component(epoch)
            return self.of(self.key(asked, of_member))

        return Encoder(fact, epoch.values, self.texts)

    def has_component(self, epoch: Epoch) -> Truth:
        """Whether the member is in some component; unknown where no member is known."""
        trees = component_conditions(self.checked).values()
        inside = any_of([self.truth(tree, epoch, of_member=True) for tree in trees])
        return Truth(z3.And(self.has_member, inside.yes), z3.And(self.has_member, inside.no))

    def key(self, fact: Fact, of_member: bool = False) -> Key:
        """Whose fact it is."""
        unit = "household" if fact.of_household else self.checked.rule.unit
        return ("member" if of_member and not fact.of_household else unit, fact.name)

    def entry(self, key: Key) -> FactEntry:
        """The vocabulary entry of a fact."""
        unit, name = key
        return getattr(self.vocabulary, "household" if unit == "household" else "person")[name]

    def of(self, key: Key) -> Term:
        """The variables of a fact, within what the vocabulary says it can be."""
        if key not in self.facts:
            entry, name = self.entry(key), ".".join(key)
            known = z3.Bool(f"{name} is known")
            if entry.type == "boolean":
                self.facts[key] = where(known, z3.Bool(name))
            else:
                value = z3.Int(name)
                self.solver.add(self.bounds(entry, value))
                self.facts[key] = Figure(known, value)
        return self.facts[key]

    def bounds(self, entry: FactEntry, value: z3.ArithRef) -> z3.BoolRef:
        """What a fact that is no boolean can be."""
        if entry.type == "text":
            numbers = [self.texts.setdefault(each, len(self.texts)) for each in entry.values or ()]
            return z3.Or([value == each for each in numbers]) if numbers else value >= 0
        if entry.type == "date":
            low, high = entry.minimum or date.min, entry.maximum or date.max
            return z3.And(value >= low.toordinal(), value <= high.toordinal())
        low = -WIDEST if entry.minimum is None else entry.minimum
        high = WIDEST if entry.maximum is None else entry.maximum
        return z3.And(value >= low, value <= high)

    def model(self, *must: z3.BoolRef, wish: list[z3.BoolRef] | None = None) -> z3.ModelRef | None:
        """Someone of whom all of `must` holds, and of the wishes as many as go, first ones first.

        None where there is nobody, or where the solver gives up.
        """
        outside = self.solver.num_scopes()
        self.solver.push()
        try:
            self.solver.add(*must)
            if self.solver.check() != z3.sat:
                return None
            found = self.solver.model()
            for each in wish or ():
                self.solver.push()
                self.solver.add(each)
                if self.solver.check() == z3.sat:
                    found = self.solver.model()
                else:
                    self.solver.pop()
            return found
        finally:
            self.solver.pop(self.solver.num_scopes() - outside)

    def is_impossible(self, *must: z3.BoolRef) -> bool:
        """Whether it is proved that all of this holds for nobody."""
        self.solver.push()
        self.solver.add(*must)
        answer = self.solver.check()
        self.solver.pop()
        return answer == z3.unsat
