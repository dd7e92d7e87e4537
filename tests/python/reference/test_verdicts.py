"""The compiled SQL answers as the reference interpreter does, whatever the rule book says."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from budget import counting, tries
from compared import answers, units
from disagreement import disagreements
from drawn.book import rule
from drawn.population import population
from hypothesis import given
from hypothesis import strategies as st
from interpreter.rule import Rule, load
from project import KEPT, vocabulary, write_project

from selaras.rules.compiler import compile_rules
from selaras.workspace import PROJECT

FEW = vocabulary(KEPT)
ALL = vocabulary()
PROGRAMMES = tuple(f"aid_{at}" for at in range(6))
SHARED = ("entitlements", "linkage", "overlaps", "programmes", "vocabulary")
MISTAKES = {
    "a threshold taken as passed": (" >= ", " > "),
    "unknown taken as outside": (") is not false", ") is true"),
    "unknown taken as refused": ("when not holds then", "when holds is not true then"),
    "only the best-paid member counted": ("'max(most_people)'", "'1'"),
    "no rounding to months": ("', 3) }}", "', 1) }}"),
    "cancelled lists counted": ("!= 'cancelled'", "!= 'other'"),
}


def real_rules() -> list[Rule]:
    """The rules of the project."""
    paths = sorted((PROJECT / "rules").glob("*.yml"))
    return [load(path) for path in paths if path.stem not in SHARED]


@tries(10)
@given(
    raws=st.tuples(*(rule(FEW, name) for name in PROGRAMMES)),
    seed=st.integers(0, 2**32),
)
def test_a_drawn_rule_book_is_compiled_to_what_it_says(raws: tuple[dict, ...], seed: int) -> None:
    with TemporaryDirectory() as folder:
        rules = write_project(Path(folder), FEW, list(raws))
        families = population(rules, FEW, 80, seed)
        cases = list(units(rules, families))
        with counting("cases of drawn rule books", len(cases)):
            found = answers(compile_rules(Path(folder)), FEW, families)
            wrong = list(disagreements(found, cases))
    assert not wrong, "\n".join(wrong[:3])


@tries(1)
@given(seed=st.integers(0, 2**32))
def test_the_rule_book_of_the_project_is_compiled_to_what_it_says(seed: int) -> None:
    rules = real_rules()
    families = population(rules, ALL, 150, seed, 8)
    cases = list(units(rules, families))
    with counting("cases of the real rule book", len(cases)):
        found = answers(compile_rules(PROJECT), ALL, families)
        wrong = list(disagreements(found, cases))
    assert not wrong, "\n".join(wrong[:3])


@pytest.fixture(scope="module")
def family_hope() -> dict[Path, str]:
    """The compiled model of PKH alone, with the seeds."""
    return {
        path: text
        for path, text in compile_rules(PROJECT).items()
        if path.name == "elig_pkh.sql" or path.suffix == ".csv"
    }


def seen_wrong(files: dict[Path, str]) -> list[str]:
    """Where the model of PKH is wrong on a population."""
    rules = [each for each in real_rules() if each.raw["programme"] == "pkh"]
    families = population(rules, ALL, 300, 1, 8)
    return list(disagreements(answers(files, ALL, families), units(rules, families)))


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_in_the_compiled_sql_is_noticed(
    family_hope: dict[Path, str], mistake: str
) -> None:
    right, wrong = MISTAKES[mistake]
    [model] = [path for path in family_hope if path.suffix == ".sql"]
    mistaken = family_hope[model].replace(right, wrong)
    assert mistaken != family_hope[model]
    assert not seen_wrong(family_hope)
    assert seen_wrong(family_hope | {model: mistaken})
