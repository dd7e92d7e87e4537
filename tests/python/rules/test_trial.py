"""The rule book put to the test: wrong examples are refused, what none of them shows is told."""

import json
import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from small_book import with_criteria
from typer.testing import Result

from selaras.rules.check.whole_book import read_book
from selaras.rules.compiler import compile_rules
from selaras.rules.read.problems import Problems
from selaras.rules.trial import Trial, try_book
from selaras.rules.trial.coverage import coverage
from selaras.workspace import PROJECT

Run = Callable[..., Result]
Drop = Callable[[str, str], None]
Edit = Callable[[str, str, str], int]
LineOf = Callable[[str, str], int]
REFUSED = 10


def test_every_example_of_the_book_holds_and_together_they_show_all_there_is() -> None:
    book = read_book(PROJECT, Problems())
    begun = time.process_time()
    tried = try_book(PROJECT, book)
    assert time.process_time() - begun < 5
    assert [str(each) for each in tried.failures] == []
    assert [(str(each.place), each.name) for each in tried.shown if each.missing] == []
    files = {path.stem for path in (PROJECT / "rules").glob("*.yml")}
    assert set(tried.examples) == files - {"entitlements", "linkage", "programmes", "vocabulary"}
    assert all(tried.examples.values())


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            "expect: {verdict: eligible, monthly_amount: 400_000}",
            "expect: {verdict: eligible, monthly_amount: 400_001}",
            "monthly_amount 400_001 400_000",
        ),
        ("expect: {judged: false}", "expect: {verdict: ineligible}", "judged true false"),
        ("unmet: [is_in_decile]", "unmet: [is_alive]", "unmet [is_alive] [is_in_decile]"),
    ],
)
def test_a_wrong_example_is_refused_by_name_and_place(
    run: Run, edit: Edit, project: Path, old: str, new: str, words: str
) -> None:
    line = edit("sembako.yml", old, new)
    text = (project / "rules/sembako.yml").read_text(encoding="utf-8").splitlines()
    name_at = max(at for at, each in enumerate(text[:line]) if "- name: " in each)
    name = text[name_at].partition("name: ")[2]
    done = run("test", "sembako")
    assert done.exit_code == REFUSED
    told = [each for each in done.output.splitlines() if each.startswith("rules/")]
    assert len(told) == 1
    assert told[0].startswith(f'rules/sembako.yml:{name_at + 1}:11: the example "{name}"')
    columns = [" ".join(each.split()) for each in done.output.splitlines()]
    assert columns[columns.index("column expected got") + 1] == words


def test_a_wrong_example_of_an_overlap_is_refused(run: Run, edit: Edit) -> None:
    line = edit("overlaps.yml", "200_000, keep: pkh, starts_on", "200_001, keep: pkh, starts_on")
    done = run("test", "overlaps", "--json")
    assert done.exit_code == REFUSED
    (failure,) = json.loads(done.output)["failures"]
    assert failure["expected"] == {"monthly_amount": 200_001}
    assert failure["found"] == {"monthly_amount": 200_000}
    told = {"column": "monthly_amount", "expected": "200_001", "found": "200_000"}
    assert failure["difference"] == [told]
    assert failure["place"] == f"rules/overlaps.yml:{line - 5}:15"


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("{programme: klj, person: p1", "{programme: kjl, person: p1", "did you mean 'klj'"),
        ("{p1: {has_debit_letter: false}}", "{p2: {has_debit_letter: false}}", "did you mean 'p1'"),
        (
            "{has_debit_letter: false}",
            "{has_debit_leter: false}",
            "did you mean 'has_debit_letter'",
        ),
        ("{has_debit_letter: false}", "{has_debit_letter: 0}", "'has_debit_letter' cannot be 0"),
        ("expect: {finding: false}", "expect: {findin: false}", "did you mean 'finding'"),
    ],
)
def test_words_that_do_not_exist_in_an_example_of_an_overlap_are_refused(
    project: Path, edit: Edit, old: str, new: str, words: str
) -> None:
    line = edit("overlaps.yml", old, new)
    problems = Problems()
    assert read_book(project, problems) is None
    told = [str(each) for each in problems.errors]
    assert any(f"rules/overlaps.yml:{line}:" in each and words in each for each in told), told


