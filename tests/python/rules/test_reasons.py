"""The view of reasons: observed, required, branches, people and near misses."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from rule_warehouse import Warehouse

SENIOR = {
    "age_years": 61,
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
    "uses_branded_water": True,
}
SEED = Path("seeds/generated")
SEEDS = ("criterion", "requirement", "component")
VIEWS = ("component_member", "fct_eligibility", "fct_eligibility_reason")


def prepared(warehouse: Warehouse) -> Warehouse:
    """The warehouse with every model and seed that the view reads."""
    for name in SEEDS:
        header, *lines = csv.reader(io.StringIO(warehouse.files[SEED / f"{name}.csv"]))
        columns = ", ".join(
            f"{each} {'date' if each.startswith('valid_') else 'varchar'}" for each in header
        )
        warehouse.db.execute(f"create or replace table {name} ({columns})")
        for line in lines:
            warehouse.add(
                name, **{key: cell or None for key, cell in zip(header, line, strict=True)}
            )
    for path in warehouse.files:
        if path.name.startswith("elig_") and path.suffix == ".sql":
            name = path.stem.removeprefix("elig_")
            warehouse.db.execute(f"create or replace view elig_{name} as {warehouse.sql(name)}")
    for name in VIEWS:
        warehouse.db.execute(f"create or replace view {name} as {warehouse.text(name)}")
    return warehouse


def reasons(warehouse: Warehouse, programme: str) -> dict[str, dict]:
    """The reasons of a programme by criterion."""
    found = prepared(warehouse).db.execute(
        "select * from fct_eligibility_reason where programme_id = ?", [programme]
    )
    names = [column[0] for column in found.description]
    rows = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    return {row["criterion_id"]: row for row in rows}


def near_misses(warehouse: Warehouse, programme: str) -> list[str]:
    """The criteria marked as near misses; the verdict must say the same."""
    marked = [name for name, row in reasons(warehouse, programme).items() if row["is_near_miss"]]
    [(verdict,)] = warehouse.db.execute(
        "select is_near_miss from fct_eligibility where programme_id = ?", [programme]
    ).fetchall()
    assert verdict is bool(marked)
    return marked


def test_a_reason_shows_what_was_seen_and_what_is_asked(warehouse: Warehouse) -> None:
    warehouse.person(**SENIOR)
    warehouse.household(**HOME)
    found = reasons(warehouse, "klj")
    shown = {name: (row["observed"], row["required"]) for name, row in found.items()}
    assert shown["is_old_enough"] == ("age_years = 61", "age_years >= 60")
    assert shown["is_in_decile"] == (
        "household.national_decile = 3",
        "household.national_decile <= 5",
    )
    assert shown["owns_no_car"] == ("household.owns_car = false", "not household.owns_car")
    assert shown["is_in_force"] == ("as_of_date = 2025-10-24", "as_of_date >= 2018-01-01")
    assert shown["uses_no_branded_water"] == ("household.uses_branded_water = true", "-")
    assert all(row["outcome"] for row in found.values())
    assert all(row["branches"] is None for row in found.values())


def test_what_is_not_known_is_a_question_mark(warehouse: Warehouse) -> None:
    warehouse.person(**SENIOR | {"is_alive": None})
    warehouse.household(**HOME)
    row = reasons(warehouse, "klj")["is_alive"]
    assert (row["outcome"], row["observed"], row["required"]) == (None, "is_alive = ?", "is_alive")


def test_branches_show_which_way_held(warehouse: Warehouse) -> None:
    warehouse.person(age_years=10, is_in_school=True, lives_in_care_home=True)
    warehouse.household(national_decile=9)
    row = reasons(warehouse, "kjp_plus")["is_poor"]
    ways = dict(each.split(" = ") for each in row["branches"].split(", "))
    assert row["outcome"] is True
    assert ways["is_in_decile"] == "false"
    assert ways["lives_in_care_home"] == "true"
    assert ways["has_disability"] == "?"


def test_components_show_who_is_in_them_and_who_may_be(warehouse: Warehouse) -> None:
    warehouse.household(national_decile=1, has_public_servant_member=False)
    sure = {"is_alive": True, "is_member": True, "is_pregnant": False}
    warehouse.person("old", age_years=60, has_severe_disability=None, is_in_school=False, **sure)
    warehouse.person("adult", age_years=40, has_severe_disability=False, is_in_school=False, **sure)
    row = reasons(warehouse, "pkh")["has_component"]
    assert row["observed"] == "has_component = elderly old, severe_disability old ?"


@pytest.mark.parametrize(
    ("person", "home", "expected"),
    [
        ({}, {}, []),
        ({}, {"national_decile": 6}, ["is_in_decile"]),
        ({"is_alive": None}, {"national_decile": 6}, []),
        ({}, {"national_decile": 6, "owns_car": True}, []),
        ({"is_alive": None}, {}, []),
        ({"is_alive": False}, {}, []),
    ],
    ids=[
        *("none unmet", "one unmet", "one unmet and one unknown", "two unmet", "only unknown"),
        "only life unmet",
    ],
)
def test_a_near_miss_is_one_unmet_criterion_of_somebody_alive_and_nothing_open(
    warehouse: Warehouse, person: dict, home: dict, expected: list[str]
) -> None:
    warehouse.person(**SENIOR | person)
    warehouse.household(**HOME | home)
    assert near_misses(warehouse, "klj") == expected


@pytest.mark.parametrize(
    ("is_any_alive", "expected"),
    [(True, ["is_in_decile"]), (False, []), (None, ["is_in_decile"])],
)
def test_nothing_is_nearly_due_to_a_family_of_which_nobody_lives(
    warehouse: Warehouse, is_any_alive: bool | None, expected: list[str]
) -> None:
    # PKH does not ask for it: it counts living members in its components.
    warehouse.household(
        national_decile=9, has_public_servant_member=False, has_living_member=is_any_alive
    )
    warehouse.person(age_years=70, is_alive=True, is_member=True)
    warehouse.add("fct_enrolment", programme_id="pkh", household_id="h1", status="active")
    assert near_misses(warehouse, "pkh") == expected


def test_that_a_programme_has_ended_is_no_near_miss(warehouse: Warehouse) -> None:
    warehouse.household(
        day=date(2026, 2, 1),
        **{"national_decile": 1, "has_living_member": True, "has_public_servant_member": False},
    )
    warehouse.add("fct_enrolment", programme_id="blts", household_id="h1", status="active")
    assert near_misses(warehouse, "blts") == []


def test_an_objection_shows_beside_what_was_seen(warehouse: Warehouse) -> None:
    warehouse.person(**SENIOR)
    warehouse.household(**HOME | {"owns_car": True})
    warehouse.add(
        "objection_in_force", objection_id="o", person_id="p1", programme_id="klj",
        criterion_id="owns_no_car",
    )  # fmt: skip
    row = reasons(warehouse, "klj")["owns_no_car"]
    assert (row["outcome"], row["is_contested"]) == (True, True)
    assert row["observed"] == "household.owns_car = true"
