"""Every case that can make a difference to a condition, as a relation of values.

Facts are compared with constants, so all values between two constants are alike: it is enough to
look at each constant, at its neighbours, at the ends of the fact's range, and at unknown.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import floor, prod

from selaras.rules.check.book import CheckedRule
from selaras.rules.expression.rendering import literal
from selaras.rules.expression.tree import Expression, Fact, Literal, Operation, facts_in, parts
from selaras.rules.grammar.register import FactEntry, VocabularyBook
from selaras.rules.grammar.rule import Components
from selaras.rules.sql.parameters import stretches
from selaras.rules.sql.pieces import flat
from selaras.rules.trial.slips import beside

PLAIN = {"and", "or", "not", "is null", "in", "between", "=", "!=", "<", "<=", ">", ">="}
TRUTH = FactEntry(type="boolean", description="Derived from the members.")
AS_CHANGED = "as_changed_"
MOST_CASES = 1_000_000


@dataclass(frozen=True)
class Domain:
    """What the facts of a rule can be; `of_member` where a condition is about members."""

    checked: CheckedRule
    vocabulary: VocabularyBook
    of_member: bool = False

    @classmethod
    def of(
        cls, checked: CheckedRule, vocabulary: VocabularyBook, path: tuple[str, ...]
    ) -> "Domain":
        """The domain of the expression that stands at a path of the rule file."""
        in_benefit = path[0] == "benefit" and isinstance(checked.rule.benefit, Components)
        return cls(checked, vocabulary, in_benefit)

    def entry(self, fact: Fact) -> FactEntry:
        """The vocabulary entry of a fact."""
        is_person = self.of_member or self.checked.rule.unit == "person"
        own = self.vocabulary.person if is_person else self.vocabulary.household
        return (self.vocabulary.household if fact.of_household else own).get(fact.name, TRUTH)

    def is_ordered(self, tree: Expression) -> bool:
        """Whether an expression is a fact that is a number or a day."""
        return isinstance(tree, Fact) and self.entry(tree).type in ("integer", "date")

    def cases(self, trees: Iterable[Expression], other: CheckedRule | None = None) -> str | None:
        """A `from` clause with every case for the facts and parameters of some expressions.

        The parameters of `other`, a rule with the same dates, stand beside those of the rule.
        None where the cases are not all that can be, or are too many to try.
        """
        found = list(trees)
        rows = _figures(self.checked, other)
        constants = [part.value for tree in found for part in parts(tree) if is_constant(part)]
        constants += [value for row in rows for value in row.values()]
        columns = {flat(fact): self.values(fact, constants) for fact in facts_in(*found)}
        sizes = [len(rows), *map(len, columns.values())]
        if not all(map(_is_plain, found)) or prod(sizes) > MOST_CASES:
            return None
        clauses = ["(select 1 as one)"]
        if rows[0]:
            values = ", ".join(f"({', '.join(map(literal, row.values()))})" for row in rows)
            clauses.append(f"(values {values}) as figure ({', '.join(rows[0])})")
        for name, each in columns.items():
            values = ", ".join(f"({literal(value)})" for value in each)
            clauses.append(f"(values {values}) as fact_{name} ({name})")
        return " cross join ".join(clauses)

    def values(self, fact: Fact, constants: list[object]) -> list[object]:
        """The values of a fact that can make a difference, unknown among them."""
        entry = self.entry(fact)
        if entry.type == "boolean":
            return [None, False, True]
        if entry.type == "text":
            written = [each for each in constants if isinstance(each, str)]
            return [None, *sorted({*(entry.values or [*written, "anything else"])})]
        if entry.type == "date":
            days = {each for each in constants if isinstance(each, date)}
            return [None, *sorted({near for day in days for near in (day, *beside(day))})]
        numbers = {floor(each) for each in constants if _is_number(each)}
        ends = {each for each in (entry.minimum, entry.maximum) if each is not None}
        near = ends | {near for number in numbers for near in (number, *beside(number))}
        return [None, *sorted(each for each in near if _within(each, entry))]


def _is_plain(tree: Expression) -> bool:
    """Whether an expression only compares facts with constants, so that its cases are all."""
    for part in parts(tree):
        if isinstance(part, Operation):
            of_facts = [each for each in part.arguments if isinstance(each, Fact)]
            is_comparison = part.name not in ("and", "or", "not")
            if part.name not in PLAIN or (is_comparison and len(of_facts) > 1):
                return False
    return True


def is_constant(part: Expression) -> bool:
    """Whether a part of an expression is a value written out."""
    return isinstance(part, Literal)


def _is_number(value: object) -> bool:
    """Whether a constant is a number; truth values are none."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def _within(value: int, entry: FactEntry) -> bool:
    """Whether a fact can have a value at all."""
    low, high = entry.minimum, entry.maximum
    return (low is None or value >= low) and (high is None or value <= high)


def _figures(checked: CheckedRule, other: CheckedRule | None) -> list[dict[str, object]]:
    """The parameters in force, one row per stretch of time in which the programme can run."""
    rows = [each.values for each in stretches(checked.rule)]
    beside_them = [each.values for each in stretches((other or checked).rule)]
    prefixed = [{f"{AS_CHANGED}{name}": each for name, each in row.items()} for row in beside_them]
    nothing = dict.fromkeys(checked.rule.parameters)
    empty = {**nothing, **{f"{AS_CHANGED}{name}": None for name in nothing}}
    return [*({**row, **more} for row, more in zip(rows, prefixed, strict=True)), empty]
