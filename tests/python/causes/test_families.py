"""What became of families and people since the week before."""

from datetime import date

import pytest
from two_weeks import TwoWeeks


@pytest.fixture(scope="module")
def world() -> TwoWeeks:
    """The tables and the rule book, made once."""
    return TwoWeeks()


@pytest.fixture
def weeks(world: TwoWeeks) -> TwoWeeks:
    """A mother and a family that is in no programme."""
    world.forget()
    mother = {"birth_date": date(1990, 1, 1), "life_status": "active"}
    world.put("dim_person", person_id="p1", household_id="h1", **mother)
    world.put("dim_household", household_id="h1", national_decile=2, region_code="3171011001")
    return world


def told(weeks: TwoWeeks) -> list[tuple]:
    """Kind, whose, and what is to be verified of each change."""
    return [
        (each["change_kind"], each["person_id"] or each["household_id"], each["is_to_verify"])
        for each in weeks.family_changes()
    ]


@pytest.mark.parametrize(("decile", "is_to_verify"), [(5, False), (6, True)])
def test_four_deciles_or_more_are_to_verify(
    weeks: TwoWeeks, decile: int, is_to_verify: bool
) -> None:
    weeks.week("2025-10-17")
    weeks.db.execute("update dim_household set national_decile = ?", [decile])
    weeks.week("2025-10-24")
    assert told(weeks) == [("decile_changed", "h1", is_to_verify)]


def test_a_child_of_this_year_is_born_and_a_grown_up_becomes_known(weeks: TwoWeeks) -> None:
    weeks.week("2025-10-17")
    for name, born in (("p2", date(2025, 10, 1)), ("p3", date(1950, 1, 1))):
        weeks.put("dim_person", person_id=name, household_id="h1", birth_date=born)
    weeks.week("2025-10-24")
    assert told(weeks) == [("became_known", "p3", False), ("born", "p2", False)]


def test_who_died_is_told_once(weeks: TwoWeeks) -> None:
    weeks.week("2025-10-17")
    weeks.db.execute("update dim_person set life_status = 'deceased'")
    weeks.week("2025-10-24")
    assert told(weeks) == [("died", "p1", False)]
    weeks.week("2025-10-31")
    assert told(weeks) == []


def test_programmes_entered_and_left_and_amounts_are_told_of_families(weeks: TwoWeeks) -> None:
    weeks.week("2025-10-17")
    weeks.db.execute("update dim_household set region_code = '3171011002'")
    weeks.week("2025-10-24")
    last = {"as_of_date": date(2025, 10, 17)}
    for programme, then, now in (("pkh", None, 5), ("klj", 5, None), ("pip", 5, 7), ("kjmu", 5, 5)):
        family = {"programme_id": programme, "family_key": "h1", "household_id": "h1"}
        if then:
            weeks.put("past_week_enrolment", monthly_amount=then, **family, **last)
        if now:
            weeks.put("week_enrolment", monthly_amount=now, **family)
    nobody = {"programme_id": "pkh", "family_key": "08305b1eebbb-159"}
    weeks.put("week_enrolment", monthly_amount=1, **nobody)
    kinds = {(each["change_kind"], each["programme_id"]) for each in weeks.family_changes()}
    assert kinds == {
        *(("entered", "pkh"), ("left", "klj"), ("amount_changed", "pip")),
        ("moved", None),
    }


def test_families_that_no_register_knows_are_told_apart_by_the_card_of_the_list(
    weeks: TwoWeeks,
) -> None:
    weeks.week("2025-10-17")
    weeks.week("2025-10-24")
    for card in ("h7", "h8"):
        unknown = {"programme_id": "blts", "family_key": card, "monthly_amount": 300000}
        weeks.put("past_week_enrolment", as_of_date=date(2025, 10, 17), **unknown)
    assert told(weeks) == [("left", "h7", False), ("left", "h8", False)]


def test_a_split_is_told_in_the_week_of_its_drop(weeks: TwoWeeks) -> None:
    weeks.week("2025-10-17")
    weeks.week("2025-10-24")
    for day in (date(2025, 10, 17), date(2025, 10, 24)):
        changed = {"change_kind": "family_split", "household_id": "h2"}
        weeks.put("identity_change", batch_date=day, previous_household_id="h1", **changed)
    assert told(weeks) == [("family_split", "h2", False)]


def test_a_family_with_another_card_enters_and_leaves_nothing(weeks: TwoWeeks) -> None:
    weeks.week("2025-10-17")
    weeks.db.execute("update dim_person set household_id = 'h2'")
    weeks.db.execute("update dim_household set household_id = 'h2', national_decile = 7")
    weeks.week("2025-10-24")
    renewed = {"change_kind": "card_renewed", "previous_household_id": "h1"}
    weeks.put("identity_change", batch_date=date(2025, 10, 24), household_id="h2", **renewed)
    last = {"as_of_date": date(2025, 10, 17)}
    weeks.put("past_week_enrolment", programme_id="pkh", family_key="h1", household_id="h1", **last)
    weeks.put("past_week_enrolment", programme_id="klj", family_key="h1", household_id="h1", **last)
    weeks.put("week_enrolment", programme_id="pkh", family_key="h2", household_id="h2")
    assert told(weeks) == [
        ("card_renewed", "h2", False),
        ("decile_changed", "h2", True),
        ("left", "h2", False),
    ]
