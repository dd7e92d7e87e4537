"""Expressions as SQL text: on one line where it fits, laid out as the linter wants elsewhere."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from selaras.quoted import text as quoted
from selaras.rules.expression.tree import Expression, Fact, Literal, Operation, Parameter
from selaras.rules.expression.unknowns import strict

WIDTH = 88
STEP = "    "
BINDS = {"or": 1, "and": 2, "not": 3, "+": 5, "-": 5, "*": 6, "negative": 7}
COMPARISON = 4
ATOM = 9
NEGATED = {"is null": "is not null", "in": "not in", "between": "not between"}

Refer = Callable[[Fact | Parameter], str]


def literal(value: object) -> str:
    """A plain value as SQL."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case date():
            return f"date '{value.isoformat()}'"
        case float():
            return f"{Decimal(repr(value)):f}"
        case int():
            return str(value)
    return quoted(value)


def one_line(tree: Expression, refer: Refer) -> str:
    """An expression on one line."""
    match tree:
        case Fact() | Parameter():
            return refer(tree)
        case Literal():
            return literal(tree.value)
    return _operation(strict(tree), refer)


def lay_out(
    tree: Expression,
    refer: Refer,
    indent: str,
    before: str = "",
    after: str = "",
    width: int = WIDTH,
) -> list[str]:
    """An expression between two texts, on as many lines as the width asks for."""
    line = f"{indent}{before}{one_line(tree, refer)}{after}"
    if len(line) <= width or not isinstance(tree, Operation):
        return [line]
    tree = strict(tree)
    inner = indent + STEP
    if tree.name in ("and", "or"):
        return in_brackets(tree, refer, indent, before, after, width)
    if tree.name == "case":
        return _laid_case(tree, refer, indent, before, after, width)
    if tree.name == "in":
        items = [one_line(each, refer) for each in tree.arguments[1:]]
        body = [f"{inner}{item}," for item in items[:-1]] + [f"{inner}{items[-1]}"]
        subject = one_line(tree.arguments[0], refer)
        return [f"{indent}{before}{subject} in (", *body, f"{indent}){after}"]
    if tree.name == "not":
        return in_brackets(tree.arguments[0], refer, indent, f"{before}not ", after, width)
    return [line]


def in_brackets(
    tree: Expression, refer: Refer, indent: str, before: str, after: str, width: int = WIDTH
) -> list[str]:
    """An expression between brackets, one part of a row of `and` or `or` per line."""
    name = tree.name if isinstance(tree, Operation) and tree.name in ("and", "or") else ""
    lines, inner = [f"{indent}{before}("], indent + STEP
    for at, part in enumerate(_flatten(name, tree)):
        joint = f"{name} " if at else ""
        whole = one_line(part, refer)
        whole = f"({whole})" if _wraps(part, name) else whole
        line = f"{inner}{joint}{whole}"
        if len(line) <= width:
            lines.append(line)
        elif _wraps(part, name):
            lines += in_brackets(part, refer, inner, joint, "", width)
        else:
            lines += lay_out(part, refer, inner, joint, width=width)
    return [*lines, f"{indent}){after}"]


def _wraps(part: Expression, joint: str) -> bool:
    """Whether a part needs brackets of its own beside others."""
    return joint == "and" and isinstance(part, Operation) and part.name == "or"


def _laid_case(
    tree: Operation, refer: Refer, indent: str, before: str, after: str, width: int
) -> list[str]:
    """A case with each branch on its own line."""
    lines = [f"{indent}{before}case"]
    pairs = zip(tree.arguments[:-1:2], tree.arguments[1::2], strict=True)
    for condition, value in pairs:
        lines += lay_out(condition, refer, indent + STEP, "when ", width=width)
        lines += lay_out(value, refer, indent + STEP + STEP, "then ", width=width)
    if tree.arguments[-1] != Literal(None):
        lines += lay_out(tree.arguments[-1], refer, indent + STEP, "else ", width=width)
    return [*lines, f"{indent}end{after}"]


def _flatten(name: str, tree: Expression) -> list[Expression]:
    """The parts of nested `and`s or `or`s as one row."""
    if isinstance(tree, Operation) and tree.name == name:
        return [part for each in tree.arguments for part in _flatten(name, each)]
    return [tree]


def _bound(tree: Expression) -> int:
    """How tightly the outermost operator of an expression binds."""
    if not isinstance(tree, Operation):
        return ATOM
    if tree.name in ("case", "abs", "least", "greatest", "wide") or tree.name.startswith("plain "):
        return ATOM
    if tree.name == "not" and _negated(tree):
        return COMPARISON
    return BINDS.get(tree.name, COMPARISON)


def _negated(tree: Operation) -> str | None:
    """`is not null`, `not in` or `not between` where that is what a `not` says."""
    inner = tree.arguments[0]
    return NEGATED.get(inner.name) if isinstance(inner, Operation) else None


def _operation(tree: Operation, refer: Refer) -> str:
    """An operation on one line, with brackets only where they are needed."""

    def text(part: Expression, at_least: int) -> str:
        written = one_line(part, refer)
        return written if _bound(part) >= at_least else f"({written})"

    name, arguments = tree.name, tree.arguments
    if name == "not" and _negated(tree):
        return _comparison(arguments[0], _negated(tree), text)
    if name == "not":
        return f"not {text(arguments[0], COMPARISON)}"
    if name == "negative":
        return f"-{text(arguments[0], ATOM)}"
    if name == "case":
        return _one_line_case(tree, refer)
    if name == "wide":
        return f"cast({one_line(arguments[0], refer)} as decimal(19, 0))"
    if _bound(tree) == ATOM:
        listed = ", ".join(one_line(each, refer) for each in arguments)
        return f"{name.removeprefix('plain ')}({listed})"
    if _bound(tree) == COMPARISON:
        return _comparison(tree, name, text)
    own = BINDS[name]
    return f"{text(arguments[0], own)} {name} {text(arguments[1], own + 1)}"


def _comparison(tree: Operation, words: str, text: Callable[[Expression, int], str]) -> str:
    """A comparison, `between`, `in` or `is null`, perhaps negated by its words."""
    first, *others = (text(each, COMPARISON + 1) for each in tree.arguments)
    if tree.name == "is null":
        return f"{first} {words}"
    if tree.name == "in":
        return f"{first} {words} ({', '.join(others)})"
    return f"{first} {words} {' and '.join(others)}"


def _one_line_case(tree: Operation, refer: Refer) -> str:
    """A case on one line."""
    pairs = zip(tree.arguments[:-1:2], tree.arguments[1::2], strict=True)
    body = " ".join(
        f"when {one_line(condition, refer)} then {one_line(value, refer)}"
        for condition, value in pairs
    )
    default = tree.arguments[-1]
    end = "" if default == Literal(None) else f" else {one_line(default, refer)}"
    return f"case {body}{end} end"
