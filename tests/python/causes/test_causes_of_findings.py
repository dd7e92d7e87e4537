"""Findings that came or went are told with what brought or took them away."""

from datetime import date

import pytest
from two_weeks import TwoWeeks

WHO = {"person_id": "p1", "household_id": "h1"}
OVERLAP = {"rule_id": "pip_kjp", "kind": "same_purpose", "scope": "person", **WHO}
OVERLAP |= {"programme_id": "pip", "other_programme_id": "kjp_plus"}
FAMILY = {"rule_id": "family_aid_card", "kind": "same_purpose", "scope": "household"}
FAMILY |= {"household_id": "h1", "programme_id": "pkh", "other_programme_id": "klj"}
LETTER = {**OVERLAP, "rule_id": "diploma_kjp", "programme_id": "kjp_plus"}
LETTER |= {"kind": "conditional", "other_programme_id": "diploma_relief"}
DEAD = {"rule_id": "deceased_recipient", "kind": "data", "scope": "person", **WHO}
DEAD |= {"programme_id": "klj"}
TWICE = {**DEAD, "rule_id": "double_payment", "other_programme_id": "klj"}
WORK = {"rule_id": "insured_by_work", "kind": "segment", "scope": "person", **WHO}
WORK |= {"programme_id": "pbi_jk", "other_programme_id": "formal_employment"}
MANY = {"rule_id": "pkh_people", "kind": "cap", "scope": "household", "household_id": "h1"}
MANY |= {"programme_id": "pkh"}
CARDS = {"rule_id": "person_in_two_families", "kind": "data", "scope": "person", **WHO}


@pytest.fixture(scope="module")
def world() -> TwoWeeks:
    """The tables and the rule book, made once."""
    return TwoWeeks()


@pytest.fixture
def weeks(world: TwoWeeks) -> TwoWeeks:
    """Two weeks were judged, and nothing was found in either."""
    world.forget()
    world.put("dim_person", life_status="active", **WHO)
    world.put("dim_household", household_id="h1", national_decile=3)
    world.week("2025-10-17")
    world.week("2025-10-24")
    return world


def stood(weeks: TwoWeeks, programme: str, when: tuple = ("past", "now"), **others: object) -> None:
    """Let the person stand on a list in both weeks, or in one."""
    for each in when:
        weeks.listed(each, programme, **{**WHO, **others})


def told(weeks: TwoWeeks) -> list[tuple]:
    """Kind, name and place of every cause."""
    return [
        (
            *(each["cause_kind"], each["name"]),
            f"{each['source']}.{each['table_name']}.{each['field']}" if each["source"] else None,
        )
        for each in weeks.finding_causes()
    ]


def test_a_new_row_of_one_side_brings_an_overlap_and_the_other_side_is_not_blamed(
    weeks: TwoWeeks,
) -> None:
    stood(weeks, "pip")
    stood(weeks, "kjp_plus", ("now",))
    weeks.found("now", "f1", monthly_amount_at_stake=100, **OVERLAP)
    weeks.changed_row("disdik.kjp_plus", "r1", {"person_id": "p1"}, "new")
    weeks.changed_row("kemendikdasmen.pip", "r2", {"person_id": "p1"}, "corrected", "status")
    (cause,) = weeks.finding_causes()
    assert (cause["finding_id"], cause["change_kind"]) == ("f1", "came")
    assert (cause["cause_kind"], cause["name"], cause["table_name"]) == (
        *("data", "kjp_plus", "kjp_plus"),
    )
    assert (cause["source_row_id"], cause["row_change_kind"]) == ("r1", "new")


def test_both_sides_are_told_where_both_are_new(weeks: TwoWeeks) -> None:
    stood(weeks, "pip", ("now",))
    stood(weeks, "kjp_plus", ("now",))
    weeks.found("now", "f1", **OVERLAP)
    weeks.changed_row("disdik.kjp_plus", "r1", {"person_id": "p1"}, "new")
    assert told(weeks) == [("data", "kjp_plus", "disdik.kjp_plus.None"), ("linkage", "pip", None)]


def test_a_removed_row_takes_it_away(weeks: TwoWeeks) -> None:
    stood(weeks, "pip", ("past",))
    stood(weeks, "kjp_plus")
    weeks.found("past", "f1", **OVERLAP)
    weeks.changed_row("kemendikdasmen.pip", "r1", {"person_id": "p1"}, "removed")
    weeks.changed_row("disdik.kjp_plus", "r2", {"person_id": "p1"}, "corrected", "region_name")
    (cause,) = weeks.finding_causes()
    assert (cause["change_kind"], cause["cause_kind"]) == ("went", "data")
    assert (cause["source_row_id"], cause["row_change_kind"]) == ("r1", "removed")


