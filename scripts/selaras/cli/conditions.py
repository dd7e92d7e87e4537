"""What was seen of the facts of a criterion beside what is asked of them, in words."""

import re
from collections.abc import Iterable
from datetime import date

from selaras import spelling
from selaras.cli.codes import Codes
from selaras.cli.wording import Vocabulary
from selaras.messages import language, say
from selaras.rules.expression.parse import NotAllowed, parse_expression
from selaras.rules.expression.tree import (
    Expression,
    Fact,
    Literal,
    Operation,
    Parameter,
    facts_in,
)
from selaras.warehouse import Row

NOTHING = "-"
COMPONENT = "has_component"  # its people are listed by name, below the criteria
PAIR = re.compile(r"(?:^|, )((?:household\.)?[a-z_0-9]+) = ")
DAY = re.compile(r"(?<!')\b\d{4}-\d\d-\d\d\b")
SIGNS = {"<=": "≤", ">=": "≥", "!=": "≠", "*": "×"}
TURNED = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "=", "!=": "!="}
DATES = {">=": "from", ">": "after", "<": "before", "<=": "by"}


class Conditions:
    """The facts of one unit, person or household, with what rules ask of them."""

    def __init__(self, facts: list[Row], unit: str, codes: Codes) -> None:
        self._vocabulary = Vocabulary(facts, unit)
        self._codes = codes

    def told(self, observed: str, required: str) -> str:
        """`National decile: 8 (asked: ≤ 4)`; of yes and no the sentence says what is asked."""
        seen = _pairs(observed)
        if required == NOTHING:
            return f"{self._facts(seen, list(seen))} ({say('explain.nothing_asked')})"
        tree = _tree(required)
        if tree is None:
            shown = self._facts(seen, list(seen))
            return f"{shown} ({say('explain.asked', condition=required)})"
        return self._part(tree, seen)

    def way(self, condition: str, observed: str, required: str) -> str:
        """The same of one of several ways to meet a criterion, which `required` joins by `or`."""
        seen, own, whole = _pairs(observed), _tree(condition), _tree(required)
        if own is None:
            return ""
        facts = facts_in(own)
        parts = _flat(Operation("or", (whole,))) if whole else []
        its = [each for each in parts if set(facts_in(each)) == set(facts)]
        return self._part(its[0], seen) if len(its) == 1 else self._facts(seen, map(str, facts))

    def _part(self, tree: Expression, seen: dict[str, str]) -> str:
        """A condition, each fact of it with what is asked of that fact alone where that is told."""
        facts = facts_in(tree)
        if len(facts) == 1:
            return self._alone(tree, str(facts[0]), seen)
        if isinstance(tree, Operation) and tree.name in ("and", "or"):
            parts = [self._part(each, seen) for each in _by_fact(tree)]
            joint = "; " if tree.name == "and" else f" {say('explain.word_or')} "
            return joint.join(filter(None, parts))
        shown = self._facts(seen, map(str, facts))
        return f"{shown} ({say('explain.asked', condition=self._text(tree))})".strip()

    def _alone(self, tree: Expression, name: str, seen: dict[str, str]) -> str:
        """One fact with what is asked of it; a plain yes or no asks what the sentence says."""
        if name == COMPONENT:
            return ""
        shown = self._fact(name, seen.get(name, "?"))
        if isinstance(tree, Fact) or _is_no(tree):
            return shown
        return f"{shown} ({say('explain.asked', condition=self._asked(tree, name))})"

    def _facts(self, seen: dict[str, str], names: Iterable[str]) -> str:
        """Facts with their values."""
        shown = [self._fact(name, seen.get(name, "?")) for name in names]
        return "; ".join(filter(None, shown))

    def _fact(self, name: str, value: str) -> str:
        """A fact with its value."""
        if name == COMPONENT:
            return ""
        return f"{self._vocabulary.title(name)}: {self.value(name, value)}"

    def value(self, name: str, value: object) -> str:
        """A value of a fact as people write it."""
        entry = self._vocabulary.entry(name)
        if value in (None, "?"):
            return self._codes("answer", "unknown")
        if isinstance(value, bool) or value in ("true", "false"):
            return self._codes("answer", str(value).lower())
        if isinstance(value, date) or DAY.fullmatch(str(value)):
            return spelling.day(date.fromisoformat(str(value)), language())
        if str(value).isdigit() and entry.get("type") in (None, "integer"):
            is_money = str(entry.get("measure") or "").startswith("rupiah")
            spelt = spelling.rupiah if is_money else spelling.number
            return spelt(int(str(value)), language())
        return self._codes(name.removeprefix("household."), str(value))

    def _asked(self, tree: Expression, name: str) -> str:
        """What is asked of one fact, without its name."""
        if isinstance(tree, Fact):
            return self._codes("answer", "true")
        if _is_no(tree):
            return self._codes("answer", "false")
        if isinstance(tree, Operation):
            if tree.name in ("and", "or"):
                joint = say(f"explain.word_{tree.name}")
                parts = sorted(_flat(tree), key=_is_unknown)
                told = self._days(tree) or [self._asked(each, name) for each in parts]
                return f" {joint} ".join(told)
            if tree.name == "not":
                return self._not(tree.arguments[0], name)
            if tree.name in TURNED and len(facts_in(tree)) == 1:
                return self._compared(tree, name)
            if tree.name == "is null":
                return self._codes("answer", "unknown")
            if tree.name in ("in", "between") and isinstance(tree.arguments[0], Fact):
                return self._listed(tree, name)
        return self._text(tree)

    def _days(self, tree: Operation) -> list[str]:
        """From one day to before another as a period."""
        if tree.name != "and":
            return []
        match _flat(tree):
            case [
                Operation(">=", (Fact(), Literal(date() as first))),
                Operation("<", (Fact(), Literal(date() as end))),
            ]:
                return [spelling.period(first, end, language())]
        return []

    def _not(self, tree: Expression, name: str) -> str:
        """What is asked where something must not be so."""
        if isinstance(tree, Operation) and tree.name == "is null":
            return say("explain.word_known")
        key = "outside" if isinstance(tree, Operation) and tree.name == "between" else "except"
        return say(f"explain.asked_{key}", what=self._asked(tree, name))

    def _compared(self, tree: Operation, name: str) -> str:
        """A comparison of a fact with a value."""
        left, right = tree.arguments
        sign = tree.name if isinstance(left, Fact) else TURNED[tree.name]
        other = right if isinstance(left, Fact) else left
        if not isinstance(left, Fact) and not isinstance(right, Fact):
            return self._text(tree)
        value = self._operand(other, name)
        if sign == "=":
            return value
        if sign == "!=":
            return say("explain.asked_except", what=value)
        if isinstance(other, Literal) and isinstance(other.value, date):
            return say(f"explain.asked_{DATES[sign]}", day=value)
        return f"{SIGNS.get(sign, sign)} {value}"

    def _listed(self, tree: Operation, name: str) -> str:
        """One of some values, or one between two."""
        values = [self._operand(each, name) for each in tree.arguments[1:]]
        if tree.name == "between":
            return say("explain.asked_between", first=values[0], last=values[1])
        *others, last = values
        return f"{', '.join(others)} {say('explain.word_or')} {last}" if others else last

    def _operand(self, tree: Expression, name: str) -> str:
        """A value as those of a fact are written, or an expression."""
        return self.value(name, tree.value) if isinstance(tree, Literal) else self._text(tree)

    def _text(self, tree: Expression) -> str:
        """An expression over several facts, with their names."""
        match tree:
            case Fact():
                return self._vocabulary.title(str(tree))
            case Parameter():
                return say("explain.figure_missing", name=tree.name)
            case Literal():
                return self.value("", tree.value)
        parts = [self._text(each) for each in tree.arguments]
        if len(parts) == 2:
            word = say(f"explain.word_{tree.name}") if tree.name in ("and", "or") else tree.name
            return f"{parts[0]} {SIGNS.get(word, word)} {parts[1]}"
        if tree.name == "not":
            return f"{say('explain.word_not')} ({parts[0]})"
        return f"{tree.name}({', '.join(parts)})"


