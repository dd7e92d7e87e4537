"""A rule book of one small rule, to break in one place at a time."""

import re
from datetime import date
from pathlib import Path

import yaml

from selaras.rules.all_checks import review_rules
from selaras.rules.read.problems import Problem

TODAY = date(2025, 6, 1)
VOCABULARY = """\
person:
  age: {type: integer, minimum: 0, maximum: 130, description: Age.}
  grade: {type: integer, minimum: 1, maximum: 12, description: Grade.}
  is_alive: {type: boolean, description: Alive.}
  is_ill: {type: boolean, description: Ill.}
  level: {type: text, values: [low, middle, high], description: Level.}
  born: {type: date, minimum: 1900-01-01, maximum: 2100-01-01, description: Day of birth.}
household:
  decile: {type: integer, minimum: 1, maximum: 10, description: Decile.}
  owns_car: {type: boolean, description: Car.}
"""
REGISTER = """\
agencies:
  office:
    title: {id: Kantor, en: Office}
    level: central
programmes:
  other:
    title: {id: Lain, en: Other}
    owner: office
    level: central
    unit: person
    purpose: [food]
    basis: none
"""
RULE = """\
programme: demo
title: {id: Contoh, en: Demo}
owner: office
level: central
unit: person
purpose: [food]
basis: none
valid_from: 2020-01-01
parameters:
  min_age:
    unit: years
    values:
      2020-01-01: {value: 60, status: assumed, source: none}
criteria:
  is_old:
    says: {id: Tua., en: Old.}
    when: age >= :min_age
    basis: none
    status: assumed
benefit: {kind: flat, amount: "100", per: month}
examples:
  - name: on the limit
    date: 2025-01-01
    given: {age: 60}
    expect: {verdict: eligible, monthly_amount: 100}
  - name: just past the limit
    date: 2025-01-01
    given: {age: 59}
    expect: {verdict: ineligible, unmet: [is_old]}
"""
FINDING = """\
  {name}:
    scope: person
    says: {{id: Temuan., en: Finding.}}
    basis: none
    status: assumed
"""
DATA_FINDINGS = (
    *("double_payment", "person_in_two_families", "number_of_several_people"),
    *("person_under_two_numbers", "deceased_recipient"),
    *("moved_out_recipient", "deactivated_recipient"),
)
ALWAYS = "always:\n" + "".join(FINDING.format(name=name) for name in DATA_FINDINGS)


def write_book(folder: Path, rule: str = RULE, overlaps: str = "overlaps: {}\n") -> Path:
    """The project of a small rule book."""
    rules = folder / "rules"
    rules.mkdir(exist_ok=True)
    texts = {"vocabulary": VOCABULARY, "programmes": REGISTER, "overlaps": overlaps + ALWAYS}
    for name, text in {**texts, "demo": rule}.items():
        (rules / f"{name}.yml").write_text(text, encoding="utf-8")
    return folder


def with_criteria(examples: str = "", **conditions: str) -> str:
    """The small rule with other criteria and no parameter; its examples expect nothing."""
    said = "".join(
        f"  {name}:\n    says: {{id: Ya., en: True.}}\n    when: {when}\n"
        "    basis: none\n    status: assumed\n"
        for name, when in conditions.items()
    )
    text = re.sub(
        r"parameters:.*?criteria:.*?benefit:", f"criteria:\n{said}benefit:", RULE, flags=re.S
    )
    plain = "  - {name: nothing, date: 2025-01-01, given: {}, expect: {}}\n"
    return text[: text.index("examples:")] + "examples:\n" + plain + examples


def found(project: Path, *kinds: str, day: date = TODAY) -> list[Problem]:
    """What a review finds, of some kinds or at all."""
    return [each for each in review_rules(project, day) if not kinds or each.key in kinds]


def pasted(rule: str, problem: Problem) -> str:
    """A rule with the example of a finding at its end, as a person would paste it."""
    assert yaml.safe_load(problem.example), problem
    return rule + problem.example + "\n"
