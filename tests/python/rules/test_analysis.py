"""Static analysis of meaning: one small rule for each kind of finding, and what is no finding."""

from pathlib import Path

import pytest
from rule_warehouse import Warehouse
from small_book import RULE, found, pasted, with_criteria, write_book

from selaras.rules.check.whole_book import load
from selaras.rules.read.problems import Problem, Problems
from selaras.rules.write.example_rows import example_rows, expected_row

MEANING = (
    *("never_holds", "never_holds_from", "never_fails", "implies", "same_as", "implies_branch"),
    *("same_as_branch", "nobody", "nobody_from", "tier_unreachable", "tier_gap", "tier_overlap"),
)


def meaning(folder: Path, rule: str) -> list[Problem]:
    """The findings of the analysis in a small rule; each example is what the rule really says."""
    project = write_book(folder, rule)
    problems = found(project, *MEANING)
    for problem in problems:
        assert comes_true(folder, pasted(rule, problem)), problem.example
    return problems


def comes_true(folder: Path, rule: str) -> bool:
    """Whether the last example of a rule is what the compiled SQL says."""
    (folder / "again").mkdir(exist_ok=True)
    project = write_book(folder / "again", rule)
    problems = Problems()
    loaded = load(project, problems)
    assert not problems.errors, problems.errors
    [checked] = loaded.book.rules
    example = checked.rule.examples[-1]
    warehouse = Warehouse(project)
    for table, rows in example_rows(checked, [example]).items():
        for row in rows:
            warehouse.add(table, **row)
    [row] = warehouse.judge("demo")
    expected = expected_row(example)
    return {name: row[name] for name in expected} == expected


def told(problems: list[Problem]) -> list[tuple[str, str]]:
    """Kind and words of findings."""
    return [(each.key, each.words) for each in problems]


@pytest.mark.parametrize(
    "condition",
    [
        "age < 5 and age > 10",
        "age > 130",
        "household.decile < 1",
        "is_alive and not is_alive",
        "level = 'low' and level = 'high'",
        "age between 10 and 5",
        "born < date '1900-01-01'",
        "age + grade > 142",
        "abs(age) < 0",
        "least(age, grade) > 12",
        "is_alive is null and is_alive",
        "case when is_alive then age > 130 else age < 0 end",
    ],
)
def test_a_criterion_that_can_never_hold(tmp_path: Path, condition: str) -> None:
    problems = meaning(tmp_path, with_criteria(first=condition, second="is_ill"))
    assert told(problems) == [("never_holds", "first")]
    assert problems[0].is_error and "unmet: [first]" in problems[0].example


@pytest.mark.parametrize(
    "condition",
    [
        "age >= 5 or age <= 10",
        "age >= 0",
        "level in ('low', 'middle', 'high')",
        "is_alive or not is_alive",
        "is_alive is null or is_alive is not null",
        "greatest(age, 0) >= age",
        "household.decile between 1 and 10",
    ],
)
def test_a_criterion_that_can_never_fail(tmp_path: Path, condition: str) -> None:
    problems = meaning(tmp_path, with_criteria(first=condition, second="is_ill"))
    assert told(problems) == [("never_fails", "first")]
    assert problems[0].is_error and "verdict: eligible" in problems[0].example


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("age >= 65", "age >= 60", "implies"),
        ("age >= 65 and is_alive", "is_alive", "implies"),
        ("level = 'low'", "level in ('low', 'high')", "implies"),
        ("age > 59", "age >= 60", "same_as"),
        ("not (is_alive and is_ill)", "not is_alive or not is_ill", "same_as"),
        ("grade + age > 30", "age > 18 or grade > 5", "implies"),
    ],
)
def test_a_criterion_that_implies_another(
    tmp_path: Path, first: str, second: str, kind: str
) -> None:
    [problem] = meaning(tmp_path, with_criteria(first=first, second=second))
    assert (problem.key, problem.words, problem.values["other"]) == (kind, "first", "second")
    assert not problem.is_error
    assert "unmet: [first, second]" in problem.example


def test_the_one_that_implies_is_named_first_wherever_it_stands(tmp_path: Path) -> None:
    [problem] = meaning(tmp_path, with_criteria(first="age >= 60", second="age >= 65"))
    assert (problem.words, problem.values["other"]) == ("second", "first")


def test_a_branch_that_adds_nothing_or_is_dead(tmp_path: Path) -> None:
    branches = "".join(
        f"\n      {name}:\n        says: {{id: Ya., en: Yes.}}\n        when: {when}"
        for name, when in (("old", "age > 70"), ("grown", "age > 60"), ("none", "age > 130"))
    )
    rule = with_criteria(first="is_ill").replace("when: is_ill", f"any_of:{branches}")
    assert told(meaning(tmp_path, rule)) == [
        ("implies_branch", "first.old"),
        ("never_holds", "first.none"),
    ]


def test_a_programme_that_nobody_can_be_eligible_for(tmp_path: Path) -> None:
    rule = with_criteria(first="age < 10", second="is_ill", third="grade > 3 and age > 10")
    [problem] = meaning(tmp_path, rule)
    assert (problem.key, problem.words, problem.is_error) == ("nobody", "first, third", True)
    assert "unmet: [third]" in problem.example


