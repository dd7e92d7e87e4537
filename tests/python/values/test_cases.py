"""What becomes of cases from week to week: they keep their id, close, return and are decided."""

import csv
import json
from pathlib import Path

import duckdb
import pytest
from street import Street

from selaras.completeness import EXAMPLES
from selaras.history import build
from selaras.landing import land
from selaras.workspace import Workspace

DAYS = ("2025-10-10", "2025-10-17", "2025-10-24")
NEW_CARD = "3171011203158888"
OFF_THE_CARD_LIST = {
    ("PULANG PERGI", DAYS[1]),
    ("SUDAH KELUAR", DAYS[1]),
    ("SUDAH KELUAR", DAYS[2]),
}
LIFE = """
    select person.full_name as name, fct_case.*, mart.evidence as published
    from overlap.fct_case as fct_case
    inner join marts.mart_case as mart using (case_id)
    inner join conformed.dim_person as person
        on coalesce(
            fct_case.person_id = person.person_id, fct_case.household_id = person.household_id
        )
"""
UNRESOLVED = """
    select count(*) filter (where listed.source_row_id is null), count(*)
    from overlap.evidence_row as evidence
    left join listed.listed_row as listed using (source_row_id, source, table_name, file, line)
"""
Cases = dict[tuple[str, str], dict]
Weeks = tuple[Cases, Cases, Workspace]


def write_week(inbox: Path, day: str, decided: str | None = None) -> None:
    """The lists of one week, of people who are too well off or get two things at once."""
    street, last = Street(day), day == DAYS[-1]
    poor = {"PULANG PERGI", "GANTI KARTU"} | ({"KINI MISKIN"} if last else set())
    for name in ("PULANG PERGI", "GANTI KARTU", "KINI MISKIN", "SEDANG SANGGAH", "DIPUTUSKAN",
                 "SUDAH KELUAR"):  # fmt: skip
        moved = {"NO_KK": NEW_CARD} if name == "GANTI KARTU" and day != DAYS[0] else {}
        someone = street.person(name, decile="2" if name in poor else "9", **moved)
        if name == "PULANG PERGI":
            street.pkh(someone)
        if name == "GANTI KARTU":
            street.sembako(someone, **moved)
        if (name, day) not in OFF_THE_CARD_LIST:
            amount = "600000" if name == "PULANG PERGI" and last else "300000"
            street.card_aid(someone, NOMINAL=amount)
        if name == "SEDANG SANGGAH" and last:
            street.objection("S-1", someone, "", STATUS="PROSES", TANGGAL="2025-10-20")
    for rows in street.files.values() if day == DAYS[1] else ():
        rows.reverse()
    street.write(inbox)
    if decided:
        name = f"keputusan_{day.replace('-', '')}.csv"
        with (inbox / day / name).open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(["SUBJECT_ID", "DECISION", "DECIDED_BY", "DECIDED_ON", "NOTE"])
            rows.writerow([decided, "confirmed", "petugas", "2025-10-21", ""])


def cases(workspace: Workspace) -> Cases:
    """Every case by whose it is and its rule."""
    with duckdb.connect(str(workspace.database), read_only=True) as connection:
        found = connection.execute(LIFE)
        names = [each[0] for each in found.description]
        rows = [dict(zip(names, each, strict=True)) for each in found.fetchall()]
    return {(each["name"], each["rule_id"]): each for each in rows}


@pytest.fixture(scope="module")
def weeks(tmp_path_factory: pytest.TempPathFactory) -> Weeks:
    """The cases of the second week and of the third, and what was built then."""
    folder = tmp_path_factory.mktemp("cases")
    inbox, workspace = folder / "inbox", Workspace.at(folder / "home")
    write_week(inbox, DAYS[0])
    write_week(inbox, DAYS[1])
    land(inbox, workspace, accept="meant")
    build(workspace, EXAMPLES)
    second = cases(workspace)
    write_week(inbox, DAYS[2], second["DIPUTUSKAN", "klj"]["case_id"])
    land(inbox, workspace, accept="meant")
    build(workspace, EXAMPLES)
    return second, cases(workspace), workspace


def told(case: dict, *keys: str) -> tuple[str | int | None, ...]:
    """What a case says, days as texts."""
    plain = (str, int, type(None))
    return tuple(v if isinstance(v := case[key], plain) else str(v) for key in keys)


def test_a_finding_that_went_and_came_back_is_the_same_case_reopened(weeks: Weeks) -> None:
    second, third = (week["PULANG PERGI", "pkh_elderly_klj"] for week in weeks[:2])
    closing = ("status", "closed_on", "closed_because", "closed_side", "closed_source")
    assert told(second, *closing) == ("closed", DAYS[1], "left", "klj", "dinsos")
    assert told(third, *closing) == ("reopened", None, None, None, None)
    assert second["case_id"] == third["case_id"]
    life = ("first_seen_on", "last_seen_on", "weeks_open", "reopened_count", "reopened_on")
    assert told(third, *life) == (DAYS[0], DAYS[2], 2, 1, DAYS[2])


def test_a_family_keeps_its_case_on_another_card_and_on_other_lines(weeks: Weeks) -> None:
    second, third = (week["GANTI KARTU", "family_aid_card"] for week in weeks[:2])
    assert second["case_id"] == third["case_id"]
    assert told(third, "status", "first_seen_on", "weeks_open") == ("open", DAYS[0], 3)
    lines = [{each["line"] for each in json.loads(case["evidence"])} for case in (second, third)]
    assert lines[0] != lines[1]


def test_a_leaked_verdict_is_a_case_until_its_facts_change_or_the_list_does(weeks: Weeks) -> None:
    second, third, _ = weeks
    closing = ("status", "closed_on", "closed_because", "closed_side", "closed_source")
    judged = ("cause", "agency", "status", "weeks_open")
    assert told(second["KINI MISKIN", "klj"], *judged) == ("verdict", "dinsos_dki", "open", 2)
    facts = ("closed", DAYS[2], "facts", "is_in_decile", "bps")
    assert told(third["KINI MISKIN", "klj"], *closing) == facts
    left = ("closed", DAYS[1], "left", "klj", "dinsos")
    assert told(second["SUDAH KELUAR", "klj"], *closing) == left
    assert told(third["SUDAH KELUAR", "klj"], *closing) == left


def test_a_case_waits_while_its_person_objects_and_tells_who_decided(weeks: Weeks) -> None:
    second, third, _ = weeks
    assert second["SEDANG SANGGAH", "klj"]["status"] == "open"
    assert third["SEDANG SANGGAH", "klj"]["status"] == "suspended"
    decision = ("status", "disposition", "decided_by", "decided_by_agency", "decided_on")
    decided = ("confirmed", "confirmed", "petugas", "dinsos_dki", "2025-10-21")
    assert told(third["DIPUTUSKAN", "klj"], *decision) == decided


def test_evidence_leads_to_the_line_of_a_file_and_what_is_published_to_none(weeks: Weeks) -> None:
    with duckdb.connect(str(weeks[2].database), read_only=True) as connection:
        unresolved, rows_told = connection.execute(UNRESOLVED).fetchone() or (1, 0)
    assert unresolved == 0 < rows_told
    for case in weeks[1].values():
        rows, published = json.loads(case["evidence"]), json.loads(case["published"])
        assert rows and len(rows) == len(published)
        assert all(each["file"] and each["line"] > 1 and each["drop"] for each in rows)
        keys = {"side", "source", "table", "row", "field"}
        assert all(set(each) == keys and each["row"][0] == "r" for each in published)
