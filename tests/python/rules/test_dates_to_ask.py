"""A fact that is a date is asked for like any other: by the days on which the rule turns."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from selaras.ask.answers import answers_of
from selaras.ask.family import fewest, open_verdicts
from selaras.rules.check.whole_book import read_book
from selaras.rules.read.problems import Problems

DAY = date(2025, 10, 24)
TURNS = "when: birth_date < date '1965-10-24' or birth_date = date '1970-01-01'"
SOMEBODY = {"age_years": 60, "has_jakarta_id": True, "lives_in_jakarta": True}
SOMEBODY |= {"lives_in_care_home": False, "is_public_pensioner": False}
FAMILY = {"national_decile": 1, "owns_car": False, "highest_property_value": 0}
FAMILY |= {"uses_branded_water": False}
VERDICT = {"programme_id": "klj", "person_id": "p1", "household_id": "h1", "as_of_date": DAY}
VERDICT |= {"verdict": "undetermined", "missing_facts": "birth_date", "is_enrolled": False}
VERDICT |= {"contested_criteria": None}


def test_an_answer_on_each_side_of_each_day_stands_for_all_others(
    project: Path, edit: Callable[[str, str, str], int]
) -> None:
    edit("klj.yml", "when: is_alive", TURNS)
    book = read_book(project, Problems())
    (klj,) = [each for each in book.rules if each.programme == "klj"]
    assert answers_of(klj, book.vocabulary, DAY)["birth_date"] == [
        *("1965-10-23", "1965-10-24", "1965-10-25"),
        *("1969-12-31", "1970-01-01", "1970-01-02"),
    ]
    for unknown, settled in (({}, True), ({"has_jakarta_id": None}, False)):
        [found] = open_verdicts([VERDICT], FAMILY, {"p1": SOMEBODY | unknown}, book)
        assert found.asked == {("p1", "birth_date")}
        assert found.is_settled_by(found.asked) == settled
    [found] = open_verdicts([VERDICT], FAMILY, {"p1": SOMEBODY}, book)
    assert fewest([found]) == {("p1", "birth_date")}
