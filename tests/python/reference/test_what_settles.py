"""What an answer settles is what the reference interpreter finds by judging with every answer."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from itertools import combinations, product

import duckdb
import pytest
from budget import counting
from compared import units
from drawn.population import population
from interpreter.judging import judge
from interpreter.rule import Rule, Unit
from test_reforms import DAY, FACTS, warehouse
from test_verdicts import real_rules

from selaras.ask.answers import answers_of
from selaras.ask.everyone import of_programme
from selaras.ask.family import fewest, open_verdicts
from selaras.ask.worlds import Worlds
from selaras.rules.compiler import compile_rules
from selaras.rules.differences.history import book_now
from selaras.warehouse import rows
from selaras.what_if.judge import attach
from selaras.workspace import PROJECT

HOME = "from selaras.conformed.dim_household where household_id = $family"
PEOPLE = "from selaras.conformed.dim_person where household_id = $family"
ENROLLED = """
    select count(*) from selaras.conformed.fct_enrolment where programme_id = ? and person_id = ?
"""
# One that everybody in PIP shares with somebody else, and one of each family for each programme.
FINDINGS = """
    create or replace table overlap.fct_finding as
    select household_id, person_id, 'pip' as programme_id, 'kjp_plus' as other_programme_id
    from conformed.dim_person
    union all
    select household_id, null, 'klj', 'pip' from conformed.dim_household
"""
Case = tuple[Rule, str, Unit]


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    """Everybody whom a rule leaves open on one day, with few facts unknown."""
    rules = real_rules()
    families = population(rules, FACTS, 60, 5, 3)
    for family in families:
        family.day = DAY
        family.objections.clear()
    return families, [
        each
        for each in units(rules, families)
        if (found := judge(each[0], each[2])) and found.verdict == "undetermined"
    ]


@pytest.fixture(scope="module")
def worlds(cases: tuple, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Worlds]:
    """A database to judge worlds in."""
    place = tmp_path_factory.mktemp("asked") / "selaras.duckdb"
    warehouse(place, cases[0], compile_rules(PROJECT))
    with closing(duckdb.connect(str(place))) as db:
        db.execute(FINDINGS)
    with closing(duckdb.connect()) as db:
        attach(db, place)
        yield Worlds(db, PROJECT, book_now(PROJECT).vocabulary)


def values_of(rule: Rule, label: str) -> list[object]:
    """All values of a fact that can matter: every word, and numbers beside every figure."""
    scope, _, name = label.rpartition(".")
    entry = FACTS[{"member": "person", "": rule.raw["unit"]}.get(scope, scope)][name]
    if entry["type"] == "boolean":
        return [True, False]
    if entry["type"] == "text":
        return list(entry["values"])
    figures = [rule.figure(each, DAY) for each in rule.raw.get("parameters", {})]
    figures = [each for each in figures if type(each) is int]
    near = {each + step for each in (*figures, *range(14)) for step in (-1, 0, 1)}
    ends = {entry["minimum"], entry["maximum"]}
    return sorted(each for each in near | ends if entry["minimum"] <= each <= entry["maximum"])


def answered(unit: Unit, given: dict[str, object]) -> Unit:
    """A person or family with answers; of members by position, behind `#`."""
    facts = {name: value for name, value in given.items() if "#" not in name}
    members = [dict(each) for each in unit.members]
    for name, value in given.items():
        label, _, at = name.partition("#")
        if at:
            members[int(at)][label.removeprefix("member.")] = value
    return replace(unit, facts={**unit.facts, **facts}, members=tuple(members))


def questions(rule: Rule, unit: Unit) -> list[str]:
    """What can be asked of somebody."""
    found = []
    for label in sorted(judge(rule, unit).missing):
        if label.startswith("member."):
            name = label.removeprefix("member.")
            found += [f"{label}#{at}" for at, each in enumerate(unit.members) if name not in each]
        elif label != "member" and not label.startswith((":", "objection.")):
            found.append(label)
    return found


def settles(rule: Rule, unit: Unit, some: tuple[str, ...]) -> bool:
    """Whether every way to answer some questions settles a verdict."""
    choices = [values_of(rule, each.partition("#")[0]) for each in some]
    for values in product(*choices):
        verdict = judge(rule, answered(unit, dict(zip(some, values, strict=True))))
        if verdict and verdict.verdict == "undetermined":
            return False
    return True


def test_one_answer_settles_as_many_verdicts_as_the_interpreter_says(
    worlds: Worlds, cases: tuple
) -> None:
    book, told = book_now(PROJECT), 0
    with counting("cases of questions", len(cases[1])):
        for checked in book.rules:
            wanted: dict[str, int] = {}
            for rule, _, unit in cases[1]:
                if rule.raw["programme"] != checked.programme:
                    continue
                settling = {
                    each.partition("#")[0]
                    for each in questions(rule, unit)
                    if settles(rule, unit, (each,))
                }
                for label in settling:
                    wanted[label] = wanted.get(label, 0) + 1
            found = {
                row["fact"]: row["settles"]
                for row in of_programme(worlds, checked, DAY)
                if row["settles"] and not row["with_fact"]
            }
            assert found == wanted, checked.programme
            sides = {"pip": 2, "kjp_plus": 1, "klj": 1}.get(checked.programme, 0)
            for row in of_programme(worlds, checked, DAY):
                assert (row["overlap_count"] or 0) == sides * (row["settles"] or 0)
            told += sum(found.values())
    assert told > 20


def test_the_shortest_list_is_as_short_as_trying_all_lists_finds(
    worlds: Worlds, cases: tuple
) -> None:
    book, tried = book_now(PROJECT), 0
    rules = {each.programme: each for each in book.rules}
    for rule, key, unit in cases[1]:
        asked = questions(rule, unit)
        sizes = [len(values_of(rule, each.partition("#")[0])) for each in asked]
        if rule.raw["unit"] == "household" or not 1 < len(asked) < 4 or max(sizes) > 6:
            continue
        checked, judged = rules[rule.raw["programme"]], judge(rule, unit)
        assert set(asked) <= set(answers_of(checked, worlds.words, DAY))
        family = f"h{key[1:].partition('_')[0]}"
        [home] = rows(worlds.db, HOME, {"family": family})
        people = {row["person_id"]: row for row in rows(worlds.db, PEOPLE, {"family": family})}
        [enrolled] = worlds.db.execute(ENROLLED, [checked.programme, key]).fetchone()
        row = {
            "programme_id": checked.programme,
            "person_id": key,
            "verdict": "undetermined",
            "missing_facts": ", ".join(sorted(judged.missing)),
            "contested_criteria": None,
            "is_enrolled": enrolled > 0,
            "as_of_date": DAY,
        }
        [found] = open_verdicts([row], home, people, book)
        lists = [
            some
            for size in range(len(asked) + 1)
            for some in combinations(asked, size)
            if settles(rule, unit, some)
        ]
        assert found.is_settled_by(found.asked) == bool(lists)
        assert found.is_proven
        if lists:
            assert len(fewest([found])) == len(lists[0])
        tried += 1
        if tried == 25:
            break
    assert tried == 25
