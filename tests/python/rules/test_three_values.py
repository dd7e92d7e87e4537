"""Unknown is not no: every criterion true, false and unknown, in the compiled SQL."""

from datetime import date
from pathlib import Path

import pytest
from rule_warehouse import Warehouse

SENIOR = {
    "age_years": 70,
    "is_alive": True,
    "has_jakarta_id": True,
    "lives_in_jakarta": True,
    "lives_in_care_home": False,
    "is_public_pensioner": False,
}
HOME = {
    "national_decile": 3,
    "owns_car": False,
    "highest_property_value": 0,
    "highest_known_property_value": 0,
}
FLIPPED = {
    "is_alive": ("is_alive", False),
    "has_jakarta_id": ("has_jakarta_id", False),
    "lives_in_jakarta": ("lives_in_jakarta", False),
    "lives_in_care_home": ("is_not_in_care_home", True),
    "is_public_pensioner": ("is_not_public_pensioner", True),
    "household.national_decile": ("is_in_decile", 6),
    "household.owns_car": ("owns_no_car", True),
    "household.highest_property_value": ("owns_no_valuable_property", 2**40),
}


def senior(warehouse: Warehouse, fact: str, value: object) -> dict:
    """The verdict on a senior of whom one fact is different."""
    of_home, of_person = dict(HOME), dict(SENIOR)
    (of_home if "." in fact else of_person)[fact.rpartition(".")[2]] = value
    warehouse.person(**of_person)
    warehouse.household(**of_home)
    [row] = warehouse.judge("klj")
    return row


@pytest.mark.parametrize("fact", FLIPPED)
def test_a_fact_against_them_makes_ineligible(warehouse: Warehouse, fact: str) -> None:
    criterion, value = FLIPPED[fact]
    row = senior(warehouse, fact, value)
    assert (row["verdict"], row["unmet_criteria"]) == ("ineligible", criterion)
    assert row[criterion] is False
    assert row["entitled_amount"] is None and row["possible_amount"] is None


@pytest.mark.parametrize("fact", FLIPPED)
def test_a_missing_fact_leaves_open_and_is_named(warehouse: Warehouse, fact: str) -> None:
    criterion, _ = FLIPPED[fact]
    row = senior(warehouse, fact, None)
    assert (row["verdict"], row["unknown_criteria"]) == ("undetermined", criterion)
    assert row["missing_facts"] == fact
    assert row["entitled_amount"] is None and row["possible_amount"] == 300_000


def test_a_person_without_a_family_is_left_open_on_all_that_is_about_it(
    warehouse: Warehouse,
) -> None:
    warehouse.add("dim_person", person_id="p1", as_of_date=date(2025, 10, 24), **SENIOR)
    [row] = warehouse.judge("klj")
    assert row["verdict"] == "undetermined"
    assert row["unknown_criteria"] == "is_in_decile, owns_no_car, owns_no_valuable_property"


def test_false_outweighs_unknown(warehouse: Warehouse) -> None:
    warehouse.person(age_years=70, is_alive=False)
    [row] = warehouse.judge("klj")
    assert row["verdict"] == "ineligible"
    assert row["unmet_criteria"] == "is_alive"
    assert "has_jakarta_id" in row["unknown_criteria"]


@pytest.mark.parametrize(
    ("age", "enrolled", "rows"),
    [(59, False, 0), (59, True, 1), (60, False, 1), (None, False, 1)],
)
def test_unknown_age_is_looked_at_but_too_young_only_when_enrolled(
    warehouse: Warehouse, age: int | None, enrolled: bool, rows: int
) -> None:
    warehouse.person(**{**SENIOR, "age_years": age})
    if enrolled:
        warehouse.add("fct_enrolment", programme_id="klj", person_id="p1", status=None)
    assert len(warehouse.judge("klj")) == rows


@pytest.mark.parametrize(("status", "rows"), [("cancelled", 0), ("active", 1), ("unknown", 1)])
def test_a_cancelled_enrolment_is_none(warehouse: Warehouse, status: str, rows: int) -> None:
    warehouse.person(**{**SENIOR, "age_years": 20})
    warehouse.add("fct_enrolment", programme_id="klj", person_id="p1", status=status)
    warehouse.add("fct_enrolment", programme_id="klj", person_id="p1", status=status)
    warehouse.add("fct_enrolment", programme_id="pkh", person_id="p1", status="active")
    assert len(warehouse.judge("klj")) == rows


@pytest.mark.parametrize("car", [True, None])
def test_an_accepted_objection_overrides_what_is_known_and_what_is_not(
    warehouse: Warehouse, car: bool | None
) -> None:
    for criterion in ("owns_no_car", "is_alive"):
        warehouse.add(
            "objection_in_force", person_id="p1", programme_id="klj", criterion_id=criterion
        )
    row = senior(warehouse, "household.owns_car", car)
    assert (row["verdict"], row["contested_criteria"]) == ("eligible", "owns_no_car")
    assert row["missing_facts"] == ""


def test_an_objection_to_a_criterion_that_is_not_contestable_changes_nothing(
    warehouse: Warehouse,
) -> None:
    warehouse.add("objection_in_force", person_id="p1", programme_id="klj", criterion_id="is_alive")
    assert senior(warehouse, "is_alive", False)["verdict"] == "ineligible"


def test_a_programme_that_ended_judges_only_those_still_listed(warehouse: Warehouse) -> None:
    for name in ("h1", "h2"):
        warehouse.household(name, date(2026, 1, 1), national_decile=1)
    warehouse.add("fct_enrolment", programme_id="blts", household_id="h2", status="active")
    [row] = warehouse.judge("blts")
    assert (row["household_id"], row["verdict"]) == ("h2", "ineligible")
    assert row["unmet_criteria"] == "is_in_force"


def test_a_parameter_that_ended_leaves_its_criterion_open(project: Path, edit: object) -> None:
    known = "parameters:\n  max_decile:\n    unit: national decile\n    values:\n"
    edit("blts.yml", known, f"{known}      2025-12-01: null\n")
    warehouse = Warehouse(project)
    warehouse.household(
        day=date(2025, 12, 1),
        national_decile=1,
        has_living_member=True,
        has_public_servant_member=False,
    )
    [row] = warehouse.judge("blts")
    assert (row["verdict"], row["missing_facts"]) == ("undetermined", ":max_decile")
