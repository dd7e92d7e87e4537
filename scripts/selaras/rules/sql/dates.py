"""The days on which a criterion is asked for, as conditions on the day of judgement."""

from selaras.rules.expression.tree import Expression, Fact, Literal, Operation
from selaras.rules.grammar.rule import Criterion

DAY = Fact("as_of_date")


def days_outside(criterion: Criterion) -> list[Expression]:
    """What holds before the first day of a criterion, and what holds after its last."""
    first, end = criterion.valid_from, criterion.valid_to
    before = [Operation("<", (DAY, Literal(first)))] if first else []
    return [*before, *([Operation(">=", (DAY, Literal(end)))] if end else [])]


def days_inside(criterion: Criterion) -> list[Expression]:
    """What holds on the days of a criterion."""
    first, end = criterion.valid_from, criterion.valid_to
    since = [Operation(">=", (DAY, Literal(first)))] if first else []
    return [*since, *([Operation("<", (DAY, Literal(end)))] if end else [])]
