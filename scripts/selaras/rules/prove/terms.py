"""From an expression of the rule book to three-valued terms for the solver."""

import operator
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import reduce
from typing import cast

import z3

from selaras.rules.expression.tree import Expression, Fact, Literal, Operation, Parameter

ORDER = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}
SUMS = {"+": operator.add, "-": operator.sub, "*": operator.mul}


@dataclass(frozen=True)
class Truth:
    """A condition: true where `yes` holds, false where `no` holds, unknown where neither does."""

    yes: z3.BoolRef
    no: z3.BoolRef

    @property
    def known(self) -> z3.BoolRef:
        """Whether it is true or false."""
        return z3.Or(self.yes, self.no)


@dataclass(frozen=True)
class Figure:
    """A whole number, day or text: unknown, or a number that stands for it."""

    known: z3.BoolRef
    value: z3.ArithRef


Term = Truth | Figure
UNKNOWN = Truth(z3.BoolVal(False), z3.BoolVal(False))
NO_FIGURE = Figure(z3.BoolVal(False), z3.IntVal(0))


def decided(value: bool) -> Truth:
    """A condition that is settled."""
    return Truth(z3.BoolVal(value), z3.BoolVal(not value))


def where(known: z3.BoolRef, holds: z3.BoolRef) -> Truth:
    """A condition that is unknown unless something is known."""
    return Truth(z3.And(known, holds), z3.And(known, z3.Not(holds)))


def negation(one: Truth) -> Truth:
    """`not`."""
    return Truth(one.no, one.yes)


def all_of(terms: list[Truth]) -> Truth:
    """`and`: one false outweighs all that is unknown."""
    return Truth(z3.And([each.yes for each in terms]), z3.Or([each.no for each in terms]))


def any_of(terms: list[Truth]) -> Truth:
    """`or`: one true outweighs all that is unknown."""
    return Truth(z3.Or([each.yes for each in terms]), z3.And([each.no for each in terms]))


def choice(conditions: list[Truth], results: list[Term], default: Term) -> Term:
    """`case`: unknown as soon as a condition that is reached is unknown."""
    found = default
    if isinstance(found, Truth) and any(isinstance(each, Figure) for each in results):
        found = NO_FIGURE
    for condition, result in reversed(list(zip(conditions, results, strict=True))):
        if isinstance(result, Truth):
            found = Truth(
                z3.Or(z3.And(condition.yes, result.yes), z3.And(condition.no, found.yes)),
                z3.Or(z3.And(condition.yes, result.no), z3.And(condition.no, found.no)),
            )
        else:
            known = z3.Or(z3.And(condition.yes, result.known), z3.And(condition.no, found.known))
            found = Figure(known, z3.If(condition.yes, result.value, found.value))
    return found


@dataclass(frozen=True)
class Encoder:
    """Turns trees into terms, given what facts are and what parameters are worth on a day.

    `texts` gives each text a number of its own and grows as texts are met.
    """

    fact: Callable[[Fact], Term]
    parameters: dict[str, object]
    texts: dict[str, int]

    def truth(self, tree: Expression) -> Truth:
        """A condition."""
        return cast("Truth", self.term(tree))

    def term(self, tree: Expression) -> Term:
        """Any expression."""
        match tree:
            case Fact():
                return self.fact(tree)
            case Parameter():
                return self.constant(self.parameters.get(tree.name))
            case Literal():
                return self.constant(tree.value)
            case Operation("case", arguments):
                conditions = [self.truth(each) for each in arguments[:-1:2]]
                results = [self.term(each) for each in arguments[1::2]]
                return choice(conditions, results, self.term(arguments[-1]))
        return self.operation(tree.name, [self.term(each) for each in tree.arguments])

    def constant(self, value: object) -> Term:
        """A plain value; days count as days, texts by their number, null is unknown."""
        match value:
            case None:
                return UNKNOWN
            case bool():
                return decided(value)
            case date():
                return Figure(z3.BoolVal(True), z3.IntVal(value.toordinal()))
            case str():
                number = self.texts.setdefault(value, len(self.texts))
                return Figure(z3.BoolVal(True), z3.IntVal(number))
            case float():
                return Figure(z3.BoolVal(True), z3.RealVal(repr(value)))
        return Figure(z3.BoolVal(True), z3.IntVal(value))

    def operation(self, name: str, terms: list[Term]) -> Term:
        """Everything but `case`."""
        if name in ("and", "or"):
            return (all_of if name == "and" else any_of)(cast("list[Truth]", terms))
        if name == "not":
            return negation(cast("Truth", terms[0]))
        if name == "is null":
            return Truth(z3.Not(terms[0].known), terms[0].known)
        if name == "between":
            first, low, high = terms
            return all_of([compared(">=", first, low), compared("<=", first, high)])
        if name == "in":
            return any_of([compared("=", terms[0], each) for each in terms[1:]])
        if name in ("=", "!=", *ORDER):
            return compared(name, *terms)
        return computed(name, [as_figure(each) for each in terms])


def as_figure(term: Term) -> Figure:
    """A term as a figure; what is unknown of no type is an unknown figure."""
    return term if isinstance(term, Figure) else NO_FIGURE


def compared(name: str, one: Term, other: Term) -> Truth:
    """A comparison, unknown where either side is."""
    known = z3.And(one.known, other.known)
    if isinstance(one, Truth) and isinstance(other, Truth):
        equal = one.yes == other.yes
    elif name in ORDER:
        return where(known, ORDER[name](as_figure(one).value, as_figure(other).value))
    else:
        equal = as_figure(one).value == as_figure(other).value
    return where(known, z3.Not(equal) if name == "!=" else equal)


def computed(name: str, figures: list[Figure]) -> Figure:
    """A sum, product, `abs`, `least` or `greatest`, unknown where any part is."""
    known = z3.And([each.known for each in figures])
    values = [each.value for each in figures]
    if name == "negative":
        return Figure(known, -values[0])
    if name == "abs":
        return Figure(known, z3.If(values[0] < 0, -values[0], values[0]))
    if name in SUMS:
        return Figure(known, SUMS[name](*values))
    first = operator.lt if name == "least" else operator.gt
    return Figure(known, reduce(lambda a, b: z3.If(first(a, b), a, b), values))
