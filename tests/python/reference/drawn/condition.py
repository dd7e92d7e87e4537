"""Conditions and amounts as text, of every form that the grammar has."""

from collections.abc import Mapping
from dataclasses import dataclass

from hypothesis import strategies as st

OR, AND, NOT, COMPARED, SUM, PRODUCT, SIGN, WHOLE = 10, 20, 30, 40, 50, 60, 70, 90
Draw = st.DrawFn
Text = tuple[str, int]  # the words, and how tightly their outermost operator binds
ORDER = ("=", "!=", "<>", "<", "<=", ">", ">=")
ATOMS = {"integer": ("0", "1", "2", "60", "2147483648", "9007199254740993")}
ATOMS["date"] = ("date '2024-02-29'", "date '1965-10-24'")


@dataclass(frozen=True)
class Words:
    """What a condition may speak of: names by type, and the values that a text can have."""

    names: Mapping[str, tuple[str, ...]]
    values: Mapping[str, tuple[str, ...]]

    def of(self, kind: str) -> tuple[str, ...]:
        """Everything of a type that stands alone."""
        return (*self.names.get(kind, ()), *ATOMS.get(kind, ()))


def within(draw: Draw, text: Text, at_least: int) -> str:
    """A text between brackets where it needs them, and now and then where it does not."""
    words, power = text
    return f"({words})" if power < at_least or draw(st.integers(0, 9)) == 9 else words


@st.composite
def condition(draw: Draw, words: Words, depth: int = 3) -> Text:
    """A condition with conditions inside, down to a depth."""
    form = draw(st.sampled_from(("leaf", "and", "or", "not", "case", "same", "leaf")))
    if depth == 0 or form == "leaf":
        return draw(leaf(words, depth))
    inner = condition(words, depth - 1)
    if form in ("and", "or"):
        power = AND if form == "and" else OR
        return f" {form} ".join(within(draw, draw(inner), power) for _ in range(2)), power
    if form == "not":
        return f"not {within(draw, draw(inner), NOT)}", NOT
    if form == "case":
        return _case(draw, inner, inner), WHOLE
    operator = draw(st.sampled_from(("=", "!=")))
    sides = [within(draw, draw(inner), SUM) for _ in range(2)]
    return f"{sides[0]} {operator} {sides[1]}", COMPARED


def _case(draw: Draw, conditions: st.SearchStrategy, values: st.SearchStrategy) -> str:
    """A case of one or two branches, perhaps with a last one."""
    branches = [(draw(conditions)[0], draw(values)[0]) for _ in range(draw(st.integers(1, 2)))]
    otherwise = f" else {draw(values)[0]}" if draw(st.booleans()) else ""
    return "case " + " ".join(f"when {a} then {b}" for a, b in branches) + f"{otherwise} end"


@st.composite
def leaf(draw: Draw, words: Words, depth: int) -> Text:
    """A condition without conditions inside."""
    form = draw(st.sampled_from(("boolean", "order", "order", "text", "null", "between", "in")))
    if form == "boolean":
        return draw(st.sampled_from((*words.of("boolean"), "true", "false"))), WHOLE
    if form == "text" and words.of("text"):
        return _about_text(draw, words), COMPARED
    term = draw(
        st.sampled_from(
            (number(words, min(depth, 1)), number(words, 0), fraction(words), day(words))
        )
    )
    if form == "null":
        kind = draw(st.sampled_from([each for each in words.names if words.names[each]]))
        negated = draw(st.sampled_from(("", "not ")))
        return f"{draw(st.sampled_from(words.of(kind)))} is {negated}null", COMPARED
    negated = draw(st.sampled_from(("", "not ")))
    if form == "between":
        value, low, high = (within(draw, draw(term), SUM) for _ in range(3))
        return f"{value} {negated}between {low} and {high}", COMPARED
    if form == "in":
        items = ", ".join(draw(term)[0] for _ in range(draw(st.integers(1, 3))))
        return f"{within(draw, draw(term), SUM)} {negated}in ({items})", COMPARED
    sides = [within(draw, draw(term), SUM) for _ in range(2)]
    return f"{sides[0]} {draw(st.sampled_from(ORDER))} {sides[1]}", COMPARED


def _about_text(draw: Draw, words: Words) -> str:
    """A comparison of a text with what it can be."""
    name = draw(st.sampled_from(words.of("text")))
    allowed = st.sampled_from(words.values[name]).map(lambda value: f"'{value}'")
    if draw(st.booleans()):
        return f"{name} {draw(st.sampled_from(('=', '!=')))} {draw(allowed)}"
    items = ", ".join(draw(allowed) for _ in range(draw(st.integers(1, 3))))
    return f"{name} {draw(st.sampled_from(('', 'not ')))}in ({items})"


@st.composite
def day(draw: Draw, words: Words) -> Text:
    """A date fact, parameter or literal."""
    return draw(st.sampled_from(words.of("date"))), WHOLE


@st.composite
def fraction(draw: Draw, words: Words) -> Text:
    """A number that may have decimals."""
    return draw(st.sampled_from((*words.of("integer"), *words.of("decimal")))), WHOLE


@st.composite
def number(draw: Draw, words: Words, depth: int = 2) -> Text:
    """A whole number, with sums and functions down to a depth."""
    atoms = words.of("integer")
    form = draw(
        st.sampled_from(("atom", "atom", "+", "-", "*", "negative", "abs", "least", "case"))
    )
    if depth == 0 or form == "atom":
        return draw(st.sampled_from(atoms)), WHOLE
    inner = number(words, depth - 1)
    if form in ("+", "-", "*"):
        power = PRODUCT if form == "*" else SUM
        left, right = draw(inner), draw(inner)
        return f"{within(draw, left, power)} {form} {within(draw, right, power + 1)}", power
    if form == "negative":
        return f"-{within(draw, draw(inner), WHOLE)}", SIGN
    if form == "abs":
        return f"abs({draw(inner)[0]})", WHOLE
    if form == "case":
        return _case(draw, condition(words, 0), inner), WHOLE
    items = ", ".join(draw(inner)[0] for _ in range(draw(st.integers(1, 3))))
    return f"{draw(st.sampled_from(('least', 'greatest')))}({items})", WHOLE
