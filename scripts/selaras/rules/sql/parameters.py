"""The parameters of a rule as dated rows: one per stretch of time with the same values."""

from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from selaras.rules.expression.rendering import STEP, WIDTH, literal
from selaras.rules.grammar.rule import Parameter, Rule


@dataclass(frozen=True)
class Stretch:
    """A half-open stretch of time and the values in force in it."""

    valid_from: date
    valid_to: date | None
    values: dict[str, object]


def value_on(parameter: Parameter, day: date) -> object:
    """The value in force on a day; None before the first and after the last."""
    past = [start for start in parameter.values if start <= day]
    value = parameter.values[max(past)] if past else None
    return value.value if value else None


def stretches(rule: Rule) -> list[Stretch]:
    """All stretches of time in which no parameter of a rule changes; none without parameters."""
    starts = sorted({day for each in rule.parameters.values() for day in each.values})
    return [
        Stretch(
            start,
            end,
            {name: value_on(each, start) for name, each in rule.parameters.items()},
        )
        for start, end in pairwise([*starts, None])
    ]


def parameter_cte(rule: Rule) -> str:
    """The CTE `parameter`, as a table of values."""
    columns = ["valid_from", "valid_to", *rule.parameters]
    head = f"parameter ({', '.join(columns)}) as ("
    if len(head) > WIDTH:
        head = "\n".join(["parameter (", *_wrapped(columns, STEP), ") as ("])
    rows = []
    for each in stretches(rule):
        values = [literal(each.valid_from), literal(each.valid_to)]
        values += [literal(value) for value in each.values.values()]
        row = f"{STEP}({', '.join(values)})"
        if len(row) > WIDTH - 1:
            row = "\n".join([f"{STEP}(", *_wrapped(values, STEP * 2), f"{STEP})"])
        rows.append(row)
    return f"{head}\n\n{STEP}values\n" + ",\n".join(rows) + "\n\n)"


def _wrapped(items: list[str], indent: str) -> list[str]:
    """Items with commas, one per line."""
    return [f"{indent}{item}," for item in items[:-1]] + [f"{indent}{items[-1]}"]
