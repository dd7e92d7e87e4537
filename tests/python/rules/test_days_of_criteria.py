"""A criterion may have days of its own: outside them it does not exist for the verdict."""

from datetime import date
from pathlib import Path

import pytest
from small_book import RULE, found, write_book

from selaras.rules.check.whole_book import read_book
from selaras.rules.compiler import compile_rules
from selaras.rules.differences.changes import changes_between
from selaras.rules.read.problems import Problems
from selaras.rules.trial import hunt, try_book

DATED = """\
  is_well:
    says: {id: Sehat., en: Well.}
    when: not is_ill
    basis: none
    status: assumed
    contestable: true
    from: 2025-01-01
    to: 2026-01-01
benefit:"""
CASES = """\
  - name: {name} on {day}
    date: {day}
    given: {given}
    objections: {objections}
    expect: {expect}
"""
NOTHING = "{verdict: eligible, unmet: [], unknown: [], missing: []}"
UNMET = "{verdict: ineligible, unmet: [is_well]}"
OPEN = "{verdict: undetermined, unknown: [is_well], missing: [is_ill]}"
OUTSIDE, INSIDE = ("2024-12-31", "2026-01-01"), ("2025-01-01", "2025-12-31")


def case(name: str, day: str, given: str, expect: str, objections: str = "[]") -> str:
    """An example."""
    words = {"name": name, "day": day, "given": given, "expect": expect}
    return CASES.format(**words, objections=objections)


def dated(criterion: str = DATED) -> str:
    """The small rule with a criterion of one year, and what is to come of it around its days."""
    ill, unknown = "{age: 60, is_ill: true}", "{age: 60}"
    cases = [case("who is ill counts", day, ill, NOTHING) for day in OUTSIDE]
    cases += [case("who may be ill counts", day, unknown, NOTHING) for day in OUTSIDE]
    cases += [case("who is ill does not", day, ill, UNMET) for day in INSIDE]
    cases += [case("who may be ill is open", day, unknown, OPEN) for day in INSIDE]
    cases += [case("whose objection holds", INSIDE[0], ill, NOTHING, "[is_well]")]
    rule = RULE.replace("benefit:", criterion).replace("age: 60", "age: 60, is_ill: false")
    return rule + "".join(cases)


def test_outside_its_days_a_criterion_leaves_nothing_unmet_open_or_missing(tmp_path: Path) -> None:
    assert found(write_book(tmp_path, dated())) == []
    undated = dated(DATED.replace("    from: 2025-01-01\n    to: 2026-01-01\n", ""))
    told = found(write_book(tmp_path, undated), "example_failed")
    assert len(told) == 2 * len(OUTSIDE)


def test_an_objection_counts_only_on_the_days_of_its_criterion(tmp_path: Path) -> None:
    files = compile_rules(write_book(tmp_path, dated()))
    sql = files[Path("models/eligibility/elig_demo.sql")]
    concedes = sql[sql.index("when objection.person_id is null then false") :]
    assert "when person.as_of_date < date '2025-01-01' then false" in concedes[:250]
    assert "when person.as_of_date >= date '2026-01-01' then false" in concedes[:250]


def test_what_it_requires_is_told_for_its_days_only(tmp_path: Path) -> None:
    files = compile_rules(write_book(tmp_path, dated()))
    rows = files[Path("seeds/generated/requirement.csv")].splitlines()
    assert [row for row in rows if "is_well" in row] == [
        "demo,is_well,2025-01-01,2026-01-01,not is_ill,Sehat.,Well."
    ]
    assert "asked from 2025-01-01 until before 2026-01-01" in files[Path("docs/programmes/demo.md")]
    criteria = files[Path("seeds/generated/criterion.csv")].splitlines()
    assert [row for row in criteria if row.endswith(",2025-01-01,2026-01-01")] != []


def test_a_change_of_its_days_is_told_and_every_one_is_noticed(tmp_path: Path) -> None:
    before = read_book(write_book(tmp_path, dated()), Problems())
    moved = dated(DATED.replace("to: 2026-01-01", "to: 2026-02-01"))
    after = read_book(write_book(tmp_path, moved), Problems())
    [change] = changes_between(before, after)
    assert (change.path, change.field) == (("criterion", "is_well"), "valid_to")
    assert (change.before, change.after) == ("2026-01-01", "2026-02-01")
    assert days_unnoticed(write_book(tmp_path, dated())) == []
    fewer = "  - ".join(each for each in dated().split("  - ") if "2024-12-31" not in each)
    assert days_unnoticed(write_book(tmp_path, fewer)) == ["from: 2024-12-31"]


def days_unnoticed(project: Path) -> list[str]:
    """The other days of criteria that no example tells from the right ones."""
    survivors = hunt(project, read_book(project, Problems()), "demo").survivors
    return [each.became for each in survivors if each.was.startswith(("from:", "to:"))]


def test_only_examples_on_its_days_show_what_it_does(tmp_path: Path) -> None:
    project = write_book(tmp_path, dated())
    [shown] = [
        each
        for each in try_book(project, read_book(project, Problems()), "demo").shown
        if each.name == "is_well"
    ]
    assert shown.counts == {True: 2, False: 2, None: 3}


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("to: 2026-01-01", "to: 2025-01-01", "ends_before_start"),
        ("from: 2025-01-01\n    to: 2026-01-01", "to: 2020-01-01", "never_asked"),
        ("from: 2025", "valid_from: 2025", "unknown_key"),
        ("not is_ill", "is_ill and not is_ill", "never_holds"),
    ],
)
def test_days_that_cannot_be_are_named(tmp_path: Path, old: str, new: str, kind: str) -> None:
    text = dated().replace(old, new)
    assert kind in {each.key for each in found(write_book(tmp_path, text))}


def test_the_key_of_a_first_day_is_offered(tmp_path: Path) -> None:
    text = dated().replace("from: 2025", "valid_from: 2025")
    [problem] = found(write_book(tmp_path, text), "unknown_key")
    assert problem.fields()["nearest"] == "from"


def test_criteria_contradict_each_other_only_while_both_are_asked_for(tmp_path: Path) -> None:
    young = DATED.replace("not is_ill", "age < 60").replace("    contestable: true\n", "")
    [told] = found(write_book(tmp_path, RULE.replace("benefit:", young)), "nobody_from", "nobody")
    assert (told.key, told.values["since"]) == ("nobody_from", date(2025, 1, 1))
    first = "status: assumed\nbenefit"
    apart = RULE.replace("benefit:", young).replace(
        "when: age >= :min_age", "when: age >= :min_age\n    to: 2025-01-01"
    )
    assert first in RULE
    assert found(write_book(tmp_path, apart), "nobody_from", "nobody") == []


def test_a_criterion_that_another_one_includes_for_a_while_still_counts(tmp_path: Path) -> None:
    older = DATED.replace("not is_ill", "age >= 70").replace("    contestable: true\n", "")
    assert found(write_book(tmp_path, RULE.replace("benefit:", older)), "implies") == []
    always = older.replace("    from: 2025-01-01\n    to: 2026-01-01\n", "")
    assert len(found(write_book(tmp_path, RULE.replace("benefit:", always)), "implies")) == 1


def test_a_time_without_any_criterion_is_told(tmp_path: Path) -> None:
    text = RULE.replace("when: age >= :min_age", "when: age >= :min_age\n    to: 2025-01-01")
    [told] = found(write_book(tmp_path, text), "nothing_asked")
    assert told.values["since"] == date(2025, 1, 1)
