"""Decisions and ids of one week hold in the next, whatever moved."""

import csv
from pathlib import Path

import duckdb
from street import Street

from selaras.dbt import run_dbt
from selaras.landing import land
from selaras.workspace import Workspace

DAYS = ("2025-10-17", "2025-10-24")
MODELS = ["--select", "+match",
          "--exclude-resource-type", "test", "--exclude-resource-type", "unit_test"]  # fmt: skip
MEMBERS = "anggota_keluarga_dtsen_v3_2025_31.73.csv"
STRAY = """
    select person_id, line from identity.match
    where source_row_id in (
        select source_row_id from staging.stg_bps__dtsen_member where full_name = 'TONO'
    )
"""
ATTACHED = """
    select full_name, match_method, candidate_id
    from identity.match left join identity.resident on resident.nik = (
        select nik from identity.person where person.person_id = match.person_id
    )
    where file = 'pkd_2025_10.csv'
"""


def drop(day: str, inbox: Path, home: str | None) -> Path:
    """A street whose last person lives with the first or, from `home` on, alone."""
    street = Street(day)
    for name in ("WATI", "TONO")[day == DAYS[0] :]:
        street.add(MEMBERS, nama=name, jenis_kelamin="1", partisipasi_sekolah="3")
    first = street.person("BAMBANG SUTRISNO", "1951-07-08")
    street.person("SITI AMINAH", "1952-03-04", sex="P")
    moved = street.person("KARTIKA WULANDARI", "1950-01-02", sex="P", card=home or first.card)
    street.card_aid(moved, NIK="", NO_KK=first.card, TGL_LAHIR="")
    street.write(inbox)
    return inbox / day


def built(workspace: Workspace, inbox: Path, *questions: str) -> list[list[tuple]]:
    """The answers of the warehouse after landing and building."""
    land(inbox, workspace)
    run_dbt(workspace, ["build", *MODELS])
    with duckdb.connect(str(workspace.database), read_only=True) as connection:
        return [connection.sql(each).fetchall() for each in questions]


def test_a_decided_pair_that_no_blocking_rule_makes_stays_decided(tmp_path: Path) -> None:
    workspace, inbox = Workspace.at(tmp_path / "home"), tmp_path / "inbox"
    drop(DAYS[0], inbox, None)
    [[(name, _, attached)], waiting] = built(
        workspace,
        inbox,
        ATTACHED,
        "select candidate_id from identity.list_candidate order by place",
    )
    candidate = attached or waiting[0][0]
    assert name in ("KARTIKA WULANDARI", None)
    second = drop(DAYS[1], inbox, "3171011203159999")
    with (second / "keputusan_20251024.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["SUBJECT_ID", "DECISION", "DECIDED_BY", "DECIDED_ON", "NOTE"])
        rows.writerow([candidate, "same_person", "petugas", "2025-10-20", ""])
    assert built(
        workspace,
        inbox,
        ATTACHED,
        "select verdict from identity.list_candidate where verdict is not null",
    ) == [[("KARTIKA WULANDARI", "decided", candidate)], [("same_person",)]]


def test_who_has_neither_card_nor_date_keeps_the_id_on_another_line(tmp_path: Path) -> None:
    workspace, inbox = Workspace.at(tmp_path / "home"), tmp_path / "inbox"
    drop(DAYS[0], inbox, None)
    [[(before, line)]] = built(workspace, inbox, STRAY)
    drop(DAYS[1], inbox, None)
    [[(after, other_line)]] = built(workspace, inbox, STRAY)
    assert (line, other_line) == (2, 3)
    assert after == before
