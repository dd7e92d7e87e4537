"""Sentences take their figures from parameters, in both languages and on every day."""

import csv
import io
from pathlib import Path

import pytest
from small_book import RULE, found, write_book

from selaras.rules.check.whole_book import load
from selaras.rules.compiler import compile_rules
from selaras.rules.read.problems import Problems
from selaras.workspace import PROJECT

SAYS = "{id: Tua., en: Old.}"
FILLED = '{id: "Berusia {min_age} tahun.", en: "Is {min_age} or older."}'
LATER = "      2025-07-01: {value: 65, status: assumed, source: none}\n"
MONEY = """\
  max_income:
    unit: rupiah per month
    values:
      2020-01-01: {value: 4_500_000, status: assumed, source: none}
"""


def book(says: str, more: str = "") -> str:
    """The small rule with another sentence, and perhaps a later value of its figure."""
    return RULE.replace(SAYS, says).replace("source: none}\n", "source: none}\n" + more, 1)


def seed(files: dict[Path, str], name: str) -> list[dict[str, str]]:
    """The rows of a seed about the criterion that is asked."""
    rows = csv.DictReader(io.StringIO(files[Path(f"seeds/generated/{name}.csv")]))
    return [each for each in rows if each["criterion_id"] == "is_old"]


def test_a_sentence_says_the_figure_of_the_day(tmp_path: Path) -> None:
    files = compile_rules(write_book(tmp_path, book(FILLED, LATER)))
    told = [
        (row["valid_from"], row["says_id"], row["says_en"]) for row in seed(files, "requirement")
    ]
    assert told == [
        ("1900-01-01", "Berusia (belum ada) tahun.", "Is (none yet) or older."),
        ("2020-01-01", "Berusia 60 tahun.", "Is 60 or older."),
        ("2025-07-01", "Berusia 65 tahun.", "Is 65 or older."),
    ]


def test_where_no_day_is_asked_for_a_later_figure_has_its_day(tmp_path: Path) -> None:
    files = compile_rules(write_book(tmp_path, book(FILLED, LATER)))
    [row] = seed(files, "criterion")
    assert row["says_id"] == "Berusia 60 (65 mulai 1 Juli 2025) tahun."
    assert row["says_en"] == "Is 60 (65 from 1 July 2025) or older."
    page = files[Path("docs/programmes/demo.md")]
    assert row["says_en"] in page and row["says_id"] in page
    assert "`age >= 60`; `age >= 65` from 2025-07-01" in page


def test_an_amount_on_a_page_names_the_day_of_the_next_one(tmp_path: Path) -> None:
    amount = MONEY.replace("max_income", "amount").replace("4_500_000", "300_000")
    amount += "      2026-07-01: {value: 350_000, status: assumed, source: none}\n"
    rule = RULE.replace("criteria:\n", f"{amount}criteria:\n", 1).replace('"100"', '":amount"')
    page = compile_rules(write_book(tmp_path, rule))[Path("docs/programmes/demo.md")]
    assert "Rp 300,000 per month; Rp 350,000 from 2026-07-01." in page


def test_money_is_written_as_each_language_writes_it(tmp_path: Path) -> None:
    says = '{id: "Paling tinggi {max_income}.", en: "At most {max_income}."}'
    rule = RULE.replace(SAYS, says).replace("criteria:\n", f"{MONEY}criteria:\n", 1)
    rule = rule.replace("when: age >= :min_age", "when: age >= :min_age or age > :max_income")
    [row] = seed(compile_rules(write_book(tmp_path, rule)), "criterion")
    told = (row["says_id"], row["says_en"])
    assert told == ("Paling tinggi Rp 4.500.000.", "At most Rp 4,500,000.")


@pytest.mark.parametrize(
    ("says", "kind", "words", "nearest", "severity"),
    [
        ('{id: Tua., en: "Is {min_agee}."}', "no_such_figure", "min_agee", "min_age", "error"),
        ('{id: Tua., en: "Is {min_age."}', "odd_braces", "Is {min_age.", None, "error"),
        ("{id: Berusia 60., en: Old.}", "digits_in_sentence", "60", "min_age", "warning"),
        ("{id: Tua., en: Of 7 kinds.}", "digits_in_sentence", "7", None, "warning"),
    ],
)
def test_what_a_sentence_writes_itself_is_told(
    tmp_path: Path, says: str, kind: str, words: str, nearest: str | None, severity: str
) -> None:
    [told] = [each.fields() for each in found(write_book(tmp_path, book(says)), kind)]
    assert (told["words"], told["nearest"], told["severity"]) == (words, nearest, severity)
    line = RULE[: RULE.index(SAYS)].count("\n") + 1
    assert (told["file"], told["line"]) == ("rules/demo.yml", line)


def test_no_sentence_of_the_rule_book_writes_a_figure() -> None:

    problems = Problems()
    load(PROJECT, problems)
    assert [str(each) for each in problems.all if each.key == "digits_in_sentence"] == []
