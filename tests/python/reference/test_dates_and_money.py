"""Ages to the day, figures on and beside their dates, and money to the last rupiah."""

from calendar import isleap, monthrange
from datetime import date, timedelta
from itertools import product

import duckdb
import pytest
from compared import RENDER
from drawn.population import Family
from single import TODAY, by_component, flat, home_aid, money, row_of, rows_of

DAY = timedelta(days=1)
ODD = 2**53 + 1  # the first whole number that a binary fraction of 64 bits cannot hold
LARGEST = 2**63 - 1
RISE, END = date(2025, 3, 1), date(2025, 7, 1)
INCOMES = (2**53, ODD, ODD + 2, LARGEST - 1, LARGEST)
DAYS = [
    *(date(year, 2, 28) for year in (1900, 1964, 1999, 2000, 2024, 2025)),
    *(date(year, 2, 28) + DAY for year in (1900, 1964, 1999, 2000, 2024, 2025)),
    *(date(2000, month, monthrange(2000, month)[1]) for month in range(1, 13)),
    *(date(2025, month, 1) for month in range(1, 13)),
    *(date(2025, month, monthrange(2025, month)[1]) for month in range(1, 13)),
]


def by_tier(amount: str) -> dict:
    """A benefit of two tiers, of which the second matches all."""
    first, second = {"when": "owns_car", "amount": "1"}, {"when": "true", "amount": amount}
    return {"kind": "tiered", "per": "month", "tiers": {"first": first, "second": second}}


def birthday(born: date, year: int) -> date:
    """The birthday in a year; who was born on 29 February waits for 1 March."""
    if (born.month, born.day) == (2, 29) and not isleap(year):
        return date(year, 3, 1)
    return date(year, born.month, born.day)


def test_an_age_is_the_number_of_birthdays_that_came() -> None:
    pairs = [(born, day) for born, day in product(DAYS, DAYS) if born <= day]
    pairs += [(date(1965, 10, 24), date(2025, 10, 24) + DAY * step) for step in (-1, 0, 1)]
    values = ", ".join(f"(date '{born}', date '{day}')" for born, day in pairs)
    found = duckdb.sql(
        RENDER(
            f"select born, on_day, {{{{ age_in_years('born', 'on_day') }}}}"
            f" from (values {values}) as t (born, on_day)"
        )
    ).fetchall()
    for born, day, age in found:
        years = range(born.year + 1, day.year + 1)
        assert age == sum(birthday(born, year) <= day for year in years), (born, day)


@pytest.mark.parametrize("months", [-12, -1, 1, 2, 12, 48])
def test_a_month_later_is_never_past_the_end_of_its_month(months: int) -> None:
    values = ", ".join(f"(date '{day}')" for day in DAYS)
    query = f"select day, {{{{ add_months('day', {months}) }}}} from (values {values}) as t (day)"
    for day, later in duckdb.sql(RENDER(query)).fetchall():
        whole = day.year * 12 + day.month - 1 + months
        year, month = whole // 12, whole % 12 + 1
        assert later == date(year, month, min(day.day, monthrange(year, month)[1]))


@pytest.mark.parametrize("ceiling", [2**53, ODD, LARGEST - 1])
def test_an_income_is_compared_to_the_last_rupiah(ceiling: int) -> None:
    raw = home_aid("monthly_income <= :most", flat("0"), most=ceiling)
    families = [Family(TODAY, {"monthly_income": income}, []) for income in INCOMES]
    found = [row["is_met"] for row in rows_of(raw, families)]
    assert found == [income <= ceiling for income in INCOMES]


@pytest.mark.parametrize("benefit", [flat(":pay"), by_tier(":pay")], ids=["flat", "tiered"])
@pytest.mark.parametrize(("per", "months"), [("month", 1), ("quarter", 3), ("year", 12)])
def test_an_amount_is_paid_to_the_last_rupiah(benefit: dict, per: str, months: int) -> None:
    amounts = dict(zip((TODAY + DAY * at for at in range(5)), INCOMES, strict=False))
    families = [Family(day, {"owns_car": False}, []) for day in amounts]
    rows = rows_of(home_aid("true", benefit | {"per": per}, pay=amounts), families)
    assert [money(row) for row in rows] == [(each // months,) * 2 for each in amounts.values()]


def test_the_amounts_of_members_add_up_to_the_last_rupiah() -> None:
    benefit = by_component("3", child=("age_years < 7", ":pay"), adult=("age_years > 6", ":more"))
    raw = home_aid("has_component", benefit, pay=ODD, more=ODD + 1)
    ages = tuple({"age_years": age} for age in (3, 3, 40, None))
    assert money(row_of(raw, members=ages)) == (3 * ODD + 1, 3 * ODD + 2)


def test_a_figure_holds_from_its_day_until_the_next() -> None:
    raw = home_aid("true", flat(":pay"), pay={date(2025, 1, 1): 100, RISE: 200, END: None})
    paid = {RISE - DAY: 100, RISE: 200, RISE + DAY: 200, END - DAY: 200, END: None, END + DAY: None}
    rows = rows_of(raw, [Family(day, {}, []) for day in paid])
    assert [row["verdict"] for row in rows] == ["eligible"] * len(paid)
    assert [money(row) for row in rows] == [(each, each) for each in paid.values()]


def test_a_threshold_holds_from_its_day_until_the_next() -> None:
    values = {date(2025, 1, 1): 4, RISE: 5, END: None}
    raw = home_aid("national_decile <= :most", flat("1"), most=values)
    met = {RISE - DAY: False, RISE: True, END - DAY: True, END: None}
    rows = rows_of(raw, [Family(day, {"national_decile": 5}, []) for day in met])
    assert [row["is_met"] for row in rows] == list(met.values())
    assert rows[-1]["missing_facts"] == ":most"


def test_a_programme_runs_from_its_first_day_until_its_end() -> None:
    raw = home_aid("true", flat("1")) | {"valid_from": RISE, "valid_to": END}
    runs = {RISE - DAY: False, RISE: True, END - DAY: True, END: False}
    listed = {(None, raw["programme"]): "active"}
    rows = rows_of(raw, [Family(day, {}, []) for day in runs])
    assert [bool(row) for row in rows] == list(runs.values())
    rows = rows_of(raw, [Family(day, {}, [], dict(listed)) for day in runs])
    assert [row["verdict"] == "eligible" for row in rows] == list(runs.values())
    assert [row["unmet_criteria"] == "is_in_force" for row in rows] == [
        not each for each in runs.values()
    ]
