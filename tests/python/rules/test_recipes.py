"""The recipes of CONTRIBUTING, done in a copy: the files that change are the files they name."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from selaras.rules.all_checks import review_rules
from selaras.rules.compiler import write_rules
from selaras.rules.drafting.draft import draft_programme, write_draft
from selaras.workspace import PROJECT

PAGE = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")
TODAY = date(2025, 10, 24)
ROW = """
  - name: {name}
    date: {day}
    given: {{{given}}}
    expect: {expect}
"""
FAMILY = "national_decile: 1, has_living_member: true, has_public_servant_member: false"


@pytest.fixture
def compiled(project: Path) -> Callable[[], set[str]]:
    """Compile the copy; afterwards, do it again and name the files that changed."""
    write_rules(project)
    return lambda: {path.as_posix() for path in write_rules(project)}


def names(recipe: str, **words: str) -> tuple[set[str], set[str]]:
    """The files that compile rewrites by a recipe: always, and those in brackets."""
    (line,) = [line for line in PAGE.splitlines() if line.startswith(f"| {recipe} |")]
    cell = line.split(" | ")[2]
    for name, word in words.items():
        cell = cell.replace(f"<{name}>", word)
    always, _, sometimes = cell.partition("(")
    return set(re.findall(r"`(.+?)`", always)), set(re.findall(r"`(.+?)`", sometimes))


def check(changed: set[str], recipe: str, **words: str) -> None:
    """What changed is what the recipe names, but for what stands in brackets."""
    always, sometimes = names(recipe, **words)
    assert always <= changed <= always | sometimes, changed ^ always


def add(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def test_change_a_threshold(project: Path, edit: Callable, compiled: Callable) -> None:
    head = "  minimum_age:\n    unit: completed years\n    values:\n"
    edit("klj.yml", head, f"{head}      2026-01-01: {{value: 65, status: reported, source: a}}\n")
    given = "age_years: 64"
    words = {"day": "2026-01-01", "expect": "{judged: false}", "given": given}
    add(project / "rules/klj.yml", ROW.format(name="sixty-four is too young in 2026", **words))
    changed = compiled()
    assert not [each for each in review_rules(project, TODAY) if each.is_error]
    assert "seeds/generated/requirement.csv" in changed
    check(changed, "change a threshold", p="klj")


def test_change_an_amount(project: Path, edit: Callable, compiled: Callable) -> None:
    head = "  monthly_amount:\n    unit: rupiah per month\n    values:\n"
    edit("klj.yml", head, f"{head}      2026-01-01: {{value: 1, status: reported, source: a}}\n")
    words = {"day": "2026-01-01", "expect": "{possible_amount: 1}", "given": "age_years: 64"}
    add(project / "rules/klj.yml", ROW.format(name="what 2026 may bring", **words))
    changed = compiled()
    assert "docs/programmes/README.md" in changed
    check(changed, "change a threshold", p="klj")


def test_add_a_criterion(project: Path, edit: Callable, compiled: Callable) -> None:
    says = "says: {id: Tidak ada mobil dalam keluarga., en: Nobody owns a car.}"
    criterion = f"  owns_no_car:\n    {says}\n    when: not owns_car\n    basis: not known\n"
    edit("blts.yml", "criteria:\n", f"criteria:\n{criterion}    status: assumed\n")
    rule = project / "rules/blts.yml"
    text = re.sub(r"given:(\n +)", r"given:\1owns_car: false\1", rule.read_text(encoding="utf-8"))
    text = text.replace("given: {}", "given: {owns_car: false}")
    text = re.sub(r"given: \{(?!owns_car|\})", "given: {owns_car: false, ", text)
    rule.write_text(text, encoding="utf-8")
    for value, verdict in (("true", "ineligible"), ("null", "undetermined")):
        given = f"{FAMILY}, owns_car: {value}"
        words = {"day": "2025-10-24", "expect": f"{{verdict: {verdict}}}", "given": given}
        add(project / "rules/blts.yml", ROW.format(name=f"a car {value}", **words))
    changed = compiled()
    assert not [each for each in review_rules(project, TODAY) if each.is_error]
    check(changed, "add a criterion", p="blts")


@pytest.mark.parametrize("unit", ["person", "household"])
def test_add_a_programme(project: Path, compiled: Callable, unit: str) -> None:
    files = draft_programme(project, "kparj", "dinsos_dki", unit, TODAY)
    write_draft(project, files)
    (line,) = [line for line in PAGE.splitlines() if line.startswith("| add a programme |")]
    edited = line.split(" | ")[1].replace("<p>", "kparj").replace("<a>", "dinsos")
    assert {path.as_posix() for path in files} == set(re.findall(r"`(.+?)`", edited)) - {
        "CHANGELOG.md"
    }
    check(compiled(), "add a programme", p="kparj")


def test_add_an_overlap(edit: Callable, compiled: Callable) -> None:
    says = "says: {id: Keduanya., en: Both.}"
    rule = f"kind: info\n    scope: person\n    between: [kaj, pip]\n    {says}\n"
    rest = "    valid_from: 2025-01-01\n    basis: not known\n    status: assumed\n"
    edit("overlaps.yml", "overlaps:\n", f"overlaps:\n  kaj_pip:\n    {rule}{rest}")
    kaj, pip = (names("add an overlap", p=each)[0] for each in ("kaj", "pip"))
    assert compiled() == kaj | pip


def test_every_file_that_the_page_names_exists() -> None:
    named = set(re.findall(r"`((?:rules|models|macros|seeds|scripts|docs|tests)/[\w./]+)`", PAGE))
    assert len(named) > 20
    assert [path for path in sorted(named) if not (PROJECT / path).exists()] == []


def test_no_file_behind_staging_names_the_list_of_one_programme_by_hand() -> None:
    hand = [*(PROJECT / "models").rglob("*.sql"), *(PROJECT / "macros").rglob("*.sql")]
    hand += [*(PROJECT / "seeds").glob("*.csv"), *(PROJECT / "scripts").rglob("checks/*.sql")]
    naming = {
        path.relative_to(PROJECT).as_posix()
        for path in hand
        if re.search(r"\bkjmu\b|__kjmu\b", path.read_text(encoding="utf-8"))
        and not {"staging", "listed", "eligibility", "again", "generated"} & set(path.parts)
    }
    assert naming == set()
