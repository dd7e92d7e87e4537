"""PKH: each member once in the best-paid component, at most four, unknown members as a range."""

from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rule_warehouse import Warehouse

from selaras.rules.check.whole_book import read_book
from selaras.rules.read.problems import Problems

AMOUNTS = {
    "pregnant": 750_000,
    "early_childhood": 750_000,
    "primary": 225_000,
    "junior_secondary": 375_000,
    "senior_secondary": 500_000,
    "elderly": 600_000,
    "severe_disability": 600_000,
}
HOME = {"national_decile": 1, "has_public_servant_member": False}
BOOLEAN = st.sampled_from([True, False, None])
MEMBER = st.fixed_dictionaries(
    {
        "is_alive": st.sampled_from([True, True, True, False, None]),
        "is_member": st.sampled_from([True, True, True, False]),
        "age_years": st.sampled_from([0, 6, 7, 21, 22, 59, 60, None]),
        "is_pregnant": BOOLEAN,
        "is_in_school": BOOLEAN,
        "school_level": st.sampled_from(
            ["primary", "junior_secondary", "senior_secondary", "tertiary", None]
        ),
        "has_severe_disability": BOOLEAN,
    }
)


def every(*conditions: bool | None) -> bool | None:
    """Three-valued and."""
    return False if False in conditions else None if None in conditions else True


def components(member: dict) -> dict[str, bool | None]:
    """Which components a member is in, written down a second time and without SQL."""
    age, level = member["age_years"], member["school_level"]
    counts = every(member["is_alive"], member["is_member"])
    young = None if age is None else age <= 21
    found = {
        "pregnant": member["is_pregnant"],
        "early_childhood": None if age is None else age <= 6,
        "elderly": None if age is None else age >= 60,
        "severe_disability": member["has_severe_disability"],
    }
    for name in ("primary", "junior_secondary", "senior_secondary"):
        found[name] = every(member["is_in_school"], None if level is None else level == name, young)
    return {name: every(counts, each) for name, each in found.items()}


def monthly(members: list[dict], counted: tuple[bool | None, ...]) -> int:
    """What the four best-paid members bring in a month."""
    best = [
        max(
            (AMOUNTS[name] for name, each in components(member).items() if each in counted),
            default=0,
        )
        for member in members
    ]
    return sum(sorted(best, reverse=True)[:4]) // 3


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(MEMBER, max_size=7))
def test_the_amount_is_what_a_second_hand_calculation_gives(
    warehouse: Warehouse, members: list[dict]
) -> None:
    warehouse.db.execute("delete from dim_person; delete from dim_household")
    warehouse.household(**HOME)
    for at, member in enumerate(members):
        warehouse.person(f"p{at}", **member)
    [row] = warehouse.judge("pkh")
    states = [state for member in members for state in components(member).values()]
    expected = True if True in states else None if None in states or not members else False
    assert row["has_component"] is expected
    if expected:
        assert row["entitled_amount"] == monthly(members, (True,))
    if expected is not False and members:
        assert row["possible_amount"] == monthly(members, (True, None))
    assert (row["verdict"] == "undetermined") == (row["missing_facts"] != "")


@pytest.mark.parametrize("facts", list(product([True, False], repeat=2)))
def test_members_who_died_or_moved_out_are_not_counted(
    warehouse: Warehouse, facts: tuple[bool, bool]
) -> None:
    warehouse.household(**HOME)
    warehouse.person(is_alive=facts[0], is_member=facts[1], age_years=70)
    [row] = warehouse.judge("pkh")
    assert row["has_component"] is all(facts)


def test_who_is_looked_at_is_asked_before_anybody_looks_at_members(
    project: Path, edit: Callable[[str, str, str], int]
) -> None:
    edit("pkh.yml", "applies_to: ", "applies_to: has_component and ")
    problems = Problems()
    assert read_book(project, problems) is None
    assert [(each.key, each.words) for each in problems.errors] == [
        ("unknown_fact", "has_component")
    ]
