"""Two overlap rules that contradict each other, and those that only look like it."""

from pathlib import Path

import pytest
import yaml
from small_book import RULE, found, write_book

SHAPE = {
    "scope": "person",
    "between": ["demo", "other"],
    "valid_from": "2020-01-01",
    "says": "{id: Satu., en: One.}",
    "basis": "none",
    "status": "assumed",
}
PEOPLE = "{value: 3, counts: people, status: assumed, source: none}"


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
            {"kind": "cap", "between": ["demo"], "at_most": PEOPLE},
            {"kind": "cap", "between": ["demo"], "at_most": PEOPLE.replace("3", "2")},
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
            {"kind": "cap", "between": ["demo"], "at_most": PEOPLE},
            {"kind": "cap", "between": ["other"], "at_most": PEOPLE.replace("3", "2")},
        ),
    ],
)
def test_two_rules_that_go_together(tmp_path: Path, one: dict, other: dict) -> None:
    assert contradictions(tmp_path, one, other) == []
