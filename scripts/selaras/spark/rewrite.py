"""The models' SQL, which is DuckDB's, written as Spark's with the same meaning.

sqlglot knows the grammars of both. What it leaves as it is although Spark lacks it, or means
something else by it, is told here and nowhere else; each rule is tried on both engines.
"""

from collections.abc import Callable
from typing import ClassVar

import sqlglot
from sqlglot import exp
from sqlglot.dialects.duckdb import DuckDB
from sqlglot.dialects.spark import Spark

from selaras.spark.functions import FUNCTIONS

ColumnsOf = Callable[[exp.Query], list[str]]


class _Words(DuckDB):
    """DuckDB's words, with columns of unit tests between the marks that dbt sets for Spark."""

    class Tokenizer(DuckDB.Tokenizer):
        IDENTIFIERS: ClassVar[list[str]] = ['"', "`"]


class _Steps(Spark):
    """Spark as it is: a step may have steps of its own, by whatever names."""

    class Generator(Spark.Generator):
        EXPRESSIONS_WITHOUT_NESTED_CTES: ClassVar[set[type[exp.Expression]]] = set()


KEPT = "is_kept_of_all"
UNIONS = (exp.Union, exp.Except, exp.Intersect)


def rewrite(sql: str, columns_of: ColumnsOf | None = None) -> str:
    """A query of DuckDB as one of Spark.

    `columns_of` tells the columns of a query of DuckDB; unions by name need it.
    """
    return in_spark(parsed(sql), columns_of)


def parsed(sql: str) -> exp.Expression:
    """A statement in DuckDB's words."""
    return sqlglot.parse_one(sql, read=_Words)


def in_spark(tree: exp.Expression, columns_of: ColumnsOf | None = None) -> str:
    """The same of a query that was read already, which is changed."""
    if columns_of is not None:
        _unions_in_order(tree, columns_of)
    for node in reversed(list(tree.walk())):  # what is within another one first
        _rewritten(node)
    whole = exp.Subquery(this=tree)  # so that the outermost query stands in something as well
    for query in list(tree.find_all(exp.Select)):
        _qualified(query)
    return whole.this.sql(_Steps)


def _rewritten(node: exp.Expression) -> None:
    """One part of a query, whose own parts are Spark's already."""
    match node:
        case exp.Window() if isinstance(node.this, exp.Filter):
            node.set("this", _of_met(node.this.this, node.this.expression.this))
        case exp.Select():
            _lists_outermost(node)
            _one_list(node)
        case exp.CTE():
            node.set("materialized", None)  # Spark decides itself what it lays aside
        case exp.Table():
            node.set("catalog", None)  # the file of the warehouse
        case exp.Anonymous() if node.name.lower() in FUNCTIONS:
            node.replace(FUNCTIONS[node.name.lower()](node))
        case _ if type(node) in FUNCTIONS:
            node.replace(FUNCTIONS[type(node)](node))


def _of_met(aggregate: exp.Expression, condition: exp.Expression) -> exp.Expression:
    """An aggregate of a window, to which what does not meet a condition is null."""
    counted = exp.Literal.number(1) if isinstance(aggregate.this, exp.Star) else aggregate.this
    kept = exp.Case(ifs=[exp.If(this=condition, true=counted)])
    return type(aggregate)(this=kept)


def _qualified(query: exp.Select) -> None:
    """What a query keeps of its own windows is a condition on a column that is left out again."""
    qualify = query.args.get("qualify")
    if qualify is None:
        return
    query.set("qualify", None)
    steps = query.args.get("with_")
    query.set("with_", None)
    inner = query.copy()
    inner.select(exp.alias_(qualify.this, KEPT), copy=False)
    every = exp.Star(except_=[exp.to_identifier(KEPT)])
    outer = exp.select(every).from_(inner.subquery("qualified")).where(exp.column(KEPT))
    outer.set("with_", steps)
    query.replace(outer)


def _lists_outermost(query: exp.Select) -> None:
    """What is done with each element of a list is done before the list stands in rows."""
    for column in query.selects:
        told = column.unalias()
        within = told.find(exp.Explode)
        if within is None or within is told or within.parent_select is not query:
            continue
        values = within.this
        within.replace(exp.column("each"))
        each = exp.Lambda(this=told.copy(), expressions=[exp.to_identifier("each")])
        told.replace(exp.Explode(this=exp.func("transform", values, each, dialect="spark")))


def _one_list(query: exp.Select) -> None:
    """Lists that stand side by side in rows: Spark takes one list of what they hold together."""
    lists = [each for each in query.selects if isinstance(each.unalias(), exp.Explode)]
    if len(lists) < 2:
        return
    together = exp.func("arrays_zip", *(each.unalias().this for each in lists))
    names = [exp.to_identifier(each.alias) for each in lists]
    lists[0].replace(exp.Aliases(this=exp.func("inline", together), expressions=names))
    for each in lists[1:]:
        each.pop()


def _unions_in_order(tree: exp.Expression, columns_of: ColumnsOf) -> None:
    """Unions by name with their columns in one order, and null where a side has not one."""
    unions = [each for each in tree.find_all(*UNIONS) if each.args.get("by_name")]
    for union in reversed(unions):  # those within others first
        steps = _steps_before(union)
        sides = {
            side: columns_of(_behind(union.args[side], steps)) for side in ("this", "expression")
        }
        every = list(dict.fromkeys([*sides["this"], *sides["expression"]]))
        for side, own in sides.items():
            query = union.args[side].copy()
            kept = [exp.column(n) if n in own else exp.alias_(exp.Null(), n) for n in every]
            union.set(side, exp.select(*kept).from_(query.subquery("side")))
        union.set("by_name", None)


def _steps_before(node: exp.Expression) -> list[exp.CTE]:
    """The steps of a query that one of its parts can name."""
    steps: list[exp.CTE] = []
    within, around = None, node
    while around is not None:
        if isinstance(around, exp.With):
            steps = [*around.expressions[: around.expressions.index(within)], *steps]
        elif (own := around.args.get("with_")) and own is not within:
            steps = [*own.expressions, *steps]
        within, around = around, around.parent
    return steps


def _behind(query: exp.Query, steps: list[exp.CTE]) -> exp.Query:
    """A part of a query as one of its own, with the steps before it."""
    alone = query.copy()
    own = alone.args.get("with_")
    every = [*(step.copy() for step in steps), *(own.expressions if own else [])]
    if every:
        alone.set("with_", exp.With(expressions=every))
    return alone
