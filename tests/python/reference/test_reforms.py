"""A reform is judged, and set beside the rules that stand, as the reference interpreter does."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from random import Random

import duckdb
import pytest
from budget import counting, tries
from compared import answers, fill, units
from drawn.population import Family, population
from hypothesis import given
from hypothesis import strategies as st
from interpreter.judging import Verdict, judge
from interpreter.reform import is_dated, reformed
from interpreter.rule import Rule
from project import dump, vocabulary
from test_verdicts import real_rules

from selaras.rules.compiler import compile_rules, files_of
from selaras.rules.differences.history import book_now
from selaras.what_if.book import laid_out
from selaras.what_if.judge import Project, attach
from selaras.what_if.judge import judge as judge_anew
from selaras.what_if.read import sound_reform
from selaras.workspace import PROJECT

DAY = date(2026, 3, 1)
FACTS = vocabulary()
WORDS = {"id": "Contoh.", "en": "Example."}
CITED = {"says": WORDS, "basis": "not known", "status": "assumed"}
EXAMPLE = {"name": "one", "date": DAY, "given": {}, "expect": {}}
TEXT = ("person_id", "household_id", "rule_id", "programme_id", "other_programme_id")
EMPTY = {
    "conformed.dim_region": dict.fromkeys(("region_code", "city_code", "district_code"), "varchar"),
    "conformed.dim_programme": {"programme_id": "varchar", "unit": "varchar"},
    "reference.open_age_group": {"from_age": "int", "to_age": "int", "age_group": "varchar"},
    "overlap.fct_finding": dict.fromkeys(("finding_id", *TEXT), "varchar")
    | {"monthly_amount_counted": "bigint"},
    "overlap.gap": dict.fromkeys(("gap_id", *TEXT, "missing_programme_id"), "varchar"),
}


def drawn(raw: dict, random: Random) -> dict:
    """Some changes of a rule."""
    changes: dict = {"examples": [EXAMPLE]}
    wholes = {
        name: each["values"][max(each["values"])]["value"]
        for name, each in raw.get("parameters", {}).items()
        if type(each["values"][max(each["values"])]["value"]) is int
    }
    for name in random.sample(sorted(wholes), min(len(wholes), random.randint(0, 2))):
        value = max(0, wholes[name] + random.choice((-1, 1, 2)))
        changes.setdefault("parameters", {})[name] = {
            "value": value,
            "status": "assumed",
            "source": "x",
        }
    plain = [name for name, each in raw["criteria"].items() if "when" in each]
    kind, one, other = random.choice("saren"), random.choice(plain), random.choice(plain)
    turned = {**CITED, "when": f"not ({raw['criteria'][other]['when']})"}
    if kind == "s":
        changes["suspends"] = [one]
    elif kind == "a":
        changes["criteria"] = {"added": turned}
    elif kind == "r":
        changes["criteria"] = {other: turned}
    elif kind == "e":
        changes["ends"] = True
    return changes


def warehouse(place: Path, families: list[Family], files: dict[Path, str]) -> None:
    """A warehouse with a population, judged by the rule book of the project."""
    with closing(duckdb.connect(str(place))) as db:
        for schema in ("conformed", "eligibility", "identity", "reference", "overlap"):
            db.execute(f"create schema {schema}")
        db.execute("use conformed")
        models = answers(files, FACTS, families, db)
        for name, columns in EMPTY.items():
            fill(db, name, columns, [])
        db.execute("create table identity.objection_in_force as from objection_in_force")
        db.execute("alter table identity.objection_in_force add column objection_id varchar")
        for name in models:
            db.execute(f"create table eligibility.{name} as from conformed.{name}")
            db.execute(f"drop table conformed.{name}")


def effect(before: Verdict | None, after: Verdict | None) -> str | None:
    """What a reform does to somebody, by the two verdicts."""
    was, now = (each.verdict if each else "outside" for each in (before, after))
    if now == "eligible" != was:
        return "gains"
    if now == "undetermined" != was:
        return "opens"
    if was == "eligible" != now:
        return "loses"
    if was == "undetermined" != now:
        return "closes"
    (least, most), (new_least, new_most) = money(before), money(after)
    if least != new_least:
        return "rises" if new_least > least else "falls"
    return None if most == new_most else "varies"


def money(verdict: Verdict | None) -> tuple[int, int]:
    """What is certain and what is possible, in rupiah a month."""
    certain = (verdict.entitled if verdict else None) or 0
    return certain, max(certain, (verdict.possible if verdict else None) or 0)


def expected(
    rules: list[Rule], programmes: dict[str, dict], families: list[Family]
) -> Iterator[tuple]:
    """Everybody whom the reform judges otherwise, with the effect and the amounts.

    Before its day that is nobody, and of a rule with a criterion written anew nobody is asked.
    """
    for rule, key, unit in units(rules, families):
        changes = programmes[rule.raw["programme"]]
        before = judge(rule, unit)
        if unit.day < DAY:
            continue
        after = judge(reformed(rule.raw, changes, DAY), unit)
        if found := effect(before, after):
            yield (rule.raw["programme"], key, found, *money(before), *money(after))


def seen(project: Path, place: Path) -> set[tuple]:
    """Everybody whom the reform judges otherwise, by the compiled models."""
    read = sound_reform(project, "drawn")
    with laid_out(project, [read]) as laid:
        anew = Project(project, files_of(book_now(laid.project)))
    with closing(duckdb.connect()) as db:
        attach(db, place)
        judge_anew(db, "judged", anew)
        found = db.execute(
            """
            select
                programme_id, case when unit = 'person' then person_id else household_id end,
                effect, certain_before, possible_before, certain_after, possible_after
            from judged.changed
            """
        )
        return set(found.fetchall())


@tries(1)
@given(seed=st.integers(0, 2**32))
def test_a_drawn_reform_does_to_everybody_what_it_says(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    folder, random, rules = tmp_path_factory.mktemp("reform"), Random(seed), real_rules()
    families = population(rules, FACTS, 120, seed, 6)
    for family in families[::2]:
        family.day = DAY
    warehouse(folder / "selaras.duckdb", families, compile_rules(PROJECT))
    for name in ("models", "macros", "seeds", "rules"):
        (folder / name).symlink_to(PROJECT / name)
    (folder / "reforms").mkdir()
    early = {key for _, key, unit in units(rules, families) if unit.day < DAY}
    changed = 0
    for _ in range(3):
        programmes = {each.raw["programme"]: drawn(each.raw, random) for each in rules}
        text = {"reform": "drawn", "title": WORDS, "basis": "drawn", "takes_effect": DAY}
        (folder / "reforms" / "drawn.yml").write_text(
            dump({**text, "programmes": programmes}), encoding="utf-8"
        )
        anew = {
            each.raw["programme"]
            for each in rules
            if not is_dated(each.raw, programmes[each.raw["programme"]])
        }
        with counting("cases of drawn reforms", len(families) * len(rules)):
            found = {
                each
                for each in seen(folder, folder / "selaras.duckdb")
                if each[0] not in anew or each[1] not in early
            }
            wanted = set(expected(rules, programmes, families))
        assert found == wanted, sorted(found ^ wanted)[:5]
        changed += len(found)
    assert changed > 50
