"""From files to people: rows without a usable number, and what people decide on them."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest
from lists import (
    DAYS,
    FOUND,
    LEFT,
    OPEN,
    residents,
    row_of,
    write_decisions,
    write_pkd,
    write_zeroed,
)

from selaras.dbt import run_dbt
from selaras.landing import land
from selaras.sample import write_sample
from selaras.workspace import Workspace

PKD, KIPK = "pkd_2025_10.csv", "kipk_2025_ganjil.csv"
Match = tuple[str | None, str, float | None, str | None]
OF_ROW = """
    select person.nik, match.match_method, match.score, match.candidate_id
    from identity.match as match left join identity.person as person using (person_id)
    where match.file = $file and match.line = $line
"""
MODELS = ["--select", "+path:models/identity", "+decision_outcome", "+mart_data_quality",
          "--exclude-resource-type", "test", "--exclude-resource-type", "unit_test"]  # fmt: skip


@dataclass
class City:
    """A workspace, its inbox, and the people whom the rows of its lists name."""

    workspace: Workspace
    inbox: Path
    people: list[dict[str, str]]

    def build(self) -> None:
        land(self.inbox, self.workspace)
        run_dbt(self.workspace, ["build", *MODELS])

    def ask(self, sql: str, **values: object) -> list[tuple]:
        with duckdb.connect(str(self.workspace.database), read_only=True) as connection:
            return connection.execute(sql, values or None).fetchall()

    def match(self, line: int, file: str = PKD) -> Match:
        [found] = self.ask(OF_ROW, file=file, line=line)
        return found


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[City]:
    """A city whose cards list is in disorder; the same list comes again with decisions."""
    folder = tmp_path_factory.mktemp("city")
    write_sample(families=1500, weeks=1, seed=3, out=folder / "made", clean=True)
    first, second = (folder / "inbox" / day for day in DAYS)
    shutil.copytree(folder / "made" / DAYS[0], first)
    (first / "manifest.csv").unlink()
    people = residents(first)[::7]
    damaged = [*FOUND.values(), *OPEN.values(), *LEFT.values()]
    rows = [row_of(person) for person in people[: len(damaged)]]
    write_pkd(first, [row | way(row) for row, way in zip(rows, damaged, strict=True)])
    write_zeroed(first, people[100:140])
    city = City(Workspace.at(folder / "home"), folder / "inbox", people)
    city.build()
    second.mkdir()
    yield city


@pytest.mark.parametrize("way", FOUND)
def test_a_row_that_tells_enough_is_attached_to_whom_it_means(city: City, way: str) -> None:
    at = list(FOUND).index(way)
    nik, method, score, _ = city.match(at + 2)
    assert (nik, method in ("scored", "repaired")) == (city.people[at]["NIK"], True)
    assert score == 1 if method == "repaired" else 0.999 <= score < 1


@pytest.mark.parametrize("way", OPEN)
def test_a_row_that_tells_too_little_is_attached_to_nobody(city: City, way: str) -> None:
    nik, method, _, candidate = city.match(len(FOUND) + list(OPEN).index(way) + 2)
    assert (nik, method, candidate) == (None, "unmatched", None)


@pytest.mark.parametrize("way", LEFT)
def test_name_and_card_lead_to_nobody_else(city: City, way: str) -> None:
    at = len(FOUND) + len(OPEN) + list(LEFT).index(way)
    nik, method, score, _ = city.match(at + 2)
    assert (nik, method) in ((city.people[at]["NIK"], "scored"), (None, "unmatched"))
    assert score >= 0.2


def test_a_file_that_a_spreadsheet_zeroed_is_named_and_leads_to_no_stranger(city: City) -> None:
    assert city.ask("select table_name, column_name, row_count from ops.zeroed_column") == [
        ("kipk", "nik", 40)
    ]
    assert ("kipk", "nik", 40) in city.ask(
        "select table_name, issue, row_count from marts.mart_data_quality"
        " where kind = 'zeroed_column'"
    )
    for at, person in enumerate(city.people[100:140]):
        nik, method, *_ = city.match(at + 2, KIPK)
        assert (nik, method) in ((person["NIK"], "scored"), (None, "unmatched"))


def test_every_row_says_by_which_linkage_it_was_attached(city: City) -> None:
    [(digests, missing)] = city.ask(
        "select count(distinct linkage_digest), count(*) filter (where linkage_digest is null)"
        " from identity.match"
    )
    assert (digests, missing) == (1, 0)


def test_people_have_the_last_word(city: City) -> None:
    """Whom a score attached is refused, whom it left open is agreed to, and nothing is lost."""
    scored, opened = city.match(2)[3], len(FOUND) + 2
    [(candidate, rival)] = city.ask(
        "select candidate_id, max(competing_candidates) over () from identity.candidate"
        " where file = $file and line = $line order by place limit 1",
        file=PKD,
        line=opened,
    )
    decisions = [
        (scored, "different_person"),
        (candidate, "same_person"),
        ("c" + "0" * 24, "same_person"),
        ("c" + "1" * 24, "perhaps"),
    ]
    write_decisions(city.inbox / DAYS[1], decisions)
    city.build()
    assert city.match(2)[0] != city.people[0]["NIK"]
    nik, method, _, attached = city.match(opened)
    assert (method, attached) == ("decided", candidate) and nik
    assert rival is None or rival != candidate
    assert city.ask("select decision, outcome from ops.decision_outcome order by line") == [
        ("different_person", "obeyed"),
        ("same_person", "obeyed"),
        ("same_person", "unknown_subject"),
        ("perhaps", "unreadable"),
    ]
    (city.inbox / DAYS[1] / f"keputusan_{DAYS[1].replace('-', '')}.csv").unlink()
    shutil.rmtree(city.workspace.landing)
    write_decisions(city.inbox / DAYS[1], [*decisions, (candidate, "different_person")])
    city.build()
    assert city.match(opened)[1] == "unmatched"
    outcomes = city.ask(
        "select outcome from ops.decision_outcome where subject_id = $id", id=candidate
    )
    assert outcomes == [("contradicted",), ("contradicted",)]
