"""Small pieces of SQL text in the project's style."""

import textwrap

from selaras.rules.expression.rendering import STEP, WIDTH, lay_out, one_line
from selaras.rules.expression.tree import Expression, Fact, Operation, Parameter

INNER = WIDTH - len(STEP) * 2 - 1


def notice(file: str) -> str:
    """The first line of everything that is generated."""
    source, advice = (
        f"-- Written by `selaras compile` from {file}.",
        "Edit the rule, not this file.",
    )
    line = f"{source} {advice}"
    return line if len(line) <= WIDTH else f"{source}\n-- {advice}"


def cte(name: str, lines: list[str]) -> str:
    """One common table expression; lines are given without its own indent."""
    body = "\n".join(f"{STEP}{line}" if line else "" for line in lines)
    return f"{name} as (\n\n{body}\n\n)"


def model(file: str, ctes: list[str], final: list[str]) -> str:
    """A whole model: notice, import CTEs, steps, and the final select."""
    steps = ",\n\n".join(ctes)
    return f"{notice(file)}\nwith\n\n{steps}\n\n" + "\n".join(final) + "\n"


def reading(name: str, relation: str) -> str:
    """An import CTE."""
    return cte(name, [f"select * from {{{{ ref('{relation}') }}}}"])


def listed(items: list[str], indent: str = STEP) -> list[str]:
    """Select items (each perhaps of several lines) with commas between them."""
    lines: list[str] = []
    for at, item in enumerate(items):
        comma = "," if at < len(items) - 1 else ""
        lines += [f"{indent}{line}" if line else "" for line in (item + comma).split("\n")]
    return lines


def call(function: str, arguments: list[str], alias: str, tall: bool = False) -> str:
    """A function call under an alias, with one argument per line where it must be."""
    flat = f"{function}({', '.join(arguments)}) as {alias}"
    if not tall and len(flat) <= INNER:
        return flat
    return "\n".join([f"{function}(", *listed(arguments), f") as {alias}"])


def flat(part: Fact | Parameter) -> str:
    """The column under which a fact or parameter travels from step to step."""
    prefix = "household_" if isinstance(part, Fact) and part.of_household else ""
    return f"{prefix}{part.name}"


def column_of(label: str, unit: str) -> str:
    """The column that holds a fact, as a rule of this unit names it: `household.owns_car`."""
    scope, _, name = label.rpartition(".")
    return f"{scope or unit}.{name}"


def column(name: str) -> Fact:
    """A column of the step before, for use in a tree."""
    return Fact(name)


def joined(operator: str, trees: list[Expression]) -> Expression:
    """One `and` or `or` over several conditions."""
    first, *rest = trees
    for each in rest:
        first = Operation(operator, (first, each))
    return first


def under(text: str, alias: str) -> str:
    """A short expression under an alias, on two lines where it must be."""
    if text == alias:
        return text
    line = f"{text} as {alias}"
    return line if len(line) <= INNER else f"{text}\n{STEP}as {alias}"


def named(tree: Expression, alias: str) -> str:
    """An expression over columns of the step before, under an alias."""
    if one_line(tree, flat) == alias:
        return alias
    return "\n".join(lay_out(tree, flat, "", after=f" as {alias}", width=INNER))


def remark(text: str) -> str:
    """A comment, wrapped to the width."""
    return "\n".join(f"-- {line}" for line in textwrap.wrap(text, INNER - 3))


def wrapped(items: list[str], indent: str, width: int = WIDTH - len(STEP)) -> list[str]:
    """Short items with commas between them, as many on a line as it has room for."""
    text = ", ".join(items)
    return textwrap.wrap(
        text, width, initial_indent=indent, subsequent_indent=indent, break_long_words=False
    )