def test_what_no_example_shows_is_told(run: Run, line_of: LineOf, drop: Drop) -> None:
    drop("sembako.yml", "a family of which nobody is alive is not entitled")
    done = run("test")
    assert done.exit_code == 0, done.output
    line = line_of("sembako.yml", "  is_alive:")
    told = [each for each in done.output.splitlines() if each.startswith("rules/")]
    assert told == [f"rules/sembako.yml:{line}:3: no example shows 'is_alive' false; add one."]


def test_a_rule_without_parameters_is_tried_and_changed_like_any_other(
    project: Path, run: Run
) -> None:
    rule = with_criteria(is_alive="is_alive", is_old="age_years >= 60")
    rule = rule.replace("owner: office", "owner: dinsos_dki")
    (project / "rules/demo.yml").write_text(rule, encoding="utf-8")
    told = json.loads(run("test", "demo", "--json").output)["coverage"]
    assert [each["missing"] for each in told] == [["true", "false"]] * 2
    changed = json.loads(run("mutants", "demo", "--json").output)
    assert changed["mutants"] == len(changed["survivors"]) > 0


def test_what_can_never_be_is_not_asked_for(run: Run) -> None:
    parts = json.loads(run("test", "kjp_plus", "--json").output)["coverage"]
    (pkbm,) = [each for each in parts if each["name"] == "pkbm"]
    assert (pkbm["impossible"], pkbm["missing"]) == (["unknown"], [])


@pytest.mark.parametrize(
    ("condition", "outcomes"),
    [
        ("age_years >= 0", {True, None}),
        ("age_years > 130 or is_alive", {True, None, False}),
        ("age_years > 130", {False, None}),
        ("age_years < 1 and age_years > 0", {False, None}),
        ("birth_date < date '2020-01-01' and birth_date > date '2019-12-30'", {True, False, None}),
        ("birth_date < date '2020-01-01' and birth_date > date '2019-12-31'", {False, None}),
        ("sex in ('male', 'female')", {True, None}),
        ("sex is null", {True, False}),
        ("is_alive = true and age_years = 1", {True, False, None}),
        ("age_years + 0 >= 0", {True, False, None}),
    ],
)
def test_what_a_condition_can_come_to_is_found_by_trying_all_cases(
    project: Path, edit: Edit, condition: str, outcomes: set[bool | None]
) -> None:
    edit("klj.yml", "when: is_alive", f"when: {condition}")
    book = read_book(project, Problems())
    (klj,) = [each for each in book.rules if each.programme == "klj"]
    trial = Trial(PROJECT, book.vocabulary)
    trial.lay_out(klj)
    (shown,) = [each for each in coverage(trial, klj, book.vocabulary) if each.name == "is_alive"]
    seen = {outcome for outcome, count in shown.counts.items() if count}
    assert seen | set(shown.missing) == outcomes


def test_an_unknown_programme_is_a_usage_error_with_the_nearest_name(run: Run) -> None:
    done = run("test", "sembko")
    assert done.exit_code == 2
    assert "did you mean 'sembako'" in done.output


def test_every_example_is_a_row_of_a_dbt_unit_test() -> None:
    files = compile_rules(PROJECT)
    for path in sorted((PROJECT / "rules").glob("*.yml")):
        rule = yaml.safe_load(path.read_text(encoding="utf-8"))
        if "programme" not in rule:
            continue
        text = files[Path(f"models/eligibility/elig_{rule['programme']}.yml")]
        tests = yaml.safe_load(text)["unit_tests"]
        given = f"ref('dim_{rule['unit']}')"
        inputs = [
            each["rows"] for test in tests for each in test["given"] if each["input"] == given
        ]
        names = [row[f"{rule['unit']}_id"] for rows in inputs for row in rows]
        slugs = [re.sub(r"[^a-z0-9]+", "_", each["name"].lower()) for each in rule["examples"]]
        assert sorted(names) == sorted(slug.strip("_")[:100] for slug in slugs), path.name
