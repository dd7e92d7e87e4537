"""What the comparison found in compiled rules, each as a case of its own."""

from datetime import date

import pytest
from single import by_component, flat, home_aid, money, row_of

from selaras.errors import Refusal

BIG = 2_000_000_000


@pytest.mark.parametrize("when", ["(:most) >= 1", ":flag", "not :flag or :most = 2", "(:most = 1)"])
def test_a_condition_may_begin_with_a_parameter(when: str) -> None:
    parameters = {name: 1 if name == "most" else True for name in ("most", "flag") if name in when}
    assert row_of(home_aid(when, flat("1"), **parameters))["verdict"] in ("eligible", "ineligible")


def test_a_product_beyond_32_bits_is_worked_out() -> None:
    raw = home_aid("member_count * :each <= :ceiling", flat(":each * 3"), each=BIG, ceiling=BIG * 4)
    assert money(row_of(raw, member_count=4)) == (BIG * 3, BIG * 3)
    assert row_of(raw, member_count=5)["verdict"] == "ineligible"


def test_a_product_beyond_64_bits_stops_nothing_and_is_no_amount() -> None:
    raw = home_aid("monthly_income * 12 > 1", flat("monthly_income * 2"))
    row = row_of(raw, monthly_income=2**63 - 1)
    assert row["verdict"] == "eligible" and money(row) == (None, None)


@pytest.mark.parametrize("kind", ["flat", "components"])
def test_a_fraction_of_a_rupiah_is_rounded_down(kind: str) -> None:
    benefit = (
        flat(":pay * :rate") if kind == "flat" else by_component("2", a=("true", ":pay * :rate"))
    )
    raw = home_aid("true", benefit, pay=3, rate=0.5)
    members = ({},) if kind == "components" else ()
    assert money(row_of(raw, members=members)) == (1, 1)


def test_a_small_fraction_keeps_a_comparison_exact() -> None:
    raw = home_aid(
        "monthly_income > :rate and monthly_income > :most", flat("1"), rate=0.00001, most=2**53
    )
    assert row_of(raw, monthly_income=2**53 + 1)["verdict"] == "eligible"


@pytest.mark.parametrize(
    ("aged", "owns_car", "range_"),
    [
        (None, True, (200, 300)),  # the first may match, and else the second does
        (None, None, (None, 300)),  # perhaps none matches
        (False, False, (None, None)),  # none matches
        (True, None, (300, 300)),  # the first matches, whatever the second
    ],
)
def test_an_open_tier_leaves_a_range(aged: object, owns_car: object, range_: tuple) -> None:
    tiers = {
        "first": {"when": "has_living_member", "amount": "300"},
        "second": {"when": "owns_car", "amount": "200"},
    }
    raw = home_aid("true", {"kind": "tiered", "per": "month", "tiers": tiers})
    row = row_of(raw, has_living_member=aged, owns_car=owns_car)
    assert row["verdict"] == "eligible" and money(row) == range_


def test_what_is_certain_stays_certain_beside_a_component_without_a_price() -> None:
    benefit = by_component("4", child=("age_years < 7", "100"), ill=("has_disability", ":later"))
    raw = home_aid("has_component", benefit, later={date(2026, 1, 1): 500})
    assert money(row_of(raw, members=({"age_years": 3},))) == (100, None)
    ill = {"age_years": 3, "has_disability": True}
    assert money(row_of(raw, members=(ill,))) == (None, None)


def test_nobody_is_paid_where_at_most_none_are() -> None:
    raw = home_aid("has_component", by_component("0", child=("age_years < 7", "100")))
    assert money(row_of(raw, members=({"age_years": 3},))) == (0, 0)


def test_a_requirement_names_a_figure_that_is_not_yet_in_force() -> None:
    raw = home_aid("national_decile <= :most", flat("1"), most={date(2026, 1, 1): 4})
    assert (
        row_of(raw, national_decile=3)["reasons"]["is_met"]["required"]
        == "national_decile <= :most"
    )


@pytest.mark.parametrize(
    ("when", "words"), [("1 < 2 = owns_car", "two ways"), ("owns_car = not owns_car", "two ways")]
)
def test_what_can_be_read_in_two_ways_is_refused(when: str, words: str) -> None:
    with pytest.raises(Refusal, match=words):
        row_of(home_aid(when, flat("1")))
