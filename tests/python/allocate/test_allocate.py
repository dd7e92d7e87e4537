"""`selaras allocate`: who gets a place; small cases are compared with trying every allocation."""

import itertools
import json
from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256
from random import Random
from subprocess import CompletedProcess

import duckdb
import numpy as np
import pytest

from selaras.allocate import allocate
from selaras.allocate.choose import choose
from selaras.allocate.review import review_allocations
from selaras.allocate.solver import Limits
from selaras.errors import Refusal
from selaras.what_if import base_of
from selaras.workspace import PROJECT, Workspace

NAME = "trial"
HEAD = f"""\
allocation: {NAME}
title: {{id: Coba, en: Trial}}
basis: a test
programmes: [klj]
keeps: true
lot: 7
order:
  - {{lowest: household.national_decile, says: {{id: desil, en: decile}}}}
  - {{first: has_severe_disability, says: {{id: disabilitas, en: disability}}}}
"""
ENTITLED = """
    select judged.person_id, judged.is_enrolled, home.national_decile, them.has_severe_disability,
        them.sex, greatest(judged.entitled_amount, judged.possible_amount) as amount
    from eligibility.fct_eligibility as judged
    inner join conformed.dim_household as home using (household_id)
    inner join conformed.dim_person as them on judged.person_id = them.person_id
    where judged.programme_id = 'klj' and judged.verdict = 'eligible'
"""


def write(workspace: Workspace, text: str) -> None:
    """Write an allocation."""
    path = workspace.project / "allocations" / f"{NAME}.yml"
    path.write_text(HEAD + text, encoding="utf-8")


def placed(workspace: Workspace) -> list[tuple]:
    """Everybody of the result by rank: who, whether served, and what keeps them waiting."""
    place = workspace.what_if / f"allocation-{NAME}.duckdb"
    with duckdb.connect(str(place), read_only=True) as connection:
        return connection.execute(
            "select person_id, state = 'place', closed_by from placed"
            " where state in ('place', 'waiting') order by position"
        ).fetchall()


def by_hand(workspace: Workspace) -> list[tuple]:
    """Everybody entitled in the order of the keys, worked out in Python."""
    with duckdb.connect(str(workspace.database), read_only=True) as connection:
        found = connection.execute(ENTITLED).fetchall()

    def key(row: tuple) -> tuple:
        person, enrolled, decile, severe, *_ = row
        lot = sha256(f"7:klj:{person}".encode()).hexdigest()
        unknown = severe is None
        return not enrolled, decile is None, decile or 0, unknown, not severe, lot

    return sorted(found, key=key)


@pytest.mark.parametrize("as_many", [False, True])
def test_a_choice_is_the_first_of_all_admissible_ones(as_many: bool) -> None:
    random, refused = Random(3), 0
    for _ in range(60):
        people, kinds = random.randint(1, 8), random.randint(1, 4)
        classes = np.array([random.randrange(kinds) for _ in range(people)])
        costs = np.array([random.choice([200, 250, 300]) for _ in range(kinds)])
        inside = np.array([random.randint(0, 1) for _ in range(kinds)])
        rows, most = [costs, 30 - 100 * inside], [random.randint(0, 2000), 0]
        if random.random() < 0.5:
            rows, most = [*rows, -inside], [*most, -random.randint(0, 3)]
        admissible = [
            served
            for served in itertools.product([True, False], repeat=people)
            if all(
                sum(int(row[kind]) for kind, one in zip(classes, served, strict=True) if one)
                <= bound
                for row, bound in zip(rows, most, strict=True)
            )
        ]
        if as_many:
            largest = max(map(sum, admissible), default=0)
            admissible = [served for served in admissible if sum(served) == largest]
        found = choose(classes, kinds, Limits.of(rows, most), as_many)
        if not admissible:
            assert found is None
            refused += 1
        else:
            assert found is not None
            assert tuple(found.served) == max(admissible)
    assert 0 < refused < 60


