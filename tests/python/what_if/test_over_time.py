"""Reforms over several days: landed weeks as they were said, and projections that can be redone."""

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from hashlib import sha256
from math import exp

import duckdb
import pytest

from selaras.cli.time_told import lines
from selaras.errors import Refusal
from selaras.history.store import weeks
from selaras.what_if import base_of
from selaras.what_if.over_time import over_time
from selaras.what_if.stand_in import StandIn, stand_ins
from selaras.workspace import Workspace

LOWER = "senior_card_decile_four"
PROGRAMMES = ["klj", "pkh"]
TOLD = "select programme_id, coalesce(person_id, household_id), verdict, entitled_amount from {}"
ASKED = " where programme_id in ('klj', 'pkh') order by all"


@pytest.fixture
def asking(own: Workspace, built: Workspace) -> Workspace:
    """The built warehouse with its weeks, in a home that a test may write to."""
    (own.project / "reforms").rmdir()
    (own.project / "reforms").symlink_to(built.project / "reforms")
    (own.home / "history").symlink_to(built.history)
    return own


@pytest.fixture
def stand_in(asking: Workspace) -> Iterator[StandIn]:
    """What makes warehouses of other days."""
    with stand_ins(asking, PROGRAMMES) as found:
        yield found


def answer(place: object, query: str) -> list[tuple]:
    """What a query finds in a database."""
    with closing(duckdb.connect(str(place), read_only=True)) as connection:
        return connection.execute(query).fetchall()


def test_a_landed_week_is_judged_as_it_was_then(asking: Workspace, stand_in: StandIn) -> None:
    first, *_ = weeks(asking)
    place = stand_in.of_week(first.day)
    kept = f"read_parquet('{first.folder}/week_verdict.parquet')"
    said = answer(place, TOLD.format(kept) + ASKED)
    assert len(said) > 100
    assert answer(place, TOLD.format("eligibility.fct_eligibility") + ASKED) == said


def test_a_projection_to_today_is_today(asking: Workspace, stand_in: StandIn) -> None:
    today = base_of(asking).day
    place = stand_in.projected(today, today, 0, [])
    said = answer(asking.database, TOLD.format("eligibility.fct_eligibility") + ASKED)
    assert len(said) > 100
    assert answer(place, TOLD.format("eligibility.fct_eligibility") + ASKED) == said


def drawn(seed: int, event: str, who: str) -> float:
    """What is drawn for somebody, worked out from the sentence that says how."""
    return int(sha256(f"{seed}|{event}|{who}".encode()).hexdigest()[:13], 16) / 16**13


def test_who_dies_and_is_born_can_be_drawn_again_by_hand(
    asking: Workspace, stand_in: StandIn
) -> None:
    today, seed = base_of(asking).day, 7
    later = today.replace(year=today.year + 2)
    years = (later - today).days / 365.25
    rates = [
        ("died", "60+", 9, 1.0, 0.3),
        ("born", "all", 9, 1.0, 0.2),
        ("left", "all", 9, 1.0, 0.05),
    ]
    place = stand_in.projected(today, later, seed, rates)
    people = "select person_id, household_id, birth_date, age_years, is_member, is_alive, sex from"
    before = answer(asking.database, f"{people} conformed.dim_person")
    after = {row[0]: row for row in answer(place, f"{people} conformed.dim_person")}
    leaving, dying, bearing = 1 - exp(-0.05 * years), 1 - exp(-0.3 * years), 1 - exp(-0.2 * years)
    gone = dead = born = 0
    for who, home, birth, age, is_member, is_alive, sex in before:
        _, _, _, age_then, is_member_then, is_alive_then, _ = after[who]
        goes = home is not None and drawn(seed, "left", home) < leaving
        old = age is not None and age >= 60
        dies = bool(is_member and is_alive and old and drawn(seed, "died", who) < dying)
        bears = bool(is_member and sex == "female" and age and 15 <= age <= 49)
        bears = bears and drawn(seed, "born", who) < bearing
        assert is_alive_then == (False if dies else is_alive)
        assert is_member_then == (False if dies or (goes and is_member) else is_member)
        passed = birth and (later.month, later.day) < (birth.month, birth.day)
        assert age_then == (later.year - birth.year - bool(passed) if birth else None)
        assert (f"{who}*" in after) == bears
        gone, dead, born = gone + (goes and bool(is_member)), dead + dies, born + bears
    assert min(gone, dead, born) > 5


def test_rates_are_what_happened_in_the_weeks_by_those_at_risk(
    asking: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("selaras.what_if.over_time.SEEDS", 4)
    (asking.home / "history").unlink()
    today = base_of(asking).day
    [(elderly,)] = answer(
        asking.database,
        "select count(*) from conformed.dim_person where age_years >= 60 and is_member",
    )
    for day in (today - timedelta(days=70), today):
        folder = asking.history / f"as_of_date={day}"
        folder.mkdir(parents=True)
        place = folder / "week_family_change.parquet"
        with closing(duckdb.connect()) as connection:
            connection.execute(f"attach '{asking.database}' as home (read_only)")
            happened = (
                "select 'died' as change_kind, person_id, household_id"
                " from home.conformed.dim_person where age_years >= 60 and is_member"
                f" order by person_id limit {3 if day == today else 0}"
            )
            connection.execute(f"copy ({happened}) to '{place}'")
        sizes = {place.name: place.stat().st_size}
        told = {"landing": "", "files": dict.fromkeys(sizes, ""), "sizes": sizes}
        (folder / "week.json").write_text(json.dumps(told), encoding="utf-8")
    found = over_time(asking, [LOWER], [], today + timedelta(days=365))
    [rate] = [row for row in found.rates if (row["event"], row["age_group"]) == ("died", "60+")]
    assert rate["events"] == 3
    assert rate["rate_a_year"] == pytest.approx(3 / (elderly * 70 / 365.25))
    [row] = [row for row in found.days if row["seeds"] and row["programme_id"] == "klj"]
    assert row["seeds"] == 4
    assert row["certain_after_low"] <= row["certain_after"] <= row["certain_after_high"]
    assert row["certain_after_low"] < row["certain_after_high"]


def test_too_few_weeks_measure_nothing_and_say_so(asking: Workspace) -> None:
    first, last = weeks(asking)
    found = over_time(asking, [LOWER], [first.day], last.day + timedelta(days=365))
    told = list(lines(found))
    noted = answer(found.database, "select day, landing, base_rules <> rules from judged_by")
    landed = {(first.day, first.landing, True), (last.day, base_of(asking).landing, True)}
    assert landed < set(noted)
    assert [row["seeds"] for row in found.days if row["programme_id"] == "klj"] == [0, 0, 1]
    assert sum("28" in line and "7" in line for line in told) == 1
    with pytest.raises(Refusal) as refused:
        over_time(asking, [LOWER], [date(2000, 1, 1)], None)
    assert refused.value.key == "what_if.no_week"
    with pytest.raises(Refusal) as refused:
        over_time(asking, [LOWER], [], last.day)
    assert refused.value.key == "what_if.until_past"
