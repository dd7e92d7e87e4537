"""What a condition comes to when some facts are unknown (None): Kleene's three values."""

import operator
from collections.abc import Callable

from interpreter.language import Node

Look = Callable[[str, str], object]
COMPARE = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
COUNT = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "negative": operator.neg,
    "abs": abs,
    "least": lambda *values: min(values),
    "greatest": lambda *values: max(values),
}


def all_hold(*values: object) -> bool | None:
    """False where one is false, else unknown where one is unknown, else true."""
    if any(value is False for value in values):
        return False
    return None if any(value is None for value in values) else True


def some_hold(*values: object) -> bool | None:
    """True where one is true, else unknown where one is unknown, else false."""
    return opposite(all_hold(*map(opposite, values)))


def opposite(value: object) -> bool | None:
    """What is unknown stays unknown."""
    return None if value is None else not value


def evaluate(tree: Node, look: Look) -> object:
    """The value of a tree; `look` gives a fact or parameter by kind and name, None if unknown."""
    if tree.kind == "value":
        return tree.name
    if tree.kind in ("fact", "parameter"):
        return look(tree.kind, str(tree.name))
    if tree.name == "case":
        return _case(tree.parts, look)
    values = [evaluate(part, look) for part in tree.parts]
    match tree.name:
        case "and":
            return all_hold(*values)
        case "or":
            return some_hold(*values)
        case "not":
            return opposite(values[0])
        case "is null":
            return values[0] is None
        case "between":
            value, low, high = values
            return all_hold(_known(operator.ge, value, low), _known(operator.le, value, high))
        case "in":
            return some_hold(*(_known(operator.eq, values[0], each) for each in values[1:]))
    return _known((COMPARE | COUNT)[str(tree.name)], *values)


def _known(work: Callable[..., object], *values: object) -> object:
    """The result of something that needs to know all of its values."""
    return None if any(value is None for value in values) else work(*values)


def _case(parts: tuple[Node, ...], look: Look) -> object:
    """The value of the first branch whose condition holds; unknown at the first open one."""
    for condition, value in zip(parts[:-1:2], parts[1::2], strict=True):
        holds = evaluate(condition, look)
        if holds is None:
            return None
        if holds:
            return evaluate(value, look)
    return evaluate(parts[-1], look)