def test_the_pot_goes_to_those_who_come_first_and_is_never_passed(own: Workspace) -> None:
    wanted = by_hand(own)
    pot = 12 * sum(row[-1] for row in wanted[: len(wanted) // 2]) + 1
    write(own, f"pot: {{rupiah: {pot}, months: 12}}\n")
    summary, found = allocate(own, NAME).summary, placed(own)
    assert [person for person, *_ in found] == [row[0] for row in wanted]
    assert [served for _, served, _ in found] == [at < len(wanted) // 2 for at in range(len(found))]
    assert summary["possible"] == pot - 1
    assert {closed for _, served, closed in found if not served} == {"pot"}


def test_a_quota_lets_who_is_needed_for_it_come_before_others(own: Workspace) -> None:
    wanted = by_hand(own)
    places = len(wanted) // 3
    write(
        own,
        f"pot: {{places: {places}}}\nquotas:\n"
        "  men: {when: sex = 'male', at_least_percent: 60}\n",
    )
    allocate(own, NAME)
    sexes = {row[0]: row[4] for row in wanted}
    found = placed(own)
    men = -(-60 * places // 100)
    women = places - men
    # Of each sex those who come first; the quota binds only if fewer men would have come.
    assert sum(sexes[row[0]] == "male" for row in wanted[:places]) < men
    expected = set()
    for sex, most in (("male", men), ("female", women)):
        expected |= set([row[0] for row in wanted if row[4] == sex][:most])
    assert {person for person, served, _ in found if served} == expected


def test_the_lot_is_repeatable_and_a_free_place_goes_to_the_next(own: Workspace) -> None:
    places = len(by_hand(own)) // 3
    write(own, f"pot: {{places: {places}}}\n")
    first = allocate(own, NAME)
    before = placed(own)
    allocate(own, NAME)
    assert placed(own) == before
    allocate(own, NAME, (before[0][0],))
    now = {person for person, served, _ in placed(own) if served}
    [comes_in] = now - {person for person, served, _ in before if served}
    assert comes_in == first.next_ones[0]["person_id"]


def test_quotas_that_cannot_be_met_are_refused_with_the_fewest(own: Workspace) -> None:
    write(
        own,
        "pot: {places: 10}\nquotas:\n"
        "  men: {when: sex = 'male', at_least_percent: 60}\n"
        "  old: {when: age_years >= 60, at_least_percent: 10}\n"
        "  women: {when: sex = 'female', at_least_percent: 50}\n",
    )
    [problem] = review_allocations(own.project)
    assert problem.values["name"] == "men, women"
    write(own, "pot: {places: 10}\nquotas:\n  men: {when: sex = 'male', at_least: 11}\n")
    with pytest.raises(Refusal) as refused:
        allocate(own, NAME)
    assert refused.value.key == "allocate.conflict"
    assert refused.value.values["quotas"] == "pot, men"


def test_a_quota_for_each_city_binds_every_city(own: Workspace) -> None:
    query = ENTITLED.replace("them.sex", "home.city_code")
    with duckdb.connect(str(own.database), read_only=True) as connection:
        cities = {row[0]: row[4] for row in connection.execute(query).fetchall()}
    wanted = [row[0] for row in by_hand(own)]
    places, most = len(wanted) // 2, len(wanted) // 10
    write(
        own,
        f"pot: {{places: {places}}}\nquotas:\n"
        f"  by_city: {{each: household.city_code, at_most: {most}}}\n",
    )
    assert review_allocations(own.project) == []
    allocate(own, NAME)
    found, expected, full = placed(own), [], dict.fromkeys(cities.values(), 0)
    for person in wanted:
        if len(expected) < places and full[cities[person]] < most:
            expected.append(person)
            full[cities[person]] += 1
    assert max(full.values()) == most
    assert [person for person, served, _ in found if served] == expected
    named = {closed for _, served, closed in found if not served}
    assert any(each.startswith("by_city_31") for each in named)


def test_who_has_waited_longer_without_a_gap_comes_first(own: Workspace) -> None:
    today = base_of(own).day
    with duckdb.connect(str(own.database), read_only=True) as connection:
        missed = connection.execute(
            "select person_id from eligibility.fct_eligibility"
            " where programme_id = 'klj' and coverage = 'missed' order by all limit 3"
        ).fetchall()
    always, once, lately = (person for (person,) in missed)
    for ago, waiting in ((70, [always, once]), (35, [always, lately])):
        day = today - timedelta(days=ago)
        folder = own.history / f"as_of_date={day}"
        folder.mkdir(parents=True)
        place = folder / "week_verdict.parquet"
        told = ", ".join(f"('klj', '{who}', 'missed', date '{day}')" for who in waiting)
        with duckdb.connect() as connection:
            connection.execute(
                f"copy (from (values {told}) as said (programme_id, person_id, coverage,"
                f" as_of_date)) to '{place}'"
            )
        sizes = {place.name: place.stat().st_size}
        note = {"landing": "", "files": dict.fromkeys(sizes, ""), "sizes": sizes}
        (folder / "week.json").write_text(json.dumps(note), encoding="utf-8")
    write(own, "")
    path = own.project / "allocations" / f"{NAME}.yml"
    waited = "order:\n  - {waited: true, says: {id: bulan, en: months}}\npot: {places: 2}\n"
    path.write_text(HEAD[: HEAD.index("keeps")] + "lot: 7\n" + waited, encoding="utf-8")
    allocate(own, NAME)
    assert [person for person, served, _ in placed(own) if served] == [always, lately]
    place = own.what_if / f"allocation-{NAME}.duckdb"
    with duckdb.connect(str(place), read_only=True) as connection:
        months = connection.execute(
            "select months_waited, reason_english from placed where person_id in (?, ?, ?)"
            " order by position",
            [always, once, lately],
        ).fetchall()
    assert months == [(2, "months: 2"), (1, "months: 1"), (0, "months: 0")]


def test_what_is_wrong_is_told_where_it_stands(own: Workspace) -> None:
    write(own, "pot: {places: 10}\nquotas:\n  men: {when: sexx = 'male', at_least: 1}\n")
    [problem] = review_allocations(own.project)
    assert str(problem).startswith(f"allocations/{NAME}.yml:12:")
    assert "sex" in problem.message


def test_the_command_tells_it_and_the_projects_own_is_sound(
    built: Workspace, own: Workspace, selaras: Callable[..., CompletedProcess[str]]
) -> None:
    assert review_allocations(PROJECT) == []
    found = selaras("allocate", "senior_card_places", "--home", own.home, "--json")
    told = json.loads(found.stdout)
    assert told["served"] > 0
    assert told["possible"] <= 100_000_000
    counts = ("served", "waiting", "without_amount", "open_verdicts")
    for dimension in {each["dimension"] for each in told["fairness"]}:
        of_it = [each for each in told["fairness"] if each["dimension"] == dimension]
        assert [sum(each[name] for each in of_it) for name in counts] == [
            told[name] for name in counts
        ]
    unknown = selaras("allocate", "nothing", "--home", own.home, "--lang", "en")
    assert (unknown.returncode, "senior_card_places" in unknown.stderr) == (2, True)
