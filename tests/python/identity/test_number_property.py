"""Numbers go wrong in the ways that are known: what can be repaired is, and nothing else."""

import random
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from number_reading import PROVINCES, Written, holds, lose_nothing, lose_something, spell
from reading_desk import Ask

QUIET = settings(max_examples=30, deadline=None)
DAYS = st.dates(date(1930, 1, 1), date(2025, 10, 24))
NUMBERS = st.builds(
    spell, st.sampled_from(PROVINCES), st.integers(0, 9999), DAYS, st.integers(9001, 9999)
).filter(lambda number: len(set(number)) > 1)
CHANCE = st.integers(0, 10**9).map(random.Random)
REPAIRABLE = st.builds(lose_nothing, NUMBERS, CHANCE)
LOST = st.builds(lose_something, NUMBERS, CHANCE)
SIGNS = "0123456789" * 3 + "OolIi.,-/_ '\"=E+eX?陳é\0\n\u00a0\u200b０٣"
JUNK = st.one_of(
    st.text(st.sampled_from(SIGNS), max_size=20),
    st.text(max_size=20),
    st.text(st.sampled_from(SIGNS), min_size=290, max_size=310),
)
NEARLY = st.builds(
    lambda province, days, serial: province + "7509" + days + serial,
    st.sampled_from([*PROVINCES, "00", "10", "37", "90", "97"]),
    st.from_regex(r"[0-9][0-9][01][0-9][0-9]{2}", fullmatch=True),
    st.sampled_from(["0000", "0001", "9001"]),
)
USABLE = {"valid", "repaired", "float", "date_conflict", "swapped"}


def rows(numbers: list[Written]) -> list[dict]:
    """Each number in a row of its own, once as a NIK and once as a No KK."""
    return [
        {column: each.text, "number_cells": column if each.in_number_cell else None}
        for each in numbers
        for column in ("nik", "no_kk")
    ]


def check(found: list[dict], numbers: list[Written]) -> None:
    """Each column tells the number, what became of it, and the repair."""
    told = [
        tuple(row[f"{column}_{part}"] for part in ("number", "status", "repair"))
        for row, column in zip(found, ("nik", "no_kk") * len(numbers), strict=True)
    ]
    wanted = [(each.number, each.status, each.repair) for each in numbers for _ in range(2)]
    assert told == wanted


@QUIET
@given(st.lists(REPAIRABLE, min_size=1, max_size=30))
def test_what_lost_nothing_comes_back_and_says_how(identify: Ask, numbers: list[Written]) -> None:
    check(identify(rows(numbers)), numbers)


@QUIET
@given(st.lists(LOST, min_size=1, max_size=30))
def test_what_lost_a_digit_never_comes_back(identify: Ask, numbers: list[Written]) -> None:
    check(identify(rows(numbers)), numbers)


@QUIET
@given(st.lists(NEARLY, min_size=1, max_size=60))
def test_sixteen_digits_are_a_number_where_their_structure_holds(
    identify: Ask, numbers: list[str]
) -> None:
    for number, found in zip(numbers, identify([{"nik": n} for n in numbers]), strict=True):
        assert (found["nik_number"] == number) is holds(number, is_card=False), number
    for number, found in zip(numbers, identify([{"no_kk": n} for n in numbers]), strict=True):
        assert (found["no_kk_number"] == number) is holds(number, is_card=True), number


@settings(QUIET, max_examples=50)
@given(st.lists(st.tuples(JUNK, JUNK, st.none() | DAYS), min_size=1, max_size=30))
def test_any_text_is_read_without_an_error_and_no_digit_is_made_up(
    identify: Ask, texts: list[tuple[str, str, date | None]]
) -> None:
    names = ("nik", "no_kk", "birth_date")
    found = identify([dict(zip(names, each, strict=True)) for each in texts])
    for row in found:
        for column, other in (("nik", "no_kk"), ("no_kk", "nik")):
            number, status = row[f"{column}_number"], row[f"{column}_status"]
            assert (number is not None) == (status in USABLE), status
            assert number is None or holds(number, is_card=column == "no_kk")
            text = row[other if status == "swapped" else column]
            assert number is None or number.lstrip("0") in digits_of(text)
    again = [{"nik": row["nik_number"], "no_kk": row["no_kk_number"]} for row in found]
    for before, after in zip(again, identify(again), strict=True):
        assert {"nik": after["nik_number"], "no_kk": after["no_kk_number"]} == before
        assert {after["nik_repair"], after["no_kk_repair"]} == {None}


def digits_of(text: str) -> str:
    """The digits of a text in their order, with the letters that stand for one."""
    letters = {"O": "0", "I": "1", "L": "1"}
    plain = (letters.get(sign, sign) for sign in text.upper())
    return "".join(str(int(sign)) for sign in plain if sign.isdecimal())


@QUIET
@given(st.lists(st.tuples(DAYS, DAYS, st.booleans(), st.booleans()), min_size=1, max_size=30))
def test_columns_are_exchanged_only_with_proof(
    identify: Ask, pairs: list[tuple[date, date, bool, bool]]
) -> None:
    written, wanted = [], []
    for born, issued, is_woman, is_known in pairs:
        nik = spell("31", 7509, born, 9001, is_woman=is_woman)
        card = spell("31", 7509, issued, 9002)
        written.append({"nik": card, "no_kk": nik, "birth_date": born if is_known else None})
        if f"{born:%d%m%y}" != f"{issued:%d%m%y}" if is_known else is_woman:
            wanted.append((nik, "swapped", card, "swapped"))
        elif is_woman:
            wanted.append((card, "valid", None, "malformed"))
        else:
            wanted.append((card, "valid", nik, "valid"))
    names = ("nik_number", "nik_status", "no_kk_number", "no_kk_status")
    assert [tuple(row[name] for name in names) for row in identify(written)] == wanted