def test_a_corrected_number_is_a_cause_and_is_named(weeks: TwoWeeks) -> None:
    stood(weeks, "pip")
    stood(weeks, "kjp_plus", ("now",))
    weeks.found("now", "f1", **OVERLAP)
    weeks.changed_row("disdik.kjp_plus", "r1", {"person_id": "p1"}, "corrected", "nik")
    assert told(weeks) == [("data", "kjp_plus", "disdik.kjp_plus.nik")]


def test_a_component_that_no_rule_names_is_not_blamed(weeks: TwoWeeks) -> None:
    stood(weeks, "pkh", component="primary")
    stood(weeks, "pkh", ("now",), component="elderly")
    stood(weeks, "kjp_plus", ("now",))
    pupil = {**OVERLAP, "rule_id": "pkh_school_kjp", "programme_id": "pkh"}
    weeks.found("now", "f1", **pupil)
    weeks.changed_row("kemensos.pkh", "r1", {"person_id": "p1"}, "new")
    weeks.changed_row("disdik.kjp_plus", "r2", {"person_id": "p1"}, "new")
    assert told(weeks) == [("data", "kjp_plus", "disdik.kjp_plus.None")]


def test_a_match_that_is_another_is_named_with_its_row_and_score(weeks: TwoWeeks) -> None:
    stood(weeks, "pip")
    stood(weeks, "kjp_plus", ("now",))
    weeks.found("now", "f1", match_method="scored", **OVERLAP)
    row = {"source": "disdik", "table_name": "kjp_plus", "source_row_id": "r1", **WHO}
    weeks.attached("past", "c1", match_method="candidate", score=0.6, **row)
    weeks.attached("now", "c1", match_method="scored", score=0.97, **row)
    same = {**row, "source_row_id": "r2", "match_method": "scored", "score": 0.95}
    for when in ("past", "now"):
        weeks.attached(when, "c2", **same)
    (cause,) = weeks.finding_causes()
    assert (cause["cause_kind"], cause["name"]) == ("linkage", "kjp_plus")
    assert (cause["candidate_id"], cause["source_row_id"]) == ("c1", "r1")
    assert (cause["was_attached_by"], cause["attached_by"]) == ("candidate", "scored")
    assert (cause["was_score"], cause["score"]) == (0.6, 0.97)


def test_who_joins_a_family_brings_what_the_person_gets(weeks: TwoWeeks) -> None:
    stood(weeks, "pkh", person_id=None)
    weeks.listed("past", "klj", person_id="p2", household_id="h2")
    weeks.listed("now", "klj", person_id="p2", household_id="h1")
    weeks.found("now", "f1", **FAMILY)
    weeks.changed_row("dukcapil.resident", "r1", {"person_id": "p2"}, "corrected", "no_kk")
    assert told(weeks) == [("data", "klj", "dukcapil.resident.no_kk")]


def test_a_letter_that_allows_both_takes_an_overlap_away(weeks: TwoWeeks) -> None:
    stood(weeks, "kjp_plus")
    stood(weeks, "diploma_relief")
    weeks.found("past", "f1", **LETTER)
    weeks.db.execute("update week_person_fact set has_debit_letter = true")
    person = {"person_id": "p1"}
    weeks.changed_row("disdik.diploma_relief", "r1", person, "corrected", "has_debit_letter")
    weeks.changed_row("disdik.diploma_relief", "r2", person, "corrected", "arrears")
    cause = ("data", "has_debit_letter", "disdik.diploma_relief.has_debit_letter")
    assert told(weeks) == [cause]


def test_work_that_ended_is_a_side_that_left(weeks: TwoWeeks) -> None:
    stood(weeks, "pbi_jk")
    weeks.db.execute("update past_week_person_fact set is_public_servant = true, is_alive = true")
    weeks.db.execute("update week_person_fact set is_public_servant = false, is_alive = true")
    weeks.found("past", "f1", **WORK)
    weeks.changed_row("dukcapil.resident", "r1", {"person_id": "p1"}, "corrected", "occupation")
    assert told(weeks) == [("data", "formal_employment", "dukcapil.resident.occupation")]


