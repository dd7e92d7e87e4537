"""From SQL text to our own small tree, with sqlglot.

Only what is listed here gets in, so nothing else can ever reach the generated SQL.
"""

import re
from datetime import date
from functools import lru_cache

import sqlglot
from sqlglot import exp
from sqlglot.errors import SqlglotError

from selaras.rules.expression.tree import Expression, Fact, Literal, Operation, Parameter

MAX_LENGTH = 2000
GROUPED = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
FUNCTIONS = ("abs", "greatest", "least")
BINARY: dict[type[exp.Expression], str] = {
    exp.And: "and",
    exp.Or: "or",
    exp.EQ: "=",
    exp.NEQ: "!=",
    exp.LT: "<",
    exp.LTE: "<=",
    exp.GT: ">",
    exp.GTE: ">=",
    exp.Add: "+",
    exp.Sub: "-",
    exp.Mul: "*",
}
COMPARED = (exp.EQ, exp.NEQ, exp.LT, exp.LTE, exp.GT, exp.GTE, exp.Is, exp.In, exp.Between)


class NotAllowed(Exception):
    """Words in a condition that the grammar does not have."""

    def __init__(self, key: str, words: str) -> None:
        self.key = key
        self.words = words
        super().__init__(key, words)


@lru_cache(1024)
def parse_expression(text: str) -> Expression:
    """The tree of a condition or amount; NotAllowed names the words that do not belong."""
    if len(text) > MAX_LENGTH:
        raise NotAllowed("when_too_long", text[:30])
    try:
        for token in sqlglot.tokenize(text, read="duckdb"):
            if token.comments:
                raise NotAllowed("comment", token.comments[0].strip())
            if token.text == ";":
                raise NotAllowed("stacked", ";")
        parsed = sqlglot.parse(text, read="duckdb")
        if len(parsed) != 1 or parsed[0] is None:
            raise NotAllowed("not_sql", text[:30])
        return _convert(parsed[0])
    except SqlglotError as error:
        raise NotAllowed("not_sql", _near(error)) from error
    except RecursionError as error:
        raise NotAllowed("when_too_long", text[:30]) from error


def _near(error: SqlglotError) -> str:
    """The words at which sqlglot lost the thread."""
    details = (getattr(error, "errors", None) or [{}])[0]
    return str(details.get("highlight") or "").strip() or "..."


def _convert(node: exp.Expression) -> Expression:
    """One sqlglot node as ours; anything unlisted is not allowed."""
    kind = type(node)
    if kind in COMPARED and any(
        isinstance(each, (*COMPARED, exp.Not)) for each in node.iter_expressions()
    ):
        raise NotAllowed("ambiguous", _words(node))
    if kind in BINARY:
        return Operation(BINARY[kind], (_convert(node.this), _convert(node.expression)))
    match node:
        case exp.Paren():
            return _convert(node.this)
        case exp.Alias() if node.args.get("alias") is None:
            # In DuckDB `name: value` is an alias; sqlglot takes the colon of a parameter for one.
            return _convert(node.this)
        case exp.Column():
            return _fact(node)
        case exp.Placeholder() if isinstance(node.this, str) and not node.this.isdigit():
            return Parameter(node.this)
        case exp.Boolean() | exp.Literal():
            return _literal(node)
        case exp.Cast() if node.to.is_type("date") and isinstance(node.this, exp.Literal):
            return _day(node)
        case exp.Not():
            return Operation("not", (_convert(node.this),))
        case exp.Neg():
            return Operation("negative", (_convert(node.this),))
        case exp.Is() if isinstance(node.expression, exp.Null):
            return Operation("is null", (_convert(node.this),))
        case exp.Between() if not node.args.get("symmetric"):
            bounds = (node.this, node.args["low"], node.args["high"])
            return Operation("between", tuple(_convert(each) for each in bounds))
        case exp.In() if node.expressions and not node.args.get("query"):
            items = (node.this, *node.expressions)
            return Operation("in", tuple(_convert(each) for each in items))
        case exp.Case():
            return _case(node)
        case exp.Abs():
            return Operation("abs", (_convert(node.this),))
        case exp.Least() | exp.Greatest():
            given = (node.this, *node.expressions)
            return Operation(node.key, tuple(_convert(each) for each in given))
    raise NotAllowed("not_allowed", _words(node))


def _words(node: exp.Expression) -> str:
    """The words of a node that does not belong, as close to what was written as possible."""
    if isinstance(node, exp.Anonymous):
        return str(node.this)
    if isinstance(node, exp.Func):
        return str(node.meta.get("name") or node.sql_name()).lower()
    return node.sql(dialect="duckdb")[:60]


def _fact(node: exp.Column) -> Fact:
    """A column name, alone or behind `household.`."""
    written = node.sql(dialect="duckdb")
    identifier = node.this
    plain = isinstance(identifier, exp.Identifier) and not identifier.args.get("quoted")
    if not plain or node.args.get("db") or node.table not in ("", "household"):
        raise NotAllowed("not_allowed", written)
    return Fact(node.name, of_household=bool(node.table))


def _literal(node: exp.Boolean | exp.Literal) -> Literal:
    """A boolean, a text or a whole number."""
    if isinstance(node, exp.Boolean) or node.is_string:
        return Literal(node.this)
    if GROUPED.fullmatch(node.this):
        raise NotAllowed("grouped_in_condition", node.this)
    if not node.this.isdigit() or int(node.this) > 2**63 - 1:
        raise NotAllowed("not_whole", node.this)
    return Literal(int(node.this))


def _day(node: exp.Cast) -> Literal:
    """A day written as date '2025-01-01'."""
    try:
        return Literal(date.fromisoformat(node.this.name))
    except ValueError as error:
        raise NotAllowed("not_allowed", node.this.name) from error


def _case(node: exp.Case) -> Operation:
    """A case with conditions; `case x when 1` is read as `case when x = 1`."""
    subject = node.this and _convert(node.this)
    flat: list[Expression] = []
    for branch in node.args["ifs"]:
        condition = _convert(branch.this)
        flat.append(Operation("=", (subject, condition)) if subject else condition)
        flat.append(_convert(branch.args["true"]))
    default = node.args.get("default")
    is_open = default is None or isinstance(default, exp.Null)
    flat.append(Literal(None) if is_open else _convert(default))
    return Operation("case", tuple(flat))
