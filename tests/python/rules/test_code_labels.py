"""Codes in words: gathered once, from where each is declared."""

import csv
import io
from pathlib import Path

from selaras.rules.compiler import compile_rules
from selaras.rules.grammar.register import VocabularyBook
from selaras.rules.read.fit import read_model
from selaras.rules.read.problems import Problems
from selaras.rules.read.source import parse_source
from selaras.workspace import PROJECT

SEED = Path("seeds/generated/code_label.csv")


def labels() -> dict[tuple[str, str], tuple[str, str]]:
    """Label in both languages by domain and code."""
    rows = list(csv.reader(io.StringIO(compile_rules(PROJECT)[SEED])))[1:]
    assert len({(domain, code) for domain, code, *_ in rows}) == len(rows)
    return {(domain, code): (told, english) for domain, code, told, english in rows}


def test_a_code_is_called_as_it_is_where_it_is_declared() -> None:
    found = labels()
    assert found["programme", "blts"] == ("BLTS Kesra", "Temporary cash aid")
    assert found["agency", "kemensos"] == ("Kementerian Sosial", "Ministry of Social Affairs")
    assert found["component", "elderly"] == ("Lanjut usia", "Elderly person")
    assert found["school_level", "primary"] == ("SD", "primary school")
    assert found["match_method", "exact"] == ("nomornya sama", "same number")
    assert found["source", "dinsos"] == found["agency", "dinsos_dki"]


def test_every_code_of_the_rule_book_has_words_of_its_own() -> None:
    # A code that nobody gave words is called by its code in both languages.
    found = labels()
    assert [key for key, words in found.items() if set(words) == {key[1]}] == []


def test_values_that_are_only_listed_are_called_by_their_code() -> None:
    # Rule books of earlier commits list them so.
    text = "person:\n  level: {type: text, values: [low, high], description: Level.}\n"
    problems = Problems()
    source = parse_source(f"{text}household: {{}}\n", "rules/vocabulary.yml", problems)
    assert source is not None
    book = read_model(VocabularyBook, source, problems).model
    assert problems.all == []
    assert book is not None
    assert book.person["level"].values == {"low": None, "high": None}
