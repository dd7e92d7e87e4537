"""Conditions mean the same in SQL as on paper, whatever is unknown."""

from datetime import date

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.rules.expression.parse import parse_expression
from selaras.rules.expression.rendering import lay_out, one_line
from selaras.rules.expression.tree import Fact, Literal, Operation

FACTS = {"a": bool, "b": bool, "c": bool, "x": int, "y": int, "z": int}
NUMBER = st.one_of(
    st.integers(0, 3).map(lambda value: (str(value), lambda _, value=value: value)),
    st.sampled_from("xyz").map(lambda name: (name, lambda row, name=name: row[name])),
)


def both(one: object, other: object, combine: object) -> object:
    """Unknown where either is unknown, else the combination."""
    return None if one is None or other is None else combine(one, other)


def kleene_and(one: bool | None, other: bool | None) -> bool | None:
    """Three-valued and."""
    return False if one is False or other is False else both(one, other, lambda *_: True)


def kleene_not(one: bool | None) -> bool | None:
    """Three-valued not."""
    return None if one is None else not one


def kleene_or(one: bool | None, other: bool | None) -> bool | None:
    """Three-valued or."""
    return kleene_not(kleene_and(kleene_not(one), kleene_not(other)))


def numbers(inner: st.SearchStrategy) -> st.SearchStrategy:
    """Sums, differences, products and the functions."""
    operations = {
        "({} + {})": lambda one, other: one + other,
        "({} - {})": lambda one, other: one - other,
        "{} * {}": lambda one, other: one * other,
        "least({}, {})": min,
        "greatest({}, {})": max,
    }
    return st.tuples(st.sampled_from(sorted(operations)), inner, inner).map(
        lambda drawn: (
            drawn[0].format(
                *(f"({each[0]})" if "*" in drawn[0] else each[0] for each in drawn[1:])
            ),
            lambda row: both(drawn[1][1](row), drawn[2][1](row), operations[drawn[0]]),
        )
    )


AMOUNT = st.recursive(NUMBER, numbers, max_leaves=4)
COMPARE = {
    "=": lambda one, other: one == other,
    "!=": lambda one, other: one != other,
    "<": lambda one, other: one < other,
    "<=": lambda one, other: one <= other,
    ">": lambda one, other: one > other,
    ">=": lambda one, other: one >= other,
}
COMPARISON = st.tuples(st.sampled_from(sorted(COMPARE)), AMOUNT, AMOUNT).map(
    lambda drawn: (
        f"{drawn[1][0]} {drawn[0]} {drawn[2][0]}",
        lambda row: both(drawn[1][1](row), drawn[2][1](row), COMPARE[drawn[0]]),
    )
)
BETWEEN = st.tuples(AMOUNT, NUMBER, NUMBER).map(
    lambda drawn: (
        f"{drawn[0][0]} between {drawn[1][0]} and {drawn[2][0]}",
        lambda row: kleene_and(
            both(drawn[0][1](row), drawn[1][1](row), COMPARE[">="]),
            both(drawn[0][1](row), drawn[2][1](row), COMPARE["<="]),
        ),
    )
)
WITHIN = st.sampled_from("xyz").map(
    lambda name: (
        f"{name} in (1, 2)",
        lambda row: None if row[name] is None else row[name] in (1, 2),
    )
)
KNOWN = st.sampled_from("abcxyz").map(
    lambda name: (f"{name} is null", lambda row: row[name] is None)
)
FLAG = st.sampled_from("abc").map(lambda name: (name, lambda row: row[name]))


def conditions(inner: st.SearchStrategy) -> st.SearchStrategy:
    """Not, and, or and case over smaller conditions."""
    three = st.tuples(inner, inner, inner)
    return st.one_of(
        inner.map(lambda each: (f"not ({each[0]})", lambda row: kleene_not(each[1](row)))),
        st.tuples(inner, inner).map(
            lambda two: (
                f"({two[0][0]}) and ({two[1][0]})",
                lambda row: kleene_and(two[0][1](row), two[1][1](row)),
            )
        ),
        st.tuples(inner, inner).map(
            lambda two: (
                f"({two[0][0]}) or ({two[1][0]})",
                lambda row: kleene_or(two[0][1](row), two[1][1](row)),
            )
        ),
        three.map(
            lambda parts: (
                f"case when {parts[0][0]} then {parts[1][0]} else {parts[2][0]} end",
                lambda row: {True: parts[1][1], False: parts[2][1], None: lambda _: None}[
                    parts[0][1](row)
                ](row),
            )
        ),
    )


CONDITION = st.recursive(
    st.one_of(FLAG, COMPARISON, BETWEEN, WITHIN, KNOWN), conditions, max_leaves=6
)
ROW = st.fixed_dictionaries(
    {
        name: st.sampled_from([True, False, None] if kind is bool else [0, 1, 2, 3, None])
        for name, kind in FACTS.items()
    }
)


def sql_value(value: object, kind: type) -> str:
    """A value of a row as SQL."""
    text = "null" if value is None else str(value).lower()
    return f"cast({text} as {'boolean' if kind is bool else 'integer'})"


@settings(max_examples=300, deadline=None)
@given(CONDITION, st.lists(ROW, min_size=1, max_size=6))
def test_a_condition_means_the_same_in_sql(drawn: tuple, rows: list[dict]) -> None:
    text, meaning = drawn
    tree = parse_expression(text)
    short, laid = one_line(tree, str), "\n".join(lay_out(tree, str, "", width=20))
    values = ", ".join(
        f"({', '.join([str(at), *(sql_value(row[name], kind) for name, kind in FACTS.items())])})"
        for at, row in enumerate(rows)
    )
    source = f"(values {values}) as t (n, {', '.join(FACTS)})"
    found = duckdb.sql(f"select {short}, {laid} from {source} order by n").fetchall()
    expected = [meaning(row) for row in rows]
    assert found == [(each, each) for each in expected], short


@given(CONDITION)
def test_what_is_written_reads_back_as_the_same(drawn: tuple) -> None:
    once = one_line(parse_expression(drawn[0]), str)
    if "case" not in once:
        assert one_line(parse_expression(once), str) == once


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("household.a", Fact("a", of_household=True)),
        ("9223372036854775807", Literal(9223372036854775807)),
        ("date '2024-02-29'", Literal(date(2024, 2, 29))),
        ("'it''s'", Literal("it's")),
        ("a not in (1)", Operation("not", (Operation("in", (Fact("a"), Literal(1))),))),
    ],
)
def test_small_things_are_read(text: str, tree: object) -> None:
    assert parse_expression(text) == tree
    assert one_line(parse_expression(text), str) == text


def test_a_case_may_say_that_the_rest_is_unknown() -> None:
    tree = parse_expression("case when a then b else null end")
    assert tree == parse_expression("case when a then b end")
