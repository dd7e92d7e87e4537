"""The language of conditions, read from text by binding power (a Pratt parser)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?)|'(?P<text>(?:[^']|'')*)'|:(?P<parameter>\w+)"
    r"|(?P<word>[A-Za-z_]\w*(?:\.\w+)?)|(?P<mark>!=|<>|<=|>=|[=<>+*(),-]))"
)
WORDS = {
    *("and", "or", "not", "is", "null", "between", "in", "case", "when", "then", "else", "end"),
    *("true", "false", "date", "abs", "least", "greatest"),
}
COMPARISONS = {"=": "=", "!=": "!=", "<>": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
OR, AND, NOT, COMPARED, SUM, PRODUCT, SIGN = 10, 20, 30, 40, 50, 60, 70
INFIX = {"or": OR, "and": AND, "+": SUM, "-": SUM, "*": PRODUCT}


@dataclass(frozen=True)
class Node:
    """A fact, parameter or value by name, or an operation over others."""

    kind: str
    name: object
    parts: tuple["Node", ...] = ()


def parse(text: str) -> Node:
    """The tree of a condition or amount; ValueError where it is not in the language."""
    reader = _Reader(list(_tokens(text)))
    tree = reader.expression(0)
    if reader.here[0] != "end of text":
        raise ValueError(f"{reader.here} is left over in {text!r}")
    return tree


def leaves(tree: Node, kind: str) -> set[str]:
    """The names of all facts, or of all parameters, in a tree."""
    own = {str(tree.name)} if tree.kind == kind else set()
    return own.union(*(leaves(part, kind) for part in tree.parts))


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    """Kind and text of each word, mark, number, parameter and quoted text."""
    at, text = 0, text.rstrip()
    while at < len(text):
        found = TOKEN.match(text, at)
        if not found:
            raise ValueError(f"{text[at:]!r} is not in the language")
        at, kind = found.end(), str(found.lastgroup)
        word = found[kind]
        if kind == "word" and word.lower() in WORDS:
            kind, word = "mark", word.lower()
        yield kind, word.replace("''", "'") if kind == "text" else word
    yield "end of text", ""


class _Reader:
    """Walks over the tokens of one text."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self.tokens = tokens
        self.at = 0

    @property
    def here(self) -> tuple[str, str]:
        return self.tokens[self.at]

    def take(self) -> tuple[str, str]:
        """The token here, going on to the next."""
        self.at += 1
        return self.tokens[self.at - 1]

    def comes(self, *marks: str) -> bool:
        """Whether these marks come next; if so they are taken."""
        coming = self.tokens[self.at : self.at + len(marks)]
        if coming != [("mark", mark) for mark in marks]:
            return False
        self.at += len(marks)
        return True

    def need(self, mark: str) -> None:
        """Take a mark that must come."""
        if not self.comes(mark):
            raise ValueError(f"{mark!r} is needed where {self.here} stands")

    def expression(self, binds: int) -> Node:
        """What follows, as far as its operators bind more tightly than this."""
        left = self.prefix()
        while True:
            kind, mark = self.here
            power = INFIX.get(mark) if kind == "mark" else None
            if power and power > binds:
                self.take()
                left = Node("operation", mark, (left, self.expression(power)))
            elif binds < COMPARED and (compared := self.comparison(left)):
                left = compared
            else:
                return left

    def comparison(self, left: Node) -> Node | None:
        """The comparison that goes on from here, if one does."""
        kind, mark = self.here
        if kind == "mark" and mark in COMPARISONS:
            self.take()
            return Node("operation", COMPARISONS[mark], (left, self.expression(COMPARED)))
        if self.comes("is"):
            negated = self.comes("not")
            self.need("null")
            return self.perhaps(negated, Node("operation", "is null", (left,)))
        negated = self.tokens[self.at : self.at + 1] == [("mark", "not")]
        self.at += negated
        if self.comes("between"):
            low = self.expression(COMPARED)
            self.need("and")
            bounds = (left, low, self.expression(COMPARED))
            return self.perhaps(negated, Node("operation", "between", bounds))
        if self.comes("in"):
            self.need("(")
            return self.perhaps(negated, Node("operation", "in", (left, *self.row())))
        self.at -= negated
        return None

    def perhaps(self, negated: bool, tree: Node) -> Node:
        """A tree, or its opposite."""
        return Node("operation", "not", (tree,)) if negated else tree

    def row(self) -> tuple[Node, ...]:
        """Expressions between commas, up to the closing bracket."""
        items = [self.expression(0)]
        while self.comes(","):
            items.append(self.expression(0))
        self.need(")")
        return tuple(items)

    def prefix(self) -> Node:
        """What can stand at the beginning of an expression."""
        kind, word = self.take()
        match kind, word:
            case "number", _:
                return Node("value", Fraction(word) if "." in word else int(word))
            case "text", _:
                return Node("value", word)
            case "parameter", _:
                return Node("parameter", word)
            case "word", _:
                return Node("fact", word)
            case _, "true" | "false" | "null":
                return Node("value", {"true": True, "false": False, "null": None}[word])
            case _, "date":
                return Node("value", date.fromisoformat(self.take()[1]))
            case _, "(":
                inner = self.expression(0)
                self.need(")")
                return inner
            case _, "not":
                return Node("operation", "not", (self.expression(NOT),))
            case _, "-":
                return Node("operation", "negative", (self.expression(SIGN),))
            case _, "case":
                return self.case()
            case _, "abs" | "least" | "greatest":
                self.need("(")
                return Node("operation", word, self.row())
        raise ValueError(f"{word!r} cannot stand here")

    def case(self) -> Node:
        """A case: conditions and values in turn, and what holds otherwise at the end."""
        parts = []
        subject = None if self.here == ("mark", "when") else self.expression(0)
        while self.comes("when"):
            condition = self.expression(0)
            same = Node("operation", "=", (subject, condition)) if subject else condition
            self.need("then")
            parts += [same, self.expression(0)]
        parts.append(self.expression(0) if self.comes("else") else Node("value", None))
        self.need("end")
        return Node("operation", "case", tuple(parts))
