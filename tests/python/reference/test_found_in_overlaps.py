"""What the comparison found in the overlap models, each as a case of its own."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pytest
from drawn.overlaps import PROGRAMMES, TODAY
from interpreter.overlap import Enrolment
from met import answered, counted_in, seed_of, warehouse
from project import KEPT, TITLE, aid, vocabulary, write_project

from selaras.errors import Refusal
from selaras.rules.compiler import compile_rules

CITED = {"says": TITLE, "basis": "not known", "status": "assumed"}
DAY = timedelta(days=1)
SPELL = Enrolment("e1", "aid_b", None, "p1", "h1", 300, date(2025, 10, 1), date(2026, 1, 1))


def overlaps(rules: dict, *enrolments: Enrolment) -> duckdb.DuckDBPyConnection:
    """The overlap models over some enrolments."""
    with TemporaryDirectory() as folder:
        rules = {
            name: {"valid_from": date(2025, 1, 1), **CITED, **rule} for name, rule in rules.items()
        }
        write_project(Path(folder), vocabulary(KEPT), [aid()], rules, PROGRAMMES)
        return warehouse(seed_of(compile_rules(Path(folder))), list(enrolments), [], TODAY)


def pair(kind: str, *sides: str, scope: str = "person", **more: object) -> dict:
    """A rule between sides."""
    return {"kind": kind, "scope": scope, "between": list(sides), **more}


def limit(value: int, counts: str, *sides: str) -> dict:
    """A cap on a family."""
    most = {"value": value, "counts": counts, "status": "assumed", "source": "x"}
    return pair("cap", *sides, scope="household", at_most=most)


OTHER = replace(SPELL, id="e2", programme="aid_c", amount=200)


def test_a_finding_that_still_runs_has_no_end() -> None:
    dated = replace(OTHER, id="e3", person="p2")
    rules = {"both": pair("exclusive", "aid_b", "aid_c", scope="household")}
    db = overlaps(rules, replace(SPELL, ends_on=None), replace(OTHER, ends_on=None), dated)
    [[found], _] = answered(db)
    assert (found.starts_on, found.ends_on, found.at_stake) == (SPELL.starts_on, None, 300)


def test_an_enrolment_of_unknown_status_meets_others() -> None:
    db = overlaps({"both": pair("exclusive", "aid_b", "aid_c")}, replace(SPELL, status=None), OTHER)
    assert len(answered(db)[0]) == 1


@pytest.mark.parametrize("sides", [("aid_b", "aid_b"), ("aid_b", "aid_b:elderly")])
def test_a_side_within_another_is_refused(sides: tuple[str, str]) -> None:
    with pytest.raises(Refusal, match="already part of another side"):
        overlaps({"both": pair("exclusive", *sides)})


def test_a_cap_counts_people_and_not_lists() -> None:
    twice = replace(SPELL, id="e4", programme="aid_c", amount=50)
    second = replace(SPELL, id="e5", person="p2", amount=320)
    db = overlaps({"one": limit(1, "people", "aid_b", "aid_c")}, SPELL, twice, second)
    [[found], _] = answered(db)
    assert found.at_stake == 320  # the first person gets 350 on two lists


def test_a_cap_on_money_puts_what_is_past_it_at_stake() -> None:
    db = overlaps({"most": limit(450, "rupiah", "aid_b", "aid_c")}, SPELL, OTHER)
    [[found], _] = answered(db)
    assert (found.at_stake, found.programme) == (50, None)


def test_a_cap_over_several_benefits_keeps_its_id_when_a_list_drops_out() -> None:
    rules = {"one": limit(0, "people", "aid_b", "aid_c")}
    ids = [
        overlaps(rules, *found).execute("select finding_id from finding").fetchall()
        for found in ((SPELL, OTHER), (SPELL,))
    ]
    assert ids[0] == ids[1] and len(ids[0]) == 1


def test_a_cap_over_several_benefits_adds_only_what_is_not_counted_yet() -> None:
    rules = {
        "both": pair("exclusive", "aid_b", "aid_c"),
        "most": limit(200, "rupiah", "aid_b", "aid_c"),
    }
    assert counted_in(overlaps(rules, SPELL, OTHER)) == {("h1", "aid_c"): 200, ("h1", None): 100}


def test_a_family_counts_the_same_benefit_once_under_several_rules() -> None:
    rules = {
        "person": pair("exclusive", "aid_b", "aid_c", keep="aid_b"),
        "family": pair("same_purpose", "aid_b", "aid_c", scope="household", keep="aid_b"),
        "again": pair("segment", "aid_c", "aid_b", scope="household", keep="aid_b"),
    }
    db = overlaps(rules, SPELL, OTHER)
    assert len(answered(db)[0]) == 3 and counted_in(db) == {("h1", "aid_c"): 200}


@pytest.mark.parametrize(("component", "has_gap"), [("elderly", True), ("primary", False)])
def test_only_the_component_that_expects_another_benefit_leaves_a_gap(
    component: str, has_gap: bool
) -> None:
    rules = {"package": pair("complement", "aid_a:elderly", "aid_c", expects="aid_c")}
    listed = replace(SPELL, programme="aid_a", component=component)
    elsewhere = replace(OTHER, person="p9", household="h9")
    assert bool(answered(overlaps(rules, listed, elsewhere))[1]) is has_gap


def test_a_gap_is_not_told_for_a_time_between_two_lists() -> None:
    later = TODAY + 60 * DAY
    rules = {"package": pair("complement", "aid_b", "aid_c", expects="aid_c", valid_from=later)}
    rules["package"]["valid_to"] = later + 10 * DAY
    before = replace(OTHER, person="p9")
    after = replace(before, id="e8", starts_on=later + 20 * DAY, ends_on=None)
    assert not answered(
        overlaps(rules, replace(SPELL, ends_on=None), replace(before, ends_on=later - DAY), after)
    )[1]
