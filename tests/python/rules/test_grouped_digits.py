"""A number with marks between its thousands is named as what it is, wherever it stands."""

from pathlib import Path

import pytest
from small_book import RULE, found, write_book

VALUE, AMOUNT, CONDITION = "{value: 60", 'amount: "100"', "age >= :min_age"


@pytest.mark.parametrize(
    ("old", "new", "words", "plain"),
    [
        (VALUE, "{value: 300.000", "300.000", "300_000"),
        (VALUE, "{value: 1.300.000", "1.300.000", "1_300_000"),
        (VALUE, "{value: 300,000", "300,000", "300_000"),
        (VALUE, "{value: 1,300,000", "1,300,000", "1_300_000"),
        (VALUE, "{value: '300.000'", "300.000", "300_000"),
        (VALUE, "{value: 300 000", "300 000", "300_000"),
        (VALUE, "{value: Rp 300.000", "Rp 300.000", "300_000"),
        (VALUE, "{value: 'Rp300.000,00'", "Rp300.000,00", "300_000"),
        ("monthly_amount: 100", "monthly_amount: 300.000", "300.000", "300_000"),
        ("given: {age: 60}", "given: {age: 6.000}", "6.000", "6_000"),
    ],
)
def test_a_value_with_marks_between_thousands(
    tmp_path: Path, old: str, new: str, words: str, plain: str
) -> None:
    rule = RULE.replace(old, new, 1)
    told = found(write_book(tmp_path, rule), "grouped_digits")
    assert [(each.words, each.values["plain"]) for each in told] == [(words, plain)]
    assert told[0].place.line == rule[: rule.index(new)].count("\n") + 1
    assert f"write {plain}" in told[0].message and told[0].is_error


@pytest.mark.parametrize(
    ("old", "new"), [(AMOUNT, 'amount: "300.000"'), (CONDITION, "age >= 300.000 + :min_age")]
)
def test_a_condition_or_amount_with_a_dot_between_thousands(
    tmp_path: Path, old: str, new: str
) -> None:
    [told] = found(write_book(tmp_path, RULE.replace(old, new, 1)), "grouped_in_condition")
    assert told.words == "300.000"


@pytest.mark.parametrize("fraction", ["0.125", "1.25", "1000.5", "12.5"])
def test_a_fraction_is_still_one(tmp_path: Path, fraction: str) -> None:
    rule = RULE.replace(VALUE, f"{{value: {fraction}").replace(CONDITION, "age * :min_age > 1")
    assert found(write_book(tmp_path, rule), "grouped_digits", "mixed_values") == []


@pytest.mark.parametrize("slip", ["valid_form", "validfrom", "vaild_from", "from", "valid from"])
def test_a_slip_of_the_first_day_is_offered_the_right_key(tmp_path: Path, slip: str) -> None:
    rule = RULE.replace("valid_from: 2020", f"{slip}: 2020")
    [told] = found(write_book(tmp_path, rule), "unknown_key")
    assert told.fields()["nearest"] == "valid_from"
    dated = RULE.replace("    when: age", "    valid_form: 2021-01-01\n    when: age")
    [told] = found(write_book(tmp_path, dated), "unknown_key")
    assert told.fields()["nearest"] == "from"
