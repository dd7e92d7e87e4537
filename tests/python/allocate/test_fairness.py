"""Who waits, by group: nobody is left out, whatever is not known of them."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from random import Random
from types import SimpleNamespace

import duckdb
import pytest
from rich.console import Console

from selaras.allocate import SQL
from selaras.cli import allocated
from selaras.warehouse import Row, rows

STATES = ("place", "waiting", "no_amount", "open")
PLACES = {  # kecamatan of one name in two cities
    "31.71.01.1001": ("31.71.01", "Tanah", "31.71", "Pusat"),
    "31.72.01.1001": ("31.72.01", "Tanah", "31.72", "Utara"),
    "31.72.02.1001": ("31.72.02", "Muara", "31.72", "Utara"),
}
AGES = (("00-05", 0, 5), ("06-59", 6, 59), ("60+", 60, 150))
TABLES = """
    attach ':memory:' as selaras;
    create schema selaras.conformed;
    create schema selaras.reference;
    create table placed (unit varchar, programme_id varchar, person_id varchar,
        household_id varchar, state varchar, cost bigint);
    create table selaras.conformed.dim_household (household_id varchar, region_code varchar,
        national_decile integer, member_count integer, has_severe_disability_member boolean);
    create table selaras.conformed.dim_person (person_id varchar, sex varchar, age_years integer,
        has_disability boolean);
    create table selaras.conformed.dim_region (region_code varchar, district_code varchar,
        district_name varchar, city_code varchar, city_name varchar);
    create table selaras.reference.open_age_group (age_group varchar, from_age integer,
        to_age integer);
"""


@dataclass(frozen=True)
class Somebody:
    """Somebody of an allocation; None is not known."""

    name: str
    state: str
    cost: int | None
    place: str | None
    decile: int | None
    size: int | None
    sex: str | None
    age: int | None
    disability: bool | None

    def groups(self, unit: str) -> dict[str, str]:
        """The group that each dimension puts them into, worked out here."""
        district, _, city, _ = PLACES.get(self.place or "", (None, None, None, None))
        told: dict[str, object] = {
            "programme": "aid",
            "decile": self.decile,
            "city": city,
            "district": district,
            "family_size": self.size,
            "disability": {None: None, False: "false", True: "true"}[self.disability],
        }
        if unit == "person":
            told["sex"] = self.sex
            told["age_group"] = next(
                (g for g, low, high in AGES if self.age is not None and low <= self.age <= high),
                None,
            )
        return {name: "unknown" if value is None else str(value) for name, value in told.items()}


def somebody(draw: Random, name: str) -> Somebody:
    """Somebody of whom anything may be unknown, the place be one that no region has."""
    state = draw.choice(STATES)
    return Somebody(
        name,
        state,
        None if state in ("no_amount", "open") else draw.choice([300, 450]),
        draw.choice([None, "99.99.99.9999", *PLACES]),
        draw.choice([None, 1, 2, 10]),
        draw.choice([None, 1, 5]),
        draw.choice([None, "male", "female"]),
        draw.choice([None, 3, 30, 60, 151]),
        draw.choice([None, True, False]),
    )


@pytest.fixture(params=["person", "household"])
def told(request: pytest.FixtureRequest) -> Iterator[tuple[str, list[Somebody], list[Row]]]:
    """Drawn people or families, one of them in no family that is known, and their fairness."""
    draw, unit = Random(11), request.param
    people = [somebody(draw, f"x{at}") for at in range(200)]
    people.append(Somebody("lost", "waiting", 300, *[None] * 6))
    with closing(duckdb.connect()) as db:
        db.execute(TABLES)
        for table, found in _tables(unit, people).items():
            marks = ", ".join("?" * len(found[0]))
            db.executemany(f"insert into {table} values ({marks})", found)
        yield unit, people, rows(db, (SQL / "fairness.sql").read_text(encoding="utf-8"))


def _tables(unit: str, people: list[Somebody]) -> dict[str, list[tuple]]:
    """What the warehouse says of them; each lives alone in a family of their name."""
    homes = [each for each in people if each.name != "lost"]
    is_person = unit == "person"
    return {
        "placed": [
            (unit, "aid", each.name if is_person else None, each.name, each.state, each.cost)
            for each in people
        ],
        "selaras.conformed.dim_household": [
            (h.name, h.place, h.decile, h.size, None if is_person else h.disability) for h in homes
        ],
        "selaras.conformed.dim_person": [
            (p.name, p.sex, p.age, p.disability if is_person else None) for p in homes
        ],
        "selaras.conformed.dim_region": [(code, *told) for code, told in PLACES.items()],
        "selaras.reference.open_age_group": list(AGES),
    }


def test_everybody_is_in_one_group_of_each_dimension(
    told: tuple[str, list[Somebody], list[Row]],
) -> None:
    unit, people, found = told
    expected: dict[tuple[str, str], Counter] = {}
    spent: Counter = Counter()
    for each in people:
        for group in each.groups(unit).items():
            expected.setdefault(group, Counter())[each.state] += 1
            spent[group] += each.cost or 0 if each.state == "place" else 0
    assert {
        (row["dimension"], row["grouping"]): (
            row["served"],
            row["waiting"],
            row["without_amount"],
            row["open_verdicts"],
            row["cost"],
        )
        for row in found
    } == {
        group: (*(counted[state] for state in STATES), spent[group])
        for group, counted in expected.items()
    }
    for row in found:
        rest = row["served"] + row["waiting"] + row["without_amount"]
        assert row["entitled"] == rest
        share = pytest.approx(100 * row["served"] / rest, abs=0.0501) if rest else None
        assert row["percent_served"] == share
    unknown = {row["dimension"] for row in found if row["grouping"] == "unknown"}
    assert unknown == {row["dimension"] for row in found} - {"programme"}


def test_two_kecamatan_of_one_name_are_two(told: tuple[str, list[Somebody], list[Row]]) -> None:
    called = {row["grouping"]: row["called"] for row in told[2] if row["dimension"] == "district"}
    assert called == {
        "31.71.01": "Tanah",
        "31.72.01": "Tanah",
        "31.72.02": "Muara",
        "unknown": "unknown",
    }


def test_it_is_told_in_words(
    told: tuple[str, list[Somebody], list[Row]], monkeypatch: pytest.MonkeyPatch
) -> None:
    unit, _, found = told
    monkeypatch.setenv("SELARAS_LANG", "id")
    console = Console(width=120, record=True)
    console.print(allocated._fairness(SimpleNamespace(fairness=found)))
    text = console.export_text()
    assert "belum diketahui" in text and "besar keluarga" in text and "Utara" in text
    assert ("perempuan" in text) == (unit == "person")
    assert not {"unknown", "true", "None", "decile"} & set(text.split())
