"""Findings that came or went are told with what brought or took them away."""

import pytest
from two_weeks import TwoWeeks

WHO = {"person_id": "p1", "household_id": "h1"}
OVERLAP = {"rule_id": "pip_kjp", "kind": "exclusive", "scope": "person", **WHO}
OVERLAP |= {"programme_id": "pip", "other_programme_id": "kjp_plus"}
DEAD = {"rule_id": "deceased_recipient", "kind": "data", "scope": "person", **WHO}
DEAD |= {"programme_id": "klj"}


@pytest.fixture(scope="module")
def world() -> TwoWeeks:
    """The tables and the rule book, made once."""
    return TwoWeeks()


@pytest.fixture
def weeks(world: TwoWeeks) -> TwoWeeks:
    """Two weeks were judged, and nothing was found in either."""
    world.forget()
    world.put("dim_household", household_id="h1", national_decile=3)
    world.week("2025-10-17")
    world.week("2025-10-24")
    return world


def test_a_new_row_of_one_side_brings_an_overlap(weeks: TwoWeeks) -> None:
    weeks.found("now", "f1", monthly_amount_at_stake=100, **OVERLAP)
    weeks.changed_row("disdik.kjp_plus", "r1", {"person_id": "p1"}, "new")
    weeks.changed_row("dinsos.pkd", "r2", {"person_id": "p1"}, "new")
    (cause,) = weeks.finding_causes()
    assert (cause["finding_id"], cause["change_kind"]) == ("f1", "came")
    assert (cause["cause_kind"], cause["table_name"]) == ("data", "kjp_plus")
    assert (cause["source_row_id"], cause["row_change_kind"]) == ("r1", "new")


def test_a_removed_row_takes_it_away(weeks: TwoWeeks) -> None:
    weeks.found("past", "f1", **OVERLAP)
    weeks.changed_row("kemendikdasmen.pip", "r1", {"person_id": "p1"}, "removed")
    weeks.changed_row("disdik.kjp_plus", "r2", {"person_id": "p1"}, "corrected", "region_name")
    (cause,) = weeks.finding_causes()
    assert (cause["change_kind"], cause["cause_kind"]) == ("went", "data")
    assert (cause["source_row_id"], cause["row_change_kind"]) == ("r1", "removed")


def test_a_corrected_number_is_a_cause_and_is_named(weeks: TwoWeeks) -> None:
    weeks.found("now", "f1", **OVERLAP)
    weeks.changed_row("disdik.kjp_plus", "r1", {"person_id": "p1"}, "corrected", "nik")
    (cause,) = weeks.finding_causes()
    assert (cause["cause_kind"], cause["field"]) == ("data", "nik")


def test_where_no_row_says_otherwise_rows_are_attached_to_others(weeks: TwoWeeks) -> None:
    weeks.found("now", "f1", match_method="scored", **OVERLAP)
    (cause,) = weeks.finding_causes()
    assert (cause["cause_kind"], cause["match_method"]) == ("linkage", "scored")


def test_a_death_to_come_that_came_is_time(weeks: TwoWeeks) -> None:
    weeks.found("now", "f1", **DEAD)
    (cause,) = weeks.finding_causes()
    assert cause["cause_kind"] == "time"


def test_a_rule_that_says_otherwise_is_named(weeks: TwoWeeks) -> None:
    weeks.db.execute("delete from past_week_rule where programme_id = 'pip_kjp'")
    weeks.found("now", "f1", **OVERLAP)
    causes = weeks.finding_causes()
    assert {each["cause_kind"] for each in causes} == {"rule"}
    assert "pip x kjp_plus" in {each["name"] for each in causes}


def test_an_amount_that_is_another_is_told(weeks: TwoWeeks) -> None:
    weeks.found("past", "f1", monthly_amount_at_stake=100, **OVERLAP)
    weeks.found("now", "f1", monthly_amount_at_stake=300, **OVERLAP)
    weeks.changed_row("disdik.kjp_plus", "r1", {"person_id": "p1"}, "corrected", "monthly_amount")
    (cause,) = weeks.finding_causes()
    assert (cause["change_kind"], cause["field"]) == ("amount", "monthly_amount")
    assert (cause["was_amount"], cause["amount"]) == (100, 300)
