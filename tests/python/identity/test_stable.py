"""The same person keeps one id, whatever the registers correct; a log says what changed."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pytest
from village import (
    AGUS,
    AGUS_AGAIN,
    ANDI,
    ANDI_AGAIN,
    ANDI_AT_LAST,
    DAYS,
    DIMAS,
    DROPS,
    JOKO,
    NUR,
    SENT_LATE,
    TONO,
    card,
    write_village,
)

from selaras.dbt import run_dbt
from selaras.landing import land
from selaras.workspace import Workspace

Rows = list[tuple]
Week = dict[str, Rows]
BUILD = ["build", "--exclude-resource-type", "test", "--exclude-resource-type", "unit_test"]
MODELS = ["+match", "+identity_change", "+known_number", "+candidate"]
# Where a row stands in its file is all that may differ when its rows are in another order.
PLACE = "exclude (source_row_id, line)"
# What the log says of a change, without its id and words.
TOLD = "batch_date, change_kind, person_id, previous_person_id, household_id, previous_household_id"
ASKED = {
    "person": "select * from identity.person",
    "person_id": "select person_id from identity.person",
    "person_by_content": "select person_id, person_key, nik from identity.person",
    "match": "select * from identity.match",
    "match_by_content": f"select * {PLACE} from identity.match",
    "queue": "select * from identity.candidate",
    "known": "select nik, person_id from identity.known_number",
    "home": "select person_id, household_id from identity.person_household",
    "card": "select no_kk, household_id from identity.household",
    "listed": "select person_id, match_method from identity.match where table_name = 'pkd'",
    "log": "select * from identity.identity_change",
    "change": f"select {TOLD} from identity.identity_change",
    "member": "select match_method from identity.match where table_name = 'dtsen_member'",
}


def built(workspace: Workspace, threads: int = 2, as_of: date | None = None) -> Week:
    """Everything asked of identity, as it stands after the latest drop or on a day."""
    run_dbt(workspace, [*BUILD, "--select", *MODELS, "--threads", str(threads)], as_of)
    with duckdb.connect(str(workspace.database), read_only=True) as connection:
        return {
            name: connection.sql(f"{question} order by all").fetchall()
            for name, question in ASKED.items()
        }


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The workspace that gets the drops of the village one by one."""
    return Workspace.at(tmp_path_factory.mktemp("village") / "home")


@pytest.fixture(scope="module")
def weeks(workspace: Workspace) -> dict[str, Week]:
    """What was known week by week, each drop landed in its week."""
    inbox = workspace.home.parent / "inbox"
    write_village(inbox)
    found = {}
    for day in DAYS:
        land(inbox, workspace, date.fromisoformat(day))
        found[day] = built(workspace)
    return found


@pytest.fixture(scope="module")
def who(weeks: dict[str, Week]) -> Callable[[str, str], str | None]:
    """The person whom a number means in a week."""
    return lambda day, nik: dict(weeks[day]["known"]).get(nik)


def log(weeks: dict[str, Week], day: str) -> set[tuple]:
    """The log of a week, without ids of its own and words."""
    return set(weeks[day]["change"])


def test_a_corrected_number_changes_no_id(who: Callable) -> None:
    first = who(DAYS[0], ANDI.nik)
    assert first
    assert who(DAYS[1], ANDI_AGAIN.nik) == who(DAYS[1], ANDI.nik) == first
    assert who(DAYS[2], ANDI_AT_LAST.nik) == first
    assert who(DAYS[2], ANDI.nik) == who(DAYS[2], ANDI_AGAIN.nik) == first
    assert who(DAYS[0], ANDI_AGAIN.nik) is None


def test_everybody_else_keeps_the_id_of_the_first_week(who: Callable) -> None:
    numbers = {each.nik for people in DROPS.values() for each in people}
    for nik in numbers - {AGUS.nik, AGUS_AGAIN.nik}:
        assert len({who(day, nik) for day in DAYS} - {None}) == 1


def test_no_id_stands_for_two(weeks: dict[str, Week]) -> None:
    for day, people in DROPS.items():
        ids = [person_id for (person_id,) in weeks[day]["person_id"]]
        assert len(ids) == len(set(ids)) == len(people)


def test_the_log_tells_what_changed(weeks: dict[str, Week], who: Callable) -> None:
    home = {no_kk: household for day in DAYS for no_kk, household in weeks[day]["card"]}
    second, third = (date.fromisoformat(day) for day in DAYS[1:])

    def moved(day: date, kind: str, former: int, now: int, nik: str | None = None) -> tuple:
        person = who(DAYS[0], nik) if nik else None
        return (day, kind, person, None, home[card(now)], home[card(former)])

    told = {
        moved(second, "number_corrected", 9001, 9001, ANDI.nik),
        moved(second, "card_renewed", 9002, 9005),
    }
    agus = moved(second, "number_corrected", 9006, 9006, AGUS.nik)
    assert log(weeks, DAYS[0]) == set()
    assert log(weeks, DAYS[1]) == told | {agus}
    apart = (third, "person_split", who(DAYS[2], AGUS_AGAIN.nik), who(DAYS[0], AGUS.nik))
    assert log(weeks, DAYS[2]) == told | {
        moved(third, "number_corrected", 9001, 9001, ANDI.nik),
        moved(third, "family_split", 9003, 9007),
        moved(third, "moved_family", 9004, 9001, NUR.nik),
        (*apart, home[card(9006)], home[card(9006)]),
    }


def test_a_former_number_that_comes_back_is_somebody_else(who: Callable) -> None:
    assert who(DAYS[1], AGUS_AGAIN.nik) == who(DAYS[0], AGUS.nik) == who(DAYS[2], AGUS.nik)
    assert who(DAYS[2], AGUS_AGAIN.nik) not in (None, who(DAYS[2], AGUS.nik))


def test_a_split_family_has_two_ids_and_its_people_keep_theirs(
    weeks: dict[str, Week], who: Callable
) -> None:
    before, after = dict(weeks[DAYS[1]]["home"]), dict(weeks[DAYS[2]]["home"])
    joko, dimas = who(DAYS[0], JOKO.nik), who(DAYS[0], DIMAS.nik)
    assert before[joko] == before[dimas] == after[joko] != after[dimas]


def test_lists_with_a_former_number_find_the_person(weeks: dict[str, Week], who: Callable) -> None:
    andi, tono = who(SENT_LATE, ANDI.nik), who(SENT_LATE, TONO.nik)
    found = [(andi, "repaired"), (andi, "repaired"), (tono, "exact")]
    assert weeks[SENT_LATE]["listed"] == sorted(found)


def test_the_national_register_goes_on_with_a_former_number(weeks: dict[str, Week]) -> None:
    assert len(DROPS[DAYS[0]]) == 10
    assert weeks[DAYS[2]]["member"] == [("exact",)] * 9 + [("repaired",)]


def test_a_week_built_again_knows_nothing_of_later_drops_and_threads_change_nothing(
    weeks: dict[str, Week], workspace: Workspace
) -> None:
    again = built(workspace, threads=1, as_of=date.fromisoformat(DAYS[1]))
    assert again == weeks[DAYS[1]]


def test_the_order_of_rows_changes_nothing(weeks: dict[str, Week], tmp_path: Path) -> None:
    write_village(tmp_path / "inbox", seed=3)
    other = Workspace.at(tmp_path / "home")
    land(tmp_path / "inbox", other)
    shuffled = built(other, threads=1)
    for name in ("person_by_content", "match_by_content", "known", "home", "log"):
        assert shuffled[name] == weeks[DAYS[2]][name]
