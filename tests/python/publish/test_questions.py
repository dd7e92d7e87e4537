"""What officials ask is answered by what is published, with the SQL of the page."""

import csv
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from asked import Question, questions

from selaras.publish import DATABASE
from selaras.workspace import PROJECT, Workspace

Ask = Callable[[int], list[tuple]]
ENROLLED = """
    select programme, count(distinct no_kk), cast(sum(amount) as bigint)
    from read_parquet('{truth}/enrolment.parquet')
    where starts_on <= date '2025-10-24' and (ends_on is null or ends_on > date '2025-10-24')
    group by programme
"""
MONTHS_OF_BLTS = 3
# What the sample calls an overlap, and the rule that finds it.
OVERLAPS = {
    "kjp_plus_pip": "pip_kjp",
    "pkh_disability_kpdj": "pkh_disability_kpdj",
    "pkh_early_childhood_kaj": "pkh_child_kaj",
    "pkh_elderly_klj": "pkh_elderly_klj",
}


@pytest.fixture(scope="module")
def ask(built: Workspace) -> Ask:
    """The answer to a question by its number, from the published file."""

    def answer(number: int) -> list[tuple]:
        path = str(built.publish / "current" / DATABASE)
        with duckdb.connect(path, read_only=True) as connection:
            return connection.execute(questions()[number - 1].sql).fetchall()

    return answer


def near(found: float, true: float) -> bool:
    """Whether a figure is the true one but for a few rows that nobody can read."""
    return abs(found - true) <= max(1, 0.03 * true)


def test_the_page_has_thirty_questions_in_both_languages() -> None:
    page = (PROJECT / "docs/questions.md").read_text(encoding="utf-8")
    assert [each.number for each in questions()] == list(range(1, 31))
    assert page.count("\n### ") == page.count("```sql\n") == 30


@pytest.mark.parametrize("question", questions(), ids=lambda each: str(each.number))
def test_a_question_has_an_answer(ask: Ask, question: Question) -> None:
    assert ask(question.number) or question.may_be_empty


def test_families_in_aid_are_those_of_the_sample(ask: Ask, inbox: Path) -> None:
    with (inbox / "truth/headline.csv").open(encoding="utf-8", newline="") as file:
        true = [int(row["value"]) for row in csv.DictReader(file)]
    found = [value for _, _, value, _ in ask(1)]
    assert len(found) == len(true) == 6
    assert all(map(near, found, true)), (found, true)


def test_families_and_rupiah_of_a_programme_are_those_of_the_sample(ask: Ask, inbox: Path) -> None:
    true = duckdb.sql(ENROLLED.format(truth=inbox / "truth")).fetchall()
    families = {programme: count for programme, _, _, count, _ in ask(2)}
    rupiah = {programme: amount for programme, _, amount, _ in ask(8)}
    assert len(true) > 10
    for programme, count, amount in true:
        if programme == "care_home":  # a list of people, which pays nothing
            continue
        assert near(families[programme], count), programme
        if programme == "blts":
            assert near(rupiah[programme], amount / MONTHS_OF_BLTS)


def test_overlaps_are_those_that_were_put_into_the_sample(ask: Ask, inbox: Path) -> None:
    true = dict(
        duckdb.sql(
            f"select rule_id, count(*) from read_csv('{inbox}/truth/overlap.csv') group by rule_id"
        ).fetchall()
    )
    found = {rule: count for rule, _, _, count, _ in ask(20)}
    assert {rule for rule in OVERLAPS if rule in true}
    for rule, name in OVERLAPS.items():
        assert near(found.get(name, 0), true.get(rule, 0)), rule
    cases = sum(count for _, _, count, _ in ask(21))
    assert cases >= sum(true[rule] for rule in OVERLAPS if rule in true)
