"""Every small change of one expression: what a slip of the pen could have written instead."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from selaras.rules.expression.tree import Expression, Literal, Operation

ORDER = ("=", "!=", "<", "<=", ">", ">=")
OTHER_JOINT = {"and": "or", "or": "and"}
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Change:
    """A part of an expression, what became of it, and the whole with it."""

    was: Expression
    became: Expression
    whole: Expression


def changes(
    tree: Expression, is_ordered: Callable[[Expression], bool], step: int = 1
) -> Iterator[Change]:
    """Every change of one part of an expression; `step` is by how much a whole number moves.

    `is_ordered` tells whether values of a part can be more or less than others.
    """
    for became in _instead(tree, is_ordered, step):
        yield Change(tree, became, became)
    if isinstance(tree, Operation):
        for at, part in enumerate(tree.arguments):
            for change in changes(part, is_ordered, step):
                arguments = (*tree.arguments[:at], change.whole, *tree.arguments[at + 1 :])
                yield replace(change, whole=Operation(tree.name, arguments))


def beside(value: object, step: int = 1) -> list[object]:
    """The values next to a value: one less and one more, the other truth, the days around."""
    if isinstance(value, bool):
        return [not value]
    if isinstance(value, int | float):
        return [value - step, value + step]
    return [value - DAY, value + DAY] if isinstance(value, date) else []


def _instead(
    tree: Expression, is_ordered: Callable[[Expression], bool], step: int
) -> Iterator[Expression]:
    """What could stand in place of an expression, its arguments left as they are."""
    if isinstance(tree, Literal):
        yield from map(Literal, beside(tree.value, step))
    if not isinstance(tree, Operation):
        return
    name, arguments = tree.name, tree.arguments
    if name in ORDER:
        names = ORDER if is_ordered(arguments[0]) or is_ordered(arguments[1]) else ORDER[:2]
        yield from (Operation(each, arguments) for each in names if each != name)
    elif name in OTHER_JOINT:
        yield Operation(OTHER_JOINT[name], arguments)
    elif name == "not":
        yield arguments[0]
    elif name == "between":
        yield from _open_ended(*arguments)
    elif name == "in" and len(arguments) > 2:
        for at in range(1, len(arguments)):
            yield Operation("in", arguments[:at] + arguments[at + 1 :])
    elif name in ("in", "is null"):
        yield Operation("not", (tree,))


def _open_ended(value: Expression, low: Expression, high: Expression) -> Iterator[Expression]:
    """A `between` that leaves one of its ends out."""
    for lower, upper in ((">", "<="), (">=", "<")):
        ends = (Operation(lower, (value, low)), Operation(upper, (value, high)))
        yield Operation("and", ends)
