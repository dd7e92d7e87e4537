"""Two overlap rules that contradict each other, and those that only look like it."""

from pathlib import Path

import pytest
import yaml
from small_book import RULE, found, write_book

from selaras.rules.check.whole_book import read_book
from selaras.rules.read.problems import Problems
from selaras.rules.trial.overlap_examples import OverlapTrial, overlap_failures
from selaras.workspace import PROJECT

SHAPE = {
    "scope": "person",
    "between": ["demo", "other"],
    "valid_from": "2020-01-01",
    "says": "{id: Satu., en: One.}",
    "basis": "none",
    "status": "assumed",
}
ASKED = ("is_public_servant", "is_state_enterprise_employee", "has_debit_letter")
PEOPLE = "{value: 3, counts: people, status: assumed, source: none}"
CAP = {"kind": "cap", "between": ["demo"], "scope": "household"}


def entry(name: str, **keys: object) -> str:
    """One overlap rule."""
    lines = [f"    {key}: {value}\n".replace("'", "") for key, value in {**SHAPE, **keys}.items()]
    return f"  {name}:\n" + "".join(lines)


def contradictions(folder: Path, one: dict, other: dict) -> list:
    """The contradictions between two rules."""
    overlaps = "overlaps:\n" + entry("one", **one) + entry("two", **other)
    third = RULE.replace("programme: demo", "programme: third")
    project = write_book(folder, RULE, overlaps)
    (project / "rules/third.yml").write_text(third, encoding="utf-8")
    assert [each.key for each in found(project) if each.is_error] in ([], ["overlaps_contradict"])
    return found(project, "overlaps_contradict")


def comes_true(project: Path, example: str) -> bool:
    """Whether the second rule, with the example pasted in, says what the example says."""
    (project / "models").mkdir()
    (project / "models/overlap").symlink_to(PROJECT / "models/overlap")
    (project / "macros").symlink_to(PROJECT / "macros")
    words = project / "rules/vocabulary.yml"
    facts = "".join(f"  {name}: {{type: boolean, description: Fact.}}\n" for name in ASKED)
    text = words.read_text(encoding="utf-8").replace("person:\n", f"person:\n{facts}")
    words.write_text(text, encoding="utf-8")
    path = project / "rules/overlaps.yml"
    text = path.read_text(encoding="utf-8")
    pasted = text.replace("\nalways:", f"\n    examples:\n{example}\nalways:")
    path.write_text(pasted, encoding="utf-8")
    problems = Problems()
    book = read_book(project, problems)
    assert book, problems.errors
    trial = OverlapTrial(project, book)
    return not overlap_failures(trial, trial.cases("two"), book)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"kind": "exclusive"}, {"kind": "complement"}),
        ({"kind": "exclusive"}, {"kind": "same_purpose"}),
        ({"kind": "complement"}, {"kind": "same_purpose"}),
        ({"kind": "segment"}, {"kind": "complement", "between": ["other", "demo"]}),
        ({"kind": "exclusive"}, {"kind": "conditional", "allowed_if": "has_debit_letter"}),
        ({"kind": "exclusive", "keep": "demo"}, {"kind": "exclusive", "keep": "other"}),
        ({"kind": "sequential"}, {"kind": "sequential", "between": ["other", "demo"]}),
        ({"kind": "exclusive"}, {"kind": "complement", "between": [["demo", "third"], "other"]}),
        ({"kind": "exclusive", "scope": "household"}, {"kind": "complement"}),
        (
            {"kind": "exclusive", "valid_to": "2022-01-02"},
            {"kind": "complement", "valid_from": "2022-01-01"},
        ),
        (
            {**CAP, "at_most": PEOPLE},
            {**CAP, "at_most": PEOPLE.replace("3", "2")},
        ),
    ],
)
def test_two_rules_that_contradict(tmp_path: Path, one: dict, other: dict) -> None:
    [problem] = contradictions(tmp_path, one, other)
    assert (problem.words, problem.values["other"], problem.is_error) == ("two", "one", True)
    assert problem.place.file == "rules/overlaps.yml"
    [example] = yaml.safe_load(problem.example)
    assert example["expect"]["finding"] is (other["kind"] != "complement")
    assert {each["programme"] for each in example["enrolments"]} <= {"demo", "other"}
    assert comes_true(tmp_path, problem.example)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            {"kind": "exclusive", "valid_to": "2022-01-01"},
            {"kind": "complement", "valid_from": "2022-01-01"},
        ),
        ({"kind": "exclusive"}, {"kind": "complement", "between": ["demo", "third"]}),
        ({"kind": "exclusive"}, {"kind": "complement", "scope": "household"}),
        ({"kind": "exclusive"}, {"kind": "info"}),
        ({"kind": "exclusive"}, {"kind": "segment", "keep": "demo"}),
        ({"kind": "sequential"}, {"kind": "sequential"}),
        (
            {**CAP, "at_most": PEOPLE},
            {"kind": "cap", "between": ["other"], "at_most": PEOPLE.replace("3", "2")},
        ),
    ],
)
def test_two_rules_that_go_together(tmp_path: Path, one: dict, other: dict) -> None:
    assert contradictions(tmp_path, one, other) == []