def test_a_person_more_than_a_limit_is_told(weeks: TwoWeeks) -> None:
    for number in range(1, 5):
        stood(weeks, "pkh", person_id=f"p{number}", component="primary")
    stood(weeks, "pkh", ("now",), person_id="p5", component="elderly")
    weeks.found("now", "f1", **MANY)
    weeks.changed_row("kemensos.pkh", "r5", {"person_id": "p5"}, "new")
    weeks.changed_row("kemensos.pkh", "r1", {"person_id": "p1"}, "corrected", "status")
    (cause,) = weeks.finding_causes()
    assert (cause["cause_kind"], cause["source_row_id"]) == ("data", "r5")


@pytest.mark.parametrize(("status", "kind"), [("deceased", "time"), ("active", "linkage")])
def test_a_death_to_come_that_came_is_time(weeks: TwoWeeks, status: str, kind: str) -> None:
    stood(weeks, "klj", ("past", "now") if status == "deceased" else ("now",))
    weeks.db.execute("update week_person_fact set life_status = ?", [status])
    weeks.found("now", "f1", **DEAD)
    name = "deceased_recipient" if status == "deceased" else "klj"
    assert told(weeks) == [(kind, name, None)]


def test_a_death_that_the_registry_tells_is_data(weeks: TwoWeeks) -> None:
    stood(weeks, "klj")
    weeks.db.execute("update week_person_fact set life_status = 'deceased'")
    weeks.found("now", "f1", **DEAD)
    weeks.changed_row("dukcapil.resident", "r1", {"person_id": "p1"}, "corrected", "life_status")
    assert told(weeks) == [("data", "deceased_recipient", "dukcapil.resident.life_status")]


def test_a_second_row_of_one_period_is_told(weeks: TwoWeeks) -> None:
    stood(weeks, "klj")
    weeks.found("now", "f1", **TWICE)
    weeks.changed_row("dinsos.pkd", "r2", {"person_id": "p1"}, "new")
    weeks.db.execute("update changed_subject set programme_id = 'klj'")
    assert told(weeks) == [("data", "klj", "dinsos.pkd.None")]


def test_a_number_on_two_cards_is_told_by_the_row_that_writes_it(weeks: TwoWeeks) -> None:
    weeks.found("now", "f1", **CARDS)
    weeks.changed_row("bps.dtsen_member", "r1", {"person_id": "p1"}, "new")
    cause = ("data", "person_in_two_families", "bps.dtsen_member.None")
    assert told(weeks) == [cause]


def test_a_check_of_numbers_that_no_row_changed_is_linkage(weeks: TwoWeeks) -> None:
    weeks.found("past", "f1", **CARDS)
    assert told(weeks) == [("linkage", "person_in_two_families", None)]


def test_where_nothing_is_another_only_the_day_is(weeks: TwoWeeks) -> None:
    for when in ("past", "now"):
        weeks.listed(when, "pip", starts_on=date(2025, 10, 20), **WHO)
    stood(weeks, "kjp_plus")
    weeks.found("now", "f1", **OVERLAP)
    weeks.changed_row("disdik.kjp_plus", "r1", {"person_id": "p1"}, "corrected", "status")
    assert told(weeks) == [("time", "pip_kjp", None)]


def test_a_rule_that_says_otherwise_is_named(weeks: TwoWeeks) -> None:
    weeks.db.execute("delete from past_week_rule where programme_id = 'pip_kjp'")
    stood(weeks, "pip")
    stood(weeks, "kjp_plus")
    weeks.found("now", "f1", **OVERLAP)
    causes = weeks.finding_causes()
    assert {each["cause_kind"] for each in causes} == {"rule"}
    assert "pip x kjp_plus" in {each["name"] for each in causes}


def test_an_amount_that_is_another_is_told(weeks: TwoWeeks) -> None:
    stood(weeks, "pip")
    stood(weeks, "kjp_plus", ("past",), monthly_amount=100)
    stood(weeks, "kjp_plus", ("now",), monthly_amount=300)
    weeks.found("past", "f1", monthly_amount_at_stake=100, **OVERLAP)
    weeks.found("now", "f1", monthly_amount_at_stake=300, **OVERLAP)
    weeks.changed_row("disdik.kjp_plus", "r1", {"person_id": "p1"}, "corrected", "monthly_amount")
    (cause,) = weeks.finding_causes()
    assert (cause["change_kind"], cause["field"]) == ("amount", "monthly_amount")
    assert (cause["was_amount"], cause["amount"], cause["amount_change"]) == (100, 300, 200)