def _pairs(observed: str) -> dict[str, str]:
    """Facts with what was seen of each, a question mark where nothing was."""
    pieces = PAIR.split(observed)[1:]
    return dict(zip(pieces[::2], pieces[1::2], strict=True))


def _tree(condition: str) -> Expression | None:
    """A condition as a tree; None for one with decimals, which only figures may have."""
    try:
        return parse_expression(DAY.sub(r"date '\g<0>'", condition))
    except NotAllowed:
        return None


def _is_unknown(tree: Expression) -> bool:
    """Whether a condition asks that a fact be unknown."""
    return isinstance(tree, Operation) and tree.name == "is null"


def _is_no(tree: Expression) -> bool:
    """Whether a condition asks that a plain yes or no be no."""
    is_not = isinstance(tree, Operation) and tree.name == "not"
    return is_not and isinstance(tree.arguments[0], Fact)


def _flat(tree: Operation) -> list[Expression]:
    """The parts of nested `and`s or `or`s as one row."""
    parts: list[Expression] = []
    for each in tree.arguments:
        is_same = isinstance(each, Operation) and each.name == tree.name
        parts += _flat(each) if is_same else [each]
    return parts


def _by_fact(tree: Operation) -> list[Expression]:
    """The parts of an `and` or `or`, those about one and the same fact together."""
    found: dict[object, Expression] = {}
    for at, part in enumerate(_flat(tree)):
        facts = facts_in(part)
        key = facts[0] if len(facts) == 1 else at
        found[key] = Operation(tree.name, (found[key], part)) if key in found else part
    return list(found.values())
