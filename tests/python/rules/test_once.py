"""A file that is asked for again is not read again, and what is wrong with it is told again."""

from datetime import date

import pytest

from selaras.rules.read.problems import Problems
from selaras.rules.read.source import parse_source
from selaras.rules.trial import overlap_examples
from selaras.what_if.review import review_reform
from selaras.workspace import PROJECT

TWICE = "title: one\ntitle: two\n"


def test_the_same_text_is_read_once_and_its_problems_are_told_each_time() -> None:
    first, again = Problems(), Problems()
    assert parse_source(TWICE, "rules/a.yml", first) is parse_source(TWICE, "rules/a.yml", again)
    assert [str(each) for each in first.found] == [str(each) for each in again.found] != []


def test_the_same_text_in_another_file_is_told_of_that_file() -> None:
    found = Problems()
    parse_source(TWICE, "rules/a.yml", found)
    parse_source(TWICE, "rules/b.yml", found)
    assert [each.place.file for each in found.found] == ["rules/a.yml", "rules/b.yml"]


def test_a_reform_is_tried_on_the_overlap_rules_that_it_changes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tried: list[str] = []

    def listen(_trial: object, cases: list, _book: object) -> list:
        tried.extend(case.rule_id for case in cases)
        return []

    monkeypatch.setattr(overlap_examples, "overlap_failures", listen)
    assert review_reform(PROJECT, "elderly_may_keep_both", date(2025, 10, 24)) == []
    assert set(tried) == {"pkh_elderly_klj"}
