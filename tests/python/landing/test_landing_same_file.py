"""A file that holds what a landed one held is not read again, and gives what reading would give."""

import json
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from landing_desk import DAY, KJMU_HEADER, PKD, PKD_HEADER, Desk, kjmu_row, pkd_row

from selaras.landing import again, batch, compare, onefile, store
from selaras.lists import Layout, layouts

BEFORE = "2025-10-17"
ROWS = [pkd_row(n, "-" if n == 3 else "SITI") for n in range(40)]
TEXT = "\n".join([PKD_HEADER, *ROWS, "short;row", "TOTAL;;;;;;;;;", 'a;"b;c', ""])
TABLE = "dinsos/pkd"


def _land_both(desk: Desk, name: str = PKD) -> list:
    """Land one file in two drops; what became of the second."""
    for day in (BEFORE, DAY):
        desk.put(PKD, TEXT, BEFORE)
        desk.put(name, TEXT, day)
    return [file for file in desk.land().files if str(file.batch_date) == DAY]


def _forbid_reading(patch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise AssertionError("it is read again")

    patch.setattr(onefile, "read_delimited", fail)
    patch.setattr(onefile, "read_workbook", fail)


@pytest.mark.parametrize("name", [PKD, PKD.upper()])
def test_last_weeks_file_gives_what_reading_it_gives(desk: Desk, name: str) -> None:
    (second,) = _land_both(desk, name)
    alone = Desk(desk.folder / "alone")
    alone.put(name, TEXT, DAY)
    (fresh,) = alone.land().files
    assert second.is_taken_over and not fresh.is_taken_over
    assert fresh.rows_quarantined > 0 and fresh.rows_ignored > 0 and fresh.remarks
    for field in ("rows_read", "rows_accepted", "rows_quarantined", "rows_ignored", "reason"):
        assert getattr(second, field) == getattr(fresh, field)
    assert [str(each) for each in second.remarks] == [str(each) for each in fresh.remarks]
    taken = [row for row in desk.rows(TABLE) if str(row) in map(str, alone.rows(TABLE))]
    assert taken == alone.rows(TABLE)
    aside = "source_row_id, file, file_id, line, reason, raw"
    assert set(alone.rows("quarantine", aside)) <= set(desk.rows("quarantine", aside))


def test_it_is_not_read_in_another_drop_nor_beside_a_late_file(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.put(PKD, TEXT, BEFORE)
    desk.workbook([KJMU_HEADER, kjmu_row(1)])
    desk.land()
    first = next(desk.workspace.landing.glob(f"disdik/kjmu/batch_date={DAY}/*.parquet"))
    inode = first.stat().st_ino
    desk.put(PKD, TEXT)
    with monkeypatch.context() as patch:
        _forbid_reading(patch)
        assert [file.status for file in desk.land().files] == ["accepted", "accepted"]
    assert first.stat().st_ino == inode
    assert desk.land().files == ()


@pytest.mark.parametrize("what", ["code", "rows", "aside", "note"])
def test_it_is_read_again_where_anything_is_in_doubt(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    desk.put(PKD, TEXT, BEFORE)
    desk.land()
    landing = desk.workspace.landing
    if what == "code":
        monkeypatch.setattr(again, "_reader", lambda: "another reader")
    elif what == "note":
        path = landing / "ledger" / f"batch_date={BEFORE}" / again.READ
        path.write_text(json.dumps([{"table": "x"}]))
    else:
        folder = TABLE if what == "rows" else "quarantine"
        (path,) = landing.glob(f"{folder}/batch_date={BEFORE}/*.parquet")
        _write_other_rows(path)
        (desk.inbox / BEFORE).rename(desk.folder / "away")
    desk.put(PKD, TEXT)
    file = desk.land().files[0]  # by another reader that is the one of the drop before
    assert str(file.batch_date) == (BEFORE if what == "code" else DAY)
    assert file.status == "accepted" and not file.is_taken_over


def test_in_full_every_file_is_read_though_it_is_as_it_was(desk: Desk) -> None:
    desk.put(PKD, TEXT, BEFORE)
    desk.put(PKD, TEXT)
    desk.land()
    assert desk.land().files == ()
    files = desk.land(in_full=True).files
    assert [str(file.batch_date) for file in files] == [BEFORE, DAY]
    assert all(file.status == "accepted" and not file.is_taken_over for file in files)


@pytest.mark.parametrize("what", ["code", "contract"])
def test_a_drop_that_is_as_it_was_lands_again_where_it_would_be_read_otherwise(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    desk.put(PKD, TEXT, BEFORE)
    desk.put(PKD, TEXT.replace("NIK;", "NOMOR;", 1))
    desk.land()
    assert desk.rows("ledger", "status") == [("accepted",), ("refused",)]
    if what == "code":
        monkeypatch.setattr(again, "_reader", lambda: "another reader")
    else:
        changed = tuple(_with_heading(each, "NIK", "NOMOR") for each in layouts())
        for module in (again, batch, compare, store):
            monkeypatch.setattr(module, "layouts", lambda: changed)
    told = [str(day) for day in desk.land().landed]
    assert told == [BEFORE, DAY]
    wanted = ("accepted", "refused" if what == "code" else "accepted")
    assert desk.rows("ledger", "status") == [(status,) for status in wanted]
    assert desk.land().landed == ()


def _with_heading(layout: Layout, header: str, alias: str) -> Layout:
    """A contract that lets a file call a column otherwise."""
    columns = tuple(
        replace(each, aliases=(*each.aliases, alias)) if each.header == header else each
        for each in layout.columns
    )
    return replace(layout, columns=columns)


def test_the_manifest_is_held_against_it_all_the_same(desk: Desk) -> None:
    desk.put(PKD, TEXT, BEFORE)
    desk.land()
    desk.put(PKD, TEXT)
    desk.manifest(f"{PKD},dinsos.pkd,7,,,")
    (file,) = desk.land().files
    assert (file.status, file.notice.key) == ("refused", "landing.wrong_rows")


def _write_other_rows(path: Path) -> None:
    """Put another good file in the place of a landed one."""
    other = path.with_suffix(".other")
    duckdb.execute(f"copy (from '{path}' offset 1) to '{other}' (format parquet)")
    other.replace(path)
