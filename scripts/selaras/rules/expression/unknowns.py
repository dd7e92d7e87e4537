"""Where plain SQL would turn unknown into an answer.

A `case` whose condition is unknown would take the next branch, and `least` and `greatest` would
skip what is unknown; here all three are unknown then.
"""

from selaras.rules.expression.tree import Expression, Literal, Operation


def strict(tree: Operation) -> Operation:
    """The same operation with unknown made to stay unknown."""
    if tree.name in ("least", "greatest"):
        open_ones = [Operation("is null", (each,)) for each in tree.arguments if not is_known(each)]
        if open_ones:
            plain = Operation(f"plain {tree.name}", tree.arguments)
            return Operation("case", (any_of(open_ones), Literal(None), plain))
    if tree.name == "case":
        flat: list[Expression] = []
        for condition, value in zip(tree.arguments[:-1:2], tree.arguments[1::2], strict=True):
            flat += [condition, value]
            if not is_known(condition):
                flat += [Operation("is null", (condition,)), Literal(None)]
        return Operation("case", (*flat, tree.arguments[-1]))
    return tree


def is_known(tree: Expression) -> bool:
    """Whether an expression can never be unknown."""
    if isinstance(tree, Operation):
        return tree.name == "is null" or (
            tree.name in ("and", "or", "not") and all(map(is_known, tree.arguments))
        )
    return isinstance(tree, Literal) and tree.value is not None


def any_of(trees: list[Expression]) -> Expression:
    """One `or` over several conditions."""
    first, *rest = trees
    for each in rest:
        first = Operation("or", (first, each))
    return first
