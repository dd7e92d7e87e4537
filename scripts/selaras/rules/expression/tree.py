"""The tree of a condition or amount."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Fact:
    """A column of the vocabulary, of the unit judged or of the person's `household`."""

    name: str
    of_household: bool = False

    def __str__(self) -> str:
        return f"household.{self.name}" if self.of_household else self.name


@dataclass(frozen=True)
class Parameter:
    """A dated figure of the rule file."""

    name: str

    def __str__(self) -> str:
        return f":{self.name}"


@dataclass(frozen=True)
class Literal:
    """A value written in the condition itself."""

    value: bool | int | str | date | None


@dataclass(frozen=True)
class Operation:
    """An operator or function over other expressions; `case` holds condition, value pairs."""

    name: str
    arguments: tuple["Expression", ...]


Expression = Fact | Parameter | Literal | Operation


def parts(expression: Expression) -> Iterator[Expression]:
    """An expression and everything in it, from left to right."""
    yield expression
    if isinstance(expression, Operation):
        for argument in expression.arguments:
            yield from parts(argument)


def facts_in(*expressions: Expression) -> list[Fact]:
    """The facts of some expressions, each once, in the order met."""
    found = (part for each in expressions for part in parts(each) if isinstance(part, Fact))
    return list(dict.fromkeys(found))


def parameters_in(*expressions: Expression) -> list[Parameter]:
    """The parameters of some expressions, each once, in the order met."""
    found = (part for each in expressions for part in parts(each) if isinstance(part, Parameter))
    return list(dict.fromkeys(found))
