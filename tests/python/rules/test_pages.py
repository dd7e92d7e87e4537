"""The pages of the rule book: whole, true to the rules, and readable as GitHub shows them."""

import re
from pathlib import Path

import pytest
import yaml

from selaras.rules.compiler import compile_rules
from selaras.workspace import PROJECT

SHARED = ("entitlements", "linkage", "overlaps", "programmes", "vocabulary")
RULES = sorted({path.stem for path in (PROJECT / "rules").glob("*.yml")} - {*SHARED})
PAGES = PROJECT / "docs/programmes"
INDONESIAN = PROJECT / "docs/id/programmes"


def rule(programme: str) -> dict:
    """A rule file as plain YAML, read without the code under test."""
    return yaml.safe_load((PROJECT / f"rules/{programme}.yml").read_text(encoding="utf-8"))


def page(programme: str) -> str:
    return (PAGES / f"{programme}.md").read_text(encoding="utf-8")


def indonesian(programme: str) -> str:
    return (INDONESIAN / f"{programme}.md").read_text(encoding="utf-8")


def line_of(text: str, *words: str) -> str:
    """The line of a table that holds all the words."""
    return next(line for line in text.splitlines() if all(each in line for each in words))


@pytest.mark.parametrize("programme", RULES)
def test_a_page_tells_titles_criteria_figures_and_examples(programme: str) -> None:
    told, text = rule(programme), page(programme)
    assert told["title"]["id"] in text and told["title"]["en"] in text and told["basis"] in text
    for name, each in told["criteria"].items():
        says = re.split(r"\{\w+\}", each["says"]["en"]) + re.split(r"\{\w+\}", each["says"]["id"])
        line = line_of(text, f"| `{name}` |", *says)
        assert ("⚠️ **assumed**" in line) == (each["status"] == "assumed"), name
        assert line.endswith("| yes |") == each.get("contestable", False), name
    for name, parameter in told.get("parameters", {}).items():
        for day, value in parameter["values"].items():
            line = line_of(text, f"| `:{name}` |", f"| {day} |")
            figure = str(value["value"]).lower().replace("_", "")
            assert figure in line.replace("_", "") and value["status"] in line
            assert str(value.get("review_by", "")) in line
            assert " ".join(value["source"].split()) in line
    for example in told["examples"]:
        of_another = {each["name"]: each["date"] for each in told["examples"] if "date" in each}
        day = example.get("date") or of_another[example["like"]]
        assert line_of(text, f"| {example['name']} |", str(day))


@pytest.mark.parametrize("programme", RULES)
def test_a_page_says_the_same_in_indonesian(programme: str) -> None:
    told, text = rule(programme), indonesian(programme)
    assert f"# {told['title']['id']}\n" in text
    for name, each in told["criteria"].items():
        line = line_of(text, *re.split(r"\{\w+\}", each["says"]["id"]))
        assert ("⚠️ **anggapan**" in line) == (each["status"] == "assumed"), name
        assert line.endswith("| ya |") == each.get("contestable", False), name
        for way in each.get("any_of", {}).values():
            assert way["says"]["id"] in line or "{" in way["says"]["id"]
    for name, parameter in told.get("parameters", {}).items():
        for day, value in parameter["values"].items():
            figure = {True: "ya", False: "tidak"}.get(value["value"], value["value"])
            shown = f"{figure:,}".replace(",", ".") if isinstance(figure, int) else str(figure)
            shown = f"Rp {shown}" if parameter["unit"].startswith("rupiah") else shown
            line_of(text, f"| `{name}` | {day.day} ", f"{day.year} | {shown} |")


def test_an_amount_that_changes_one_day_says_on_which() -> None:
    assert "Rp 400.000 per bulan; Rp 200.000 mulai 1 Agustus 2025." in indonesian("sembako")
    assert "Rp 400,000 per month; Rp 200,000 from 2025-08-01." in page("sembako")


@pytest.mark.parametrize("programme", RULES)
def test_the_warning_names_what_is_assumed_and_nothing_else(programme: str) -> None:
    told = rule(programme)
    stated = {**told["criteria"], **told["benefit"].get("components", {})}
    assumed = {name for name, each in stated.items() if each["status"] == "assumed"}
    for name, each in told.get("parameters", {}).items():
        if any(value["status"] == "assumed" for value in each["values"].values()):
            assumed.add(f":{name}")
    warned = line_of(page(programme), "> Assumed") if assumed else ""
    assert set(re.findall(r"`([^`]+)`", warned)) == assumed
    mark = f"⚠️ **{len(assumed)}**" if assumed else "none"
    assert line_of(page("README"), f"({programme}.md)").endswith(f"| {mark} |")


def test_a_page_names_every_rule_with_other_programmes() -> None:
    overlaps = rule("overlaps")["overlaps"]
    for name, each in overlaps.items():
        sides = str(each["between"]).replace("'", "").strip("[]")
        programmes = {side.partition(":")[0].strip("[] ") for side in sides.split(",")}
        for programme in programmes & {*RULES}:
            assert re.split(r"\{\w+\}", each["says"]["id"])[0] in indonesian(programme)
            assert each["says"]["en"] in line_of(page(programme), f"| `{name}` |")
        assert str(each["valid_from"]) in line_of(page("overlaps"), f"| `{name}` |")


def test_figures_in_force_stand_in_the_conditions() -> None:
    kpdj, pkh = page("kpdj"), page("pkh")
    assert "`household.national_decile <= 5`" in line_of(kpdj, "`is_in_decile`", "served")
    assert "`age_years >= 70`; `age_years >= 60` from 2020-01-01" in line_of(
        pkh, "| `elderly` |", "Rp 600,000"
    )
    assert "Rp 300,000 per month." in kpdj


@pytest.mark.parametrize("path", sorted([*PAGES.glob("*.md"), *INDONESIAN.glob("*.md")]), ids=str)
def test_tables_are_even_and_links_lead_somewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for block in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
        widths = {len(re.findall(r"(?<!\\)\|", line)) for line in block.splitlines()}
        assert len(widths) == 1, block[:200]
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        assert (path.parent / target).exists(), target


def test_a_pipe_or_a_line_end_in_a_source_does_not_break_a_table(
    project: Path, edit: object
) -> None:
    edit("kpdj.yml", "source: ihram.co.id Dec 2025", 'source: "one | two\\nthree"')
    text = compile_rules(project)[Path("docs/programmes/kpdj.md")]
    assert "| one \\| two three |" in line_of(text, "`is_alive`", "three")
