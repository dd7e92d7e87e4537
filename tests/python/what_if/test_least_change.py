"""`selaras explain --least-change`: what would grant a refusal, and what a grant hangs on."""

from dataclasses import replace

from selaras.cli.near import Near
from selaras.explain import Verdict, explain
from selaras.least_change import with_least_change
from selaras.rules.differences.history import book_now
from selaras.warehouse import open_warehouse
from selaras.workspace import PROJECT, Workspace

NEAR = """
    select judged.person_id, home.national_decile
    from eligibility.fct_eligibility as judged
    inner join conformed.dim_household as home using (household_id)
    where judged.programme_id = 'klj' and judged.is_near_miss and judged.unmet_criteria = $1
    order by all
"""
GRANTED = """
    select person_id from eligibility.fct_eligibility
    where programme_id = 'klj' and verdict = 'eligible' order by all
"""


def first(built: Workspace, query: str, *values: object) -> tuple:
    """The first row of a query on the warehouse."""
    with open_warehouse(built) as connection:
        return connection.execute(query, list(values)).fetchone()


def told(built: Workspace, who: str) -> tuple[list[str], Verdict]:
    """What is said of the senior card of somebody, and the verdict itself."""
    found = with_least_change(built, explain(built, who, "klj"))
    [verdict] = [each for each in found.verdicts if each.judged["person_id"] == who]
    return list(Near(verdict, found).lines()), verdict


def test_a_record_that_may_be_wrong_is_what_a_refusal_waits_for(built: Workspace) -> None:
    person_id, decile = first(built, NEAR, "is_in_decile")
    lines, verdict = told(built, person_id)
    [[change]] = verdict.nearest
    assert (change["fact"], change["before"], change["after"]) == ("national_decile", decile, 5)
    assert (change["person_id"], change["way"]) == (None, "correct")
    assert change["says_en"] in lines[1] or change["says_id"] in lines[1]


def test_nobody_is_told_to_be_older(built: Workspace) -> None:
    (person_id,) = first(built, GRANTED)
    found = explain(built, person_id, "klj")
    [verdict] = [each for each in found.verdicts if each.judged["person_id"] == person_id]
    refused = {"verdict": "ineligible", "unmet_criteria": "is_old_enough", "is_near_miss": True}
    younger = [
        each | {"age_years": 59} if each["person_id"] == person_id else each
        for each in found.members
    ]
    enrolled = verdict.judged | refused | {"is_enrolled": True}
    verdicts = [replace(verdict, judged=enrolled)]
    found = with_least_change(built, replace(found, members=younger, verdicts=verdicts))
    assert found.verdicts[0].nearest == []
    assert [each["way"] for each in found.verdicts[0].barred] == ["none"]
    [line] = Near(found.verdicts[0], found).lines()
    assert "older" in line or "Umur" in line


def test_a_grant_hangs_on_facts_with_the_lists_that_tell_them(built: Workspace) -> None:
    (person_id,) = first(built, GRANTED)
    _, verdict = told(built, person_id)
    found = {each["fact"]: each for each in verdict.hangs_on}
    assert {"age_years", "is_alive", "national_decile", "owns_car"} <= set(found)
    assert (found["age_years"]["after"], found["national_decile"]["after"]) == (59, 6)
    assert found["is_alive"]["lists"] == ["dukcapil.resident"]
    assert verdict.nearest == []


def test_every_fact_says_whether_it_can_be_acted_on() -> None:
    words = book_now(PROJECT).vocabulary
    acts = {
        (unit, name): each.act
        for unit in ("person", "household")
        for name, each in getattr(words, unit).items()
    }
    assert [key for key, act in acts.items() if act is None] == []
    never = {"age_years", "birth_date", "sex", "is_alive", "life_status", "has_disability"}
    assert {acts["person", name].way for name in never} == {"none"}