def test_a_programme_that_looks_only_at_those_it_refuses(tmp_path: Path) -> None:
    rule = with_criteria(first="age >= 60", second="is_ill")
    rule = rule.replace("criteria:", "applies_to: age < 60\ncriteria:")
    [problem] = meaning(tmp_path, rule)
    assert (problem.key, problem.words) == ("nobody", "first, applies_to")
    assert "enrolled" in problem.example or "unmet: [first]" in problem.example


def test_values_that_close_a_programme_are_told_with_their_day(tmp_path: Path) -> None:
    rule = RULE.replace(
        "      2020-01-01: {value: 60,",
        "      2024-01-01: {value: 131, status: assumed, source: none}\n"
        "      2020-01-01: {value: 60,",
    )
    [problem] = meaning(tmp_path, rule)
    assert problem.key == "never_holds_from"
    assert str(problem.values["since"]) == "2024-01-01"
    assert "date: 2024-01-01" in problem.example


def test_a_condition_switched_off_by_a_dated_value_is_no_finding(tmp_path: Path) -> None:
    rule = RULE.replace("when: age >= :min_age", "when: age >= :min_age or not :is_asked")
    switch = (
        "parameters:\n  is_asked:\n    unit: switch\n    values:\n"
        "      2020-01-01: {value: false, status: assumed, source: none}\n"
        "      2022-01-01: {value: true, status: assumed, source: none}\n"
    )
    assert meaning(tmp_path, rule.replace("parameters:\n", switch)) == []


def test_a_parameter_that_ended_is_no_finding(tmp_path: Path) -> None:
    rule = RULE.replace(
        "source: none}\ncriteria", "source: none}\n      2023-01-01: null\ncriteria"
    )
    assert meaning(tmp_path, rule) == []


def test_values_outside_the_life_of_a_programme_do_not_count(tmp_path: Path) -> None:
    rule = RULE.replace("valid_from: 2020-01-01", "valid_from: 2020-01-01\nvalid_to: 2022-01-01")
    rule = rule.replace(
        "source: none}\ncriteria",
        "source: none}\n      2022-01-01: {value: 131, status: assumed, source: none}\ncriteria",
    )
    assert meaning(tmp_path, rule.replace("date: 2025", "date: 2021")) == []


def tiered(*tiers: tuple[str, str, int], examples: str = "") -> str:
    """A rule for everyone ill, paid by tier."""
    lines = "".join(
        f'    {name}: {{when: "{when}", amount: "{amount}"}}\n' for name, when, amount in tiers
    )
    rule = with_criteria(first="is_ill", examples=examples)
    return rule.replace(
        'benefit: {kind: flat, amount: "100", per: month}',
        f"benefit:\n  kind: tiered\n  per: month\n  tiers:\n{lines}".rstrip(),
    )


def test_a_tier_that_earlier_tiers_leave_nobody(tmp_path: Path) -> None:
    rule = tiered(("one", "age <= 60", 10), ("two", "age > 50", 20), ("three", "age = 70", 30))
    problems = meaning(tmp_path, rule)
    assert ("tier_unreachable", "three") in told(problems)
    unreachable = next(each for each in problems if each.words == "three")
    assert unreachable.is_error and "monthly_amount: 20" in unreachable.example


def test_a_tier_that_never_applies(tmp_path: Path) -> None:
    rule = tiered(("one", "age <= 60", 10), ("two", "age > 60", 20), ("three", "age > 130", 30))
    assert told(meaning(tmp_path, rule)) == [("tier_unreachable", "three")]


def test_a_gap_between_tiers(tmp_path: Path) -> None:
    rule = tiered(("one", "age <= 5", 10), ("two", "age >= 7", 20))
    [problem] = meaning(tmp_path, rule)
    assert (problem.key, problem.is_error) == ("tier_gap", True)
    assert "age: 6\n" in problem.example and "monthly_amount: null" in problem.example
    assert meaning(tmp_path, pasted(rule, problem)) == []


def test_tiers_that_overlap(tmp_path: Path) -> None:
    rule = tiered(("one", "age <= 7", 10), ("two", "age >= 7", 20))
    [problem] = meaning(tmp_path, rule)
    assert (problem.key, problem.words, problem.is_error) == ("tier_overlap", "two", False)
    assert "age: 7\n" in problem.example and "monthly_amount: 10" in problem.example
    assert meaning(tmp_path, pasted(rule, problem)) == []


def test_tiers_that_overlap_and_pay_the_same_are_no_finding(tmp_path: Path) -> None:
    assert meaning(tmp_path, tiered(("one", "age <= 7", 10), ("two", "age >= 7", 10))) == []


def test_a_component_that_nobody_can_be_in(tmp_path: Path) -> None:
    component = (
        "    {0}:\n      says: {{id: Ya., en: Yes.}}\n      when: {1}\n"
        '      amount: "{2}"\n      basis: none\n      status: assumed\n'
    )
    benefit = (
        'benefit:\n  kind: components\n  per: month\n  max_people: "2"\n  components:\n'
        + component.format("aged", "age > 60", 10)
        + component.format("dead", "age > 60 and age < 50", 20)
    )
    rule = with_criteria(has_component="has_component", poor="decile < 5")
    rule = rule.replace("unit: person", "unit: household")
    rule = rule.replace('benefit: {kind: flat, amount: "100", per: month}\n', benefit)
    [problem] = meaning(tmp_path, rule)
    assert (problem.key, problem.words) == ("never_holds", "dead")
    assert "members: [{age:" in problem.example


def test_the_committed_rule_book_means_what_it_can() -> None:
    from selaras.workspace import PROJECT

    assert found(PROJECT) == []
