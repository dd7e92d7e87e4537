"""Changes of the rule book: each one is noticed by an example, or told."""

import json
from collections.abc import Callable

import pytest
from typer.testing import Result

from selaras.rules.check.whole_book import read_book
from selaras.rules.expression.parse import parse_expression
from selaras.rules.expression.rendering import one_line
from selaras.rules.read.problems import Problems
from selaras.rules.trial import hunt
from selaras.rules.trial.slips import changes
from selaras.workspace import PROJECT

Run = Callable[..., Result]
Drop = Callable[[str, str], None]
Edit = Callable[[str, str, str], int]
LineOf = Callable[[str, str], int]
REFUSED = 10


def test_no_change_of_a_figure_a_day_or_an_operator_goes_unnoticed() -> None:
    found = hunt(PROJECT, read_book(PROJECT, Problems()))
    assert [str(each) for each in found.survivors] == []
    # Arrears are never below zero, so nobody could tell these two apart.
    told = [(each.was, each.became) for each in found.equivalent]
    assert told == [("diploma_arrears > 0", "diploma_arrears != 0")]
    assert found.count > 600


def test_a_change_that_no_example_notices_is_told(run: Run, line_of: LineOf, drop: Drop) -> None:
    drop("sembako.yml", "on the last day of July 2025 the addition still ran")
    drop("sembako.yml", "from the first day of June 2025 the addition is due")
    done = run("mutants", "sembako")
    assert done.exit_code == REFUSED
    line = line_of("sembako.yml", "2025-06-01")
    for became in ("399999", "400001"):
        words = f"with `:monthly_amount 400000` changed to `{became}` every example still agrees"
        assert f"rules/sembako.yml:{line}:7: {words}" in done.output


def test_an_operator_that_no_example_holds_fast_is_told(run: Run, drop: Drop) -> None:
    drop("kjp_plus.yml", "what an SLB pays is not known")
    drop(
        "kjp_plus.yml",
        "an unknown kind of senior secondary school leaves only the most that may be due",
    )
    done = run("mutants", "kjp_plus", "--json")
    assert done.exit_code == REFUSED
    told = json.loads(done.output)["survivors"]
    sides = ("school_level = 'senior_secondary'", "school_type = 'smk'")
    survived = [(each["was"], each["became"]) for each in told]
    assert (" and ".join(sides), " or ".join(sides)) in survived


def test_a_limit_of_an_overlap_that_no_example_holds_fast_is_told(run: Run, drop: Drop) -> None:
    drop("overlaps.yml", "a total on the threshold is not")
    drop("overlaps.yml", "what two families receive is not added up")
    told = json.loads(run("mutants", "overlaps", "--json").output)["survivors"]
    assert [(each["was"], each["became"]) for each in told] == [
        ("value: 5000000", "value: 4999999")
    ]


def test_a_change_beyond_what_a_fact_can_be_is_proved_to_change_nothing(
    run: Run, edit: Edit, drop: Drop
) -> None:
    edit("sembako.yml", "value: 5\n", "value: 10\n")
    drop("sembako.yml", "the sixth decile is not looked at")
    drop("sembako.yml", "a listed family in the sixth decile is no longer entitled")
    told = json.loads(run("mutants", "sembako", "--json").output)
    changed = [(each["was"], each["became"]) for each in told["equivalent"]]
    assert (":max_decile 10", "11") in changed
    survivors = [(each["was"], each["became"]) for each in told["survivors"]]
    assert (":max_decile 10", "9") in survivors


def test_nothing_is_changed_while_examples_fail(run: Run, edit: Edit) -> None:
    edit("sembako.yml", "unmet: [is_in_decile]", "unmet: [is_alive]")
    done = run("mutants", "sembako")
    assert done.exception is not None
    assert "Mend the examples that fail first" in str(done.exception)


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("a and not b", ["a or not b", "a and b"]),
        ("a is not null", ["a is null", "not a is not null"]),
        ("n = 3", [f"n {each} 3" for each in ("!=", "<", "<=", ">", ">=")] + ["n = 2", "n = 4"]),
        ("t = 'x'", ["t != 'x'"]),
        ("t in ('x', 'y')", ["t in ('y')", "t in ('x')"]),
        ("n between :low and :high", ["n > :low and n <= :high", "n >= :low and n < :high"]),
        ("d", []),
    ],
)
def test_every_small_slip_of_an_expression_is_tried(text: str, changed: list[str]) -> None:
    tree = parse_expression(text)
    found = [one_line(each.whole, str) for each in changes(tree, lambda part: str(part) == "n")]
    assert sorted(found) == sorted(changed)
