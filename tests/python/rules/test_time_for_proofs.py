"""Proofs take no more than their time, and what was not proved is told."""

from itertools import count
from pathlib import Path

import pytest
from small_book import TODAY, VOCABULARY, found, with_criteria, write_book

from selaras.rules.all_checks import review_rules
from selaras.rules.check.whole_book import read_book
from selaras.rules.prove import Clock, analyse
from selaras.rules.prove.world import World
from selaras.rules.read.problems import Problems

MANY = {f"older_{at}": f"age >= {at} or is_ill" for at in range(1, 61)}
IMPOSSIBLE = {"never": "age < 0", "healthy": "not is_ill"}


def told(folder: Path, clock: Clock, **conditions: str) -> Problems:
    """What is noted of the small rule with these criteria."""
    book = read_book(write_book(folder, with_criteria(**conditions)), Problems())
    problems = Problems()
    analyse(book.rules[0], book.vocabulary, problems, clock)
    return problems


def test_without_time_nothing_is_proved_and_everything_is_named(tmp_path: Path) -> None:
    found = told(tmp_path, Clock(0), **IMPOSSIBLE)
    assert {each.key for each in found.all} == {"not_proved"}
    names = {each.words for each in found.all}
    assert "never, healthy" in names and "age < 0" in names
    assert not any(each.is_error for each in found.all)


def test_what_matters_most_is_proved_first(tmp_path: Path) -> None:
    ticks = count()
    found = told(tmp_path, Clock(1200, lambda: float(next(ticks))), **MANY, never="age < 0")
    keys = [each.key for each in found.all]
    assert "never_holds" in keys
    [left] = [each for each in found.all if each.key == "not_proved"]
    assert "(+" in left.message and "follows from the other" in left.message


def test_with_time_nothing_is_left(tmp_path: Path) -> None:
    assert "not_proved" not in {each.key for each in told(tmp_path, Clock(600), **IMPOSSIBLE).all}


def test_a_long_file_takes_no_time_from_the_others(tmp_path: Path) -> None:
    project = write_book(tmp_path, with_criteria(**MANY))
    other = with_criteria(**IMPOSSIBLE).replace("programme: demo", "programme: third")
    (project / "rules/third.yml").write_text(other, encoding="utf-8")
    problems = review_rules(project, TODAY, seconds=1)
    short = {each.key for each in problems if each.place.file == "rules/third.yml"}
    assert "never_holds" in short and "not_proved" not in short


def test_a_question_that_is_too_hard_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = VOCABULARY.replace(
        "household:", "  far: {type: integer, description: Far.}\nhousehold:"
    )
    hard = "far * far * far + grade * grade * grade = age * age * age * 7 + 5"
    project = write_book(tmp_path, with_criteria(hard=hard))
    (project / "rules/vocabulary.yml").write_text(words, encoding="utf-8")
    start = World.__post_init__

    def hasty(self: World) -> None:
        start(self)
        self.solver.set("rlimit", 1)

    monkeypatch.setattr(World, "__post_init__", hasty)
    names = {each.words for each in found(project, "not_proved")}
    assert any("hard" in each for each in names)
