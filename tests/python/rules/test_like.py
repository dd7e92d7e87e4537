"""An example may be `like` another one and say only what differs."""

from pathlib import Path

import pytest
from small_book import RULE, found, write_book

from selaras.rules.check.whole_book import read_book
from selaras.rules.differences.changes import changes_between
from selaras.rules.grammar.rule import Example
from selaras.rules.read.problems import Problems

FIRST = """\
  - name: full
    date: 2025-01-01
    enrolled: true
    given: {age: 60, is_ill: false, level: low}
    expect: {verdict: eligible, monthly_amount: 100}
"""
MORE = """\
  - name: a month later
    like: full
    date: 2025-02-01
  - name: of unknown health
    like: full
    given: {is_ill: null}
  - name: too young
    like: of unknown health
    enrolled: false
    given: {age: 59}
    expect: {verdict: ineligible}
"""
IN_FULL = """\
  - name: a month later
    date: 2025-02-01
    enrolled: true
    given: {age: 60, is_ill: false, level: low}
    expect: {verdict: eligible, monthly_amount: 100}
  - name: of unknown health
    date: 2025-01-01
    enrolled: true
    given: {age: 60, level: low}
    expect: {verdict: eligible, monthly_amount: 100}
  - name: too young
    date: 2025-01-01
    given: {age: 59, level: low}
    expect: {verdict: ineligible}
"""


def examples(folder: Path, text: str) -> list[Example]:
    """The examples of a book with some more at the end of its rule."""
    book = read_book(write_book(folder, RULE + text), Problems())
    return list(book.rules[0].rule.examples)


@pytest.mark.parametrize("text", [FIRST + MORE, MORE + FIRST], ids=["after", "before"])
def test_what_is_not_said_is_that_of_the_other_example(tmp_path: Path, text: str) -> None:
    wanted = examples(tmp_path, FIRST + IN_FULL)
    told = {each.name: each for each in examples(tmp_path, text)}
    assert list(told.values()) and all(told[each.name] == each for each in wanted)
    assert found(tmp_path) == []


def test_writing_an_example_shorter_is_no_change(tmp_path: Path) -> None:
    long = read_book(write_book(tmp_path, RULE + FIRST + IN_FULL), Problems())
    short = read_book(write_book(tmp_path, RULE + FIRST + MORE), Problems())
    assert changes_between(long, short) == []


@pytest.mark.parametrize(
    ("old", "new", "kind", "nearest"),
    [
        ("like: full", "like: fulll", "unknown_example", "full"),
        ("like: full", "like: {full: 1}", "unknown_example", None),
        ("like: full", "like: a month later", "like_itself", "a month later"),
        ("level: low", "levle: low", "unknown_fact", "level"),
        ("age: 60, is_ill", "age: 131, is_ill", "wrong_fact_value", None),
        ("enrolled: true", "enrolld: true", "unknown_key", "enrolled"),
        ("age: 60, is_ill", "age: [60], is_ill", "wrong_kind", None),
    ],
)
def test_what_is_wrong_is_told_once_and_where_it_stands(
    tmp_path: Path, old: str, new: str, kind: str, nearest: str | None
) -> None:
    text = FIRST + MORE
    rule = RULE + text.replace(old, new, 1)
    told = found(write_book(tmp_path, rule))
    assert [each.key for each in told] == [kind], list(map(str, told))
    assert told[0].place.line == rule[: rule.index(new)].count("\n") + 1
    assert told[0].fields()["nearest"] == nearest


def test_an_example_that_fails_by_what_it_took_over_names_the_columns(tmp_path: Path) -> None:
    text = FIRST + MORE.replace("given: {age: 59}\n    expect: {verdict: ineligible}", "given: {}")
    text = text.replace("like: full\n    date", "like: full\n    given: {age: 59}\n    date")
    [problem] = found(write_book(tmp_path, RULE + text), "example_failed")
    assert problem.values["example"] == "a month later"
    assert "verdict expected eligible, got ineligible" in problem.message
    assert "monthly_amount expected 100, got null" in problem.message
