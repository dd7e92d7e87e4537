"""Drops: which folders count, what the manifest enforces, and what stands in the ledger."""

import os
from datetime import date
from pathlib import Path

import duckdb
import pytest
from landing_desk import DAY, KJMU, KJMU_HEADER, PKD, Desk, kjmu_row, pkd_row, sha256

from selaras.errors import Refusal
from selaras.landing import batch, land
from selaras.landing.manifest import Listed
from selaras.landing.notice import Unfit
from selaras.lists import layouts
from selaras.workspace import Workspace


def statuses(desk: Desk) -> dict[str, str]:
    """What the ledger says about each file."""
    return dict(desk.rows("ledger", "file, status"))


def test_every_dated_folder_up_to_the_day_is_landed_in_order(desk: Desk) -> None:
    for day in ("2025-10-24", "2025-10-17", "2025-10-31", "2025-1-1", "20251010", "truth"):
        desk.put(PKD, desk.pkd(pkd_row(1)).read_bytes(), day)
    result = desk.land(as_of=date(2025, 10, 24))
    assert result.landed == (date(2025, 10, 17), date(2025, 10, 24))
    assert result.exit_code == 0


def test_a_source_never_seen_is_an_empty_table_with_the_right_columns(desk: Desk) -> None:
    desk.pkd(pkd_row(1))
    desk.land()
    assert len(layouts()) >= 16
    for layout in layouts():
        path = desk.workspace.landing / layout.source / layout.table / "empty.parquet"
        columns = [row[0] for row in duckdb.sql(f"describe from '{path}'").fetchall()]
        assert columns[: len(layout.columns)] == [column.name for column in layout.columns]
        assert columns[-1] == "source_row_id"


def test_a_missing_inbox_and_an_inbox_without_drops_are_refusals(desk: Desk) -> None:
    with pytest.raises(Refusal, match="cannot be opened"):
        desk.land()
    desk.inbox.mkdir()
    with pytest.raises(Refusal, match="no drop"):
        desk.land()
    desk.pkd(pkd_row(1))
    with pytest.raises(Refusal, match="dated after 2025-01-01"):
        desk.land(as_of=date(2025, 1, 1))


def test_an_unknown_file_is_refused_and_the_others_go_on(desk: Desk) -> None:
    desk.pkd(pkd_row(1))
    desk.put("pkd_2025-10.csv", "x")
    desk.put(".DS_Store", "x")
    desk.put("~$kjmu_tahap1_2025.xlsx", "x")
    result = desk.land()
    assert statuses(desk) == {PKD: "accepted", "pkd_2025-10.csv": "refused"}
    assert [str(refusal) for refusal in result.refusals] == [
        "pkd_2025-10.csv is refused because its name is not known;"
        " name it after the pattern pkd_<yyyy>_<mm>.csv or take it out of the drop."
    ]
    assert result.exit_code == 14


