"""Three-valued terms for the solver: what makes a condition true, and what makes it false."""

from dataclasses import dataclass

import z3


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
