"""What type an expression has, and whether its words are in the vocabulary."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from selaras.rules.expression.parse import FUNCTIONS, NotAllowed, parse_expression
from selaras.rules.expression.rendering import one_line
from selaras.rules.expression.tree import (
    Expression,
    Fact,
    Literal,
    Operation,
    Parameter,
    parts,
)
from selaras.rules.grammar.register import FactEntry
from selaras.rules.read.problems import Hint, Place, Problems, nearest, spelt_out

COMPARISONS = ("=", "!=", "<", "<=", ">", ">=", "between", "in")
ORDERED = ("<", "<=", ">", ">=", "between")


@dataclass(frozen=True)
class Scope:
    """What a condition may speak of: facts of the unit, of the household, and parameters."""

    own: Mapping[str, FactEntry]
    household: Mapping[str, FactEntry]
    parameters: Mapping[str, str]

    def entry(self, fact: Fact) -> FactEntry | None:
        """The vocabulary entry of a fact."""
        return (self.household if fact.of_household else self.own).get(fact.name)

    def facts(self) -> list[str]:
        """Every fact as it is written."""
        return [*self.own, *(f"household.{name}" for name in self.household)]


@dataclass(frozen=True)
class Reader:
    """Reads the expressions of one rule and notes what is wrong with them."""

    scope: Scope
    problems: Problems
    find: Callable[..., Place]

    def read(self, text: str, expected: str, *path: object) -> Expression | None:
        """The tree of a text that must have the expected type, or None where it is refused."""
        try:
            tree = parse_expression(text)
            unknown = list(self.unknown_words(tree))
            for each in unknown:
                self.note(each, *path)
            if unknown:
                return None
            found = self.type_of(tree)
            if found not in (expected, "null"):
                raise NotAllowed("wrong_type", f"{text[:60]}: {found} != {expected}")
            return tree
        except NotAllowed as refused:
            self.note(refused, *path)
            return None

    def note(self, refused: NotAllowed, *path: object) -> None:
        """Note a refusal where its words stand."""
        place, hint = self.find(refused.words, *path), self.hint(refused)
        self.problems.add(place, refused.key, words=spelt_out(refused.words), hint=hint)

    def hint(self, refused: NotAllowed) -> Hint:
        """The nearest valid name for unknown words."""
        valid = {
            "unknown_fact": self.scope.facts(),
            "unknown_parameter": [f":{name}" for name in self.scope.parameters],
            "unknown_value": refused.args[2:],
        }
        if refused.key == "not_allowed":
            return nearest(refused.words, FUNCTIONS, likeness=0.75)
        return nearest(refused.words, valid.get(refused.key, ()))

    def unknown_words(self, tree: Expression) -> Iterator[NotAllowed]:
        """Facts and parameters that do not exist."""
        for part in dict.fromkeys(parts(tree)):
            if isinstance(part, Fact) and self.scope.entry(part) is None:
                yield NotAllowed("unknown_fact", str(part))
            if isinstance(part, Parameter) and part.name not in self.scope.parameters:
                yield NotAllowed("unknown_parameter", str(part))

    def type_of(self, tree: Expression) -> str:
        """boolean, integer, text, date, decimal or null; a mixture is refused."""
        match tree:
            case Fact():
                entry = self.scope.entry(tree)
                return entry.type if entry else "null"
            case Parameter():
                return self.scope.parameters[tree.name]
            case Literal():
                return type_of_value(tree.value)
            case Operation():
                return self.type_of_operation(tree)

    def type_of_operation(self, tree: Operation) -> str:
        """The type of an operation, after a look at its arguments."""
        name, arguments = tree.name, tree.arguments
        if name in ("and", "or", "not"):
            self.must_be("boolean", name, arguments)
            return "boolean"
        if name == "is null":
            self.type_of(arguments[0])
            return "boolean"
        if name in COMPARISONS:
            kind = self.alike(name, arguments)
            if name in ORDERED and kind in ("boolean", "text"):
                raise NotAllowed("wrong_type", f"{kind} {name}")
            self.check_values(arguments)
            return "boolean"
        if name == "case":
            self.must_be("boolean", name, arguments[:-1:2])
            return self.alike(name, (*arguments[1::2], arguments[-1]))
        self.must_be("integer", name, arguments)
        return "integer"

    def must_be(self, expected: str, name: str, arguments: tuple[Expression, ...]) -> None:
        """Refuse arguments of any other type."""
        for argument in arguments:
            found = self.type_of(argument)
            if found not in (expected, "null") and (found, expected) != ("decimal", "integer"):
                raise NotAllowed("wrong_type", f"{name} {_shown(argument)}: {found}")

    def alike(self, name: str, arguments: tuple[Expression, ...]) -> str:
        """The one type of all arguments, or a refusal."""
        kinds = {self.type_of(argument) for argument in arguments} - {"null"}
        kinds = {"integer" if kind == "decimal" else kind for kind in kinds}
        if len(kinds) > 1:
            first = " ".join(_shown(argument) for argument in arguments[:2])
            raise NotAllowed("wrong_type", f"{first}: {', '.join(sorted(kinds))}")
        return kinds.pop() if kinds else "null"

    def check_values(self, arguments: tuple[Expression, ...]) -> None:
        """Refuse texts that a fact can never have."""
        entries = [self.scope.entry(each) for each in arguments if isinstance(each, Fact)]
        allowed = [value for each in entries if each for value in each.values or ()]
        for each in arguments:
            if allowed and isinstance(each, Literal) and each.value not in (*allowed, None):
                refused = NotAllowed("unknown_value", str(each.value))
                refused.args = (*refused.args[:2], *allowed)
                raise refused


def type_of_value(value: object) -> str:
    """The type of a plain value."""
    match value:
        case bool():
            return "boolean"
        case int():
            return "integer"
        case float():
            return "decimal"
        case date():
            return "date"
        case None:
            return "null"
    return "text"


def _shown(expression: Expression) -> str:
    """A few words for an argument in a message."""
    return one_line(expression, str)[:60]
