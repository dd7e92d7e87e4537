"""Conditions of linkage.yml: checked as SQL, then written for dbt or for Splink."""

import re
from dataclasses import dataclass

import sqlglot
from sqlglot import exp

SIDES = ("listed", "known")
# Functions that engines have under other names; dbt macros of the same name hide the difference.
PORTABLE = {"likeness": "jaro_winkler_similarity", "edit_distance": "damerau_levenshtein"}
CALL = re.compile(rf"\b({'|'.join(PORTABLE)})\(([\w.]+), ([\w.]+)\)")
SIDED = re.compile(r"\b(listed|known)\.(\w+)")
ALLOWED = (
    *(exp.And, exp.Or, exp.Not, exp.Paren, exp.Between, exp.In, exp.Is, exp.Null, exp.Boolean),
    *(exp.EQ, exp.NEQ, exp.LT, exp.LTE, exp.GT, exp.GTE, exp.Add, exp.Sub, exp.Mul, exp.Neg),
    *(exp.Column, exp.Identifier, exp.Literal, exp.Left, exp.Right, exp.Substring, exp.Length),
    *(exp.Year, exp.Month, exp.Day, exp.Abs, exp.Greatest, exp.Least),
)


@dataclass(frozen=True)
class Flaw:
    """Why a condition cannot be used: the key of a message and the words it is about."""

    key: str
    words: str


def flaw_in(text: str, fields: set[str], has_sides: bool) -> Flaw | None:
    """What is wrong with a condition, or None; blocking rules have no sides."""
    try:
        tree = sqlglot.parse_one(text, read="duckdb")
    except sqlglot.errors.SqlglotError:
        return Flaw("linkage_not_sql", text[:60])
    for node in tree.walk():
        if node.comments:
            return Flaw("linkage_not_allowed", f"--{node.comments[0]}"[:60])
        if isinstance(node, exp.Column):
            if flaw := _flaw_in_column(node, fields, has_sides):
                return flaw
        elif not isinstance(node, ALLOWED) and not _is_portable(node):
            return Flaw("linkage_not_allowed", node.sql(dialect="duckdb")[:60])
    return None


def _flaw_in_column(node: exp.Column, fields: set[str], has_sides: bool) -> Flaw | None:
    """A column must be a field, of a side where the rule has sides."""
    if node.name not in fields:
        return Flaw("linkage_no_field", node.name)
    if (node.table in SIDES) != has_sides or node.args.get("db"):
        return Flaw("linkage_side", node.sql(dialect="duckdb"))
    return None


def _is_portable(node: exp.Expression) -> bool:
    """A call of one of our own functions, on two plain fields as `for_dbt` expects it."""
    if not isinstance(node, exp.Anonymous) or node.name not in PORTABLE:
        return False
    return len(node.expressions) == 2 and all(
        isinstance(each, exp.Column) for each in node.expressions
    )


def for_dbt(text: str) -> str:
    """A condition in a model: our own functions are macros."""
    return CALL.sub(r"{{ \1('\2', '\3') }}", _one_line(text))


def for_splink(text: str) -> str:
    """A condition as Splink wants it, with `_l` for listed and `_r` for known."""
    named = CALL.sub(lambda call: f"{PORTABLE[call[1]]}({call[2]}, {call[3]})", _one_line(text))
    return SIDED.sub(lambda found: f"{found[2]}_{'l' if found[1] == 'listed' else 'r'}", named)


def on_side(expression: str, side: str, fields: set[str]) -> str:
    """An expression of a blocking rule on one side."""
    return re.sub(
        r"\b([a-z_]\w*)\b",
        lambda word: f"{side}.{word[1]}" if word[1] in fields else word[1],
        _one_line(expression),
    )


def split_at(text: str) -> list[str]:
    """The parts of a condition in a row of `and` or `or`, each but the first with its word."""
    parts, depth, start, between = [], 0, 0, False
    for token in re.finditer(r"[()]|\b(?:and|or|between)\b", text):
        word = token[0]
        depth += (word == "(") - (word == ")")
        if depth:
            continue
        if word == "between":
            between = True
        elif word == "and" and between:
            between = False
        elif word in ("and", "or"):
            parts.append(text[start : token.start()].strip())
            start = token.start()
    return [*parts, text[start:].strip()]


def _one_line(text: str) -> str:
    """A condition with single spaces."""
    return " ".join(text.split())
