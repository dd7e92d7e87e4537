"""The rule book put to the test: wrong examples, things never shown, changes never noticed."""

import json
import re
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from typer.testing import CliRunner, Result

from selaras.cli import trial as verbs
from selaras.cli.app import app
from selaras.rules import compile_rules
from selaras.rules.loading import read_book
from selaras.rules.parsing import parse_expression
from selaras.rules.problems import Problems
from selaras.rules.rendering import one_line
from selaras.rules.trial import hunt, try_book
from selaras.rules.trial.changes import changes
from selaras.workspace import PROJECT

Run = Callable[..., Result]
Edit = Callable[[str, str, str], int]
REFUSED = 10


@pytest.fixture
def run(project: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A way to run `selaras rules ...` on a copy of the rule book."""
    shutil.copytree(PROJECT / "macros", project / "macros")
    shutil.copytree(PROJECT / "models/overlap", project / "models/overlap")
    monkeypatch.setattr(verbs, "PROJECT", project)
    monkeypatch.setenv("SELARAS_LANG", "en")
    return lambda *words: CliRunner().invoke(app, ["rules", *words])


@pytest.fixture
def drop(project: Path) -> Callable[[str, str], None]:
    """Take an example out of a rule file."""

    def take_out(file: str, name: str) -> None:
        path = project / "rules" / file
        text = path.read_text(encoding="utf-8")
        block = re.compile(rf"^( *)- name: {re.escape(name)}\n(?:\1 .*\n|\n(?=\1[ -]))*", re.M)
        fewer, count = block.subn("", text)
        assert count == 1, f"{name!r} is not an example of {file}"
        path.write_text(fewer, encoding="utf-8")

    return take_out


def line_of(project: Path, file: str, words: str) -> int:
    """The line of a rule file on which some words stand first."""
    text = (project / "rules" / file).read_text(encoding="utf-8")
    return text[: text.index(words)].count("\n") + 1


def test_every_example_of_the_book_holds_and_together_they_show_all_there_is() -> None:
    book = read_book(PROJECT, Problems())
    begun = time.process_time()
    tried = try_book(PROJECT, book)
    assert time.process_time() - begun < 5
    assert [str(each) for each in tried.failures] == []
    assert [(str(each.place), each.name) for each in tried.shown if each.missing] == []
    files = {path.stem for path in (PROJECT / "rules").glob("*.yml")}
    assert set(tried.examples) == files - {"vocabulary", "programmes", "linkage"}
    assert all(tried.examples.values())


def test_no_change_of_a_figure_a_day_or_an_operator_goes_unnoticed() -> None:
    found = hunt(PROJECT, read_book(PROJECT, Problems()))
    assert [str(each) for each in found.survivors] == []
    # Arrears are never below zero, so nobody could tell these two apart.
    told = [(each.was, each.became) for each in found.equivalent]
    assert told == [("diploma_arrears > 0", "diploma_arrears != 0")]
    assert found.count > 600


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            "expect: {verdict: eligible, monthly_amount: 400_000}",
            "expect: {verdict: eligible, monthly_amount: 400_001}",
            "should come to monthly_amount: 400001, but came to monthly_amount: 400000",
        ),
        ("expect: {judged: false}", "expect: {verdict: ineligible}", "to judged: true, but"),
        ("unmet: [is_in_decile]", "unmet: [is_alive]", "but came to unmet: is_in_decile"),
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
    assert words in told[0]


def test_a_wrong_example_of_an_overlap_is_refused(run: Run, edit: Edit) -> None:
    line = edit("overlaps.yml", "200_000, keep: pkh, starts_on", "200_001, keep: pkh, starts_on")
    done = run("test", "overlaps", "--json")
    assert done.exit_code == REFUSED
    (failure,) = json.loads(done.output)["failures"]
    assert failure["expected"] == {"monthly_amount": 200_001}
    assert failure["found"] == {"monthly_amount": 200_000}
    assert failure["place"] == f"rules/overlaps.yml:{line - 5}:15"


def test_what_no_example_shows_is_told(run: Run, project: Path, drop: Callable) -> None:
    drop("sembako.yml", "a family of which nobody is alive is not entitled")
    done = run("test")
    assert done.exit_code == 0, done.output
    line = line_of(project, "sembako.yml", "  is_alive:")
    told = [each for each in done.output.splitlines() if each.startswith("rules/")]
    assert told == [f"rules/sembako.yml:{line}:3: no example shows 'is_alive' false; add one."]


def test_what_can_never_be_is_not_asked_for(run: Run) -> None:
    parts = json.loads(run("test", "kjp_plus", "--json").output)["coverage"]
    (pkbm,) = [each for each in parts if each["name"] == "pkbm"]
    assert (pkbm["impossible"], pkbm["missing"]) == (["unknown"], [])


def test_a_change_that_no_example_notices_is_told(run: Run, project: Path, drop: Callable) -> None:
    drop("sembako.yml", "on the last day of July 2025 the addition still ran")
    drop("sembako.yml", "from the first day of June 2025 the addition is due")
    done = run("mutants", "sembako")
    assert done.exit_code == REFUSED
    line = line_of(project, "sembako.yml", "2025-06-01")
    for became in ("399999", "400001"):
        words = f"with `:monthly_amount 400000` changed to `{became}` every example still agrees"
        assert f"rules/sembako.yml:{line}:7: {words}" in done.output


def test_an_operator_that_no_example_holds_fast_is_told(run: Run, drop: Callable) -> None:
    drop("kjp_plus.yml", "what an SLB pays is not known")
    done = run("mutants", "kjp_plus", "--json")
    assert done.exit_code == REFUSED
    (told,) = json.loads(done.output)["survivors"]
    sides = ("school_level = 'senior_secondary'", "school_type = 'smk'")
    assert (told["was"], told["became"]) == (" and ".join(sides), " or ".join(sides))


def test_a_limit_of_an_overlap_that_no_example_holds_fast_is_told(run: Run, drop: Callable) -> None:
    drop("overlaps.yml", "a total on the threshold is not")
    drop("overlaps.yml", "what two families receive is not added up")
    told = json.loads(run("mutants", "overlaps", "--json").output)["survivors"]
    assert [(each["was"], each["became"]) for each in told] == [
        ("value: 5000000", "value: 4999999")
    ]


def test_a_change_beyond_what_a_fact_can_be_is_proved_to_change_nothing(
    run: Run, edit: Edit, drop: Callable
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


def test_an_unknown_programme_is_a_usage_error_with_the_nearest_name(run: Run) -> None:
    done = run("test", "sembko")
    assert done.exit_code == 2
    assert "did you mean 'sembako'" in done.output


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