def test_refusals_follow_the_language_and_the_ledger_stays_english(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.put(PKD, "")
    monkeypatch.setenv("SELARAS_LANG", "id")
    (file,) = desk.land().files
    assert "ditolak karena kosong" in str(file.notice)
    assert "refused because it is empty" in file.reason


def test_two_files_of_one_snapshot_keep_the_newest_by_name(desk: Desk) -> None:
    header = "NIK,NAMA,TGL_LAHIR,NAMA_PANTI,TGL_MASUK,TGL_KELUAR\n"
    desk.put("panti_20251017.csv", header)
    desk.put("panti_20251024.csv", header + "3171014101500001,SITI,,A,,\n")
    result = desk.land()
    assert statuses(desk) == {"panti_20251017.csv": "refused", "panti_20251024.csv": "accepted"}
    assert "panti_20251024.csv holds the same snapshot" in str(result.refusals[0])


def test_the_manifest_is_enforced_file_by_file(desk: Desk) -> None:
    good, lines = desk.pkd(pkd_row(1), "too;short"), []
    book = desk.workbook([[], [], [], KJMU_HEADER, kjmu_row(1)])
    panti = desk.put("panti_20251024.csv", "NIK,NAMA,NAMA_PANTI,TGL_MASUK\n3171,A,B,\n")
    desk.put("pip_2025_jakarta.csv", "x")
    lines += [f"{PKD},dinsos.pkd,2,{sha256(good)},2025-10-20,dinsos"]
    lines += [f"{KJMU},disdik,2,{sha256(book)},,"]
    lines += [f"{panti.name},dinsos,1,{'0' * 64},,", "blts_kesra_2025.csv,kemensos,5,,,"]
    desk.manifest(*lines)
    result = desk.land()
    assert statuses(desk) == {
        PKD: "accepted",
        KJMU: "refused",
        panti.name: "refused",
        "pip_2025_jakarta.csv": "refused",
        "blts_kesra_2025.csv": "absent",
    }
    said = {file.file: file.reason for file in result.files}
    assert "holds 1 data rows but manifest.csv says 2" in said[KJMU]
    assert "its sha256 is" in said[panti.name]
    assert "does not list it" in said["pip_2025_jakarta.csv"]
    assert "is not in the drop" in said["blts_kesra_2025.csv"]
    assert (PKD, "2025-10-20", "dinsos") in desk.rows("ledger", "file, as_of, sent_by")
    assert desk.rows("disdik/kjmu") == []
    assert result.exit_code == 14


@pytest.mark.parametrize("content", [b"", b"\0\0\0", b"hello\n", b"\xff\xfe", b'file,rows\n"a'])
def test_an_unreadable_manifest_is_one_refusal_and_the_files_go_on(
    desk: Desk, content: bytes
) -> None:
    desk.pkd(pkd_row(1))
    desk.put("manifest.csv", content)
    result = desk.land()
    assert statuses(desk) == {PKD: "accepted", "manifest.csv": "refused"}
    assert len(result.refusals) == 1


def test_a_manifest_of_another_source_refuses_the_file(desk: Desk) -> None:
    desk.pkd(pkd_row(1))
    desk.manifest(f"{PKD},kemensos,1,,,")
    assert "says it is of kemensos but its name is of dinsos.pkd" in desk.land_one().reason


def test_a_manifest_is_read_as_spreadsheets_write_it(desk: Desk) -> None:
    path = desk.pkd(pkd_row(1), pkd_row(2), pkd_row(3))
    desk.manifest(f'{PKD},"DINSOS PKD","""3.0""",SHA256:{sha256(path).upper()},-,')
    assert desk.land_one().status == "accepted"


@pytest.mark.parametrize("rows", ["3.0", "3,00", "３", "3 baris", "003", ""])
def test_a_number_of_rows_is_read_in_other_forms(rows: str) -> None:
    Listed(PKD, "", rows, "", "", "").check_rows(3)


@pytest.mark.parametrize("rows", ["4", "3.1", "3.000", "30", "tiga", "-3"])
def test_another_number_of_rows_is_refused_as_it_was_written(rows: str) -> None:
    with pytest.raises(Unfit) as refused:
        Listed(PKD, "", rows, "", "", "").check_rows(3)
    assert f"holds 3 data rows but manifest.csv says {rows}" in refused.value.notice.english


def test_a_folder_or_a_pipe_in_the_place_of_a_file_is_refused(desk: Desk) -> None:
    folder = desk.inbox / DAY
    (folder / PKD).mkdir(parents=True)
    os.mkfifo(folder / "panti_20251024.csv")
    (folder / "sanggah_20251024.csv").symlink_to(folder / "nowhere")
    (folder / "manifest").mkdir()
    assert {file.status for file in desk.land().files} == {"refused"}


def test_a_file_that_may_not_be_read_is_refused(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = desk.pkd(pkd_row(1))
    opened = Path.open

    def forbidden(self: Path, *args: object, **kwargs: object) -> object:
        if self == path:
            raise PermissionError(13, "Permission denied")
        return opened(self, *args, **kwargs)

    monkeypatch.setattr(Path, "open", forbidden)
    assert "cannot be read (" in desk.land_one().reason


def test_names_that_are_no_text_are_refused_and_shown_safely(desk: Desk) -> None:
    folder = desk.inbox / DAY
    folder.mkdir(parents=True)
    for name in (b"pkd_\xff\xfe.csv", b"a\nb.csv", b"{x}'%s.csv", "ünïcode 🙂.csv".encode()):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_bytes(b"x")
    result = desk.land()
    assert len(result.refusals) == 4
    assert not any("\n" in str(refusal) for refusal in result.refusals)
    assert desk.land().skipped == (date(2025, 10, 24),)


def test_an_empty_drop_is_landed_with_a_warning(desk: Desk) -> None:
    (desk.inbox / DAY).mkdir(parents=True)
    result = desk.land()
    assert "is empty" in str(result.warnings[-1])
    assert desk.land().skipped == (date(2025, 10, 24),)


def test_a_workspace_that_cannot_be_made_is_a_refusal(desk: Desk) -> None:
    desk.pkd(pkd_row(1))
    (desk.folder / "file").write_text("in the way")
    with pytest.raises(Refusal, match="cannot be written to"):
        land(desk.inbox, Workspace(desk.folder / "file"))


def test_the_source_row_id_is_stable_and_unique(desk: Desk) -> None:
    desk.pkd(pkd_row(1), pkd_row(1), "short")
    desk.land()
    ids = desk.rows("dinsos/pkd", "source_row_id, file_id, line")
    assert [row[0] for row in ids] == [f"{file_id}-{line}" for _, file_id, line in ids]
    assert len(ids) == 2
    (set_aside,) = desk.rows("quarantine", "source_row_id")
    assert set_aside == (f"{ids[0][1]}-4",)


def test_two_processes_land_what_one_lands(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.pkd(*(pkd_row(n) for n in range(50)), "short")
    desk.put("panti_20251024.csv", "NIK,NAMA,NAMA_PANTI,TGL_MASUK\n3171014101500001,A,B,\n")
    desk.put("blts_kesra_2025.csv", "")
    one = desk.land().files
    desk.workspace.home.rename(desk.folder / "one")
    monkeypatch.setattr(batch, "WORTH_TWO_PROCESSES", 0)
    assert desk.land().files == one
    assert desk.quarantine() == [(52, "too_few_fields", "short")]
