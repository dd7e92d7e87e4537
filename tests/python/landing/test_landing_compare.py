"""Snapshots are compared with the ones before; what differs too much waits for a person's word."""

from datetime import date, timedelta

import pytest
from landing_desk import PKD, PKD_HEADER, Desk, pkd_row

import selaras.landing as landing_module
from selaras.errors import ExitCode, Refusal
from selaras.landing import LandedFile
from selaras.landing.withdrawal import withdraw

FIRST, SECOND = "2025-10-17", "2025-10-24"
PANTI_HEADER = "NIK,NAMA,TGL_LAHIR,NAMA_PANTI,TGL_MASUK,TGL_KELUAR"


def _pkd(desk: Desk, day: str, rows: list[str], name: str = PKD, end: str = "\n") -> None:
    """Put a card list into a drop."""
    desk.put(name, "\n".join([PKD_HEADER, *rows]) + end, day)


def _people(first: int, count: int) -> list[str]:
    return [pkd_row(n) for n in range(first, first + count)]


def _second(desk: Desk, **options: object) -> LandedFile:
    """Land, and give what became of the file of the second drop."""
    return next(file for file in desk.land(**options).files if str(file.batch_date) == SECOND)


def _panti(first: int, count: int) -> str:
    rows = [f"31710141015{n:05d},SITI,,A,," for n in range(first, first + count)]
    return "\n".join([PANTI_HEADER, *rows, ""])


@pytest.mark.parametrize("count", [0, 1, 10, 15])
def test_a_list_that_lost_half_its_rows_is_refused_with_both_counts(desk: Desk, count: int) -> None:
    _pkd(desk, FIRST, _people(1, 30))
    _pkd(desk, SECOND, _people(1, count))
    file = _second(desk)
    assert file.status == "refused"
    assert f"{count} rows" in file.reason
    assert "30" in file.reason
    assert len(desk.rows("dinsos/pkd")) == 30


def test_a_list_with_nearly_all_its_rows_is_taken(desk: Desk) -> None:
    _pkd(desk, FIRST, _people(1, 30))
    _pkd(desk, SECOND, _people(3, 24))
    assert _second(desk).status == "accepted"


def test_a_list_without_a_row_never_replaces_one_with_some(desk: Desk) -> None:
    _pkd(desk, FIRST, _people(1, 1))
    _pkd(desk, SECOND, [])
    assert _second(desk).status == "refused"


def test_a_list_of_a_new_month_without_a_row_is_refused_too(desk: Desk) -> None:
    rows = [row.replace("2025-10", "2025-09") for row in _people(1, 30)]
    _pkd(desk, FIRST, rows, "pkd_2025_09.csv")
    _pkd(desk, SECOND, [])
    file = _second(desk)
    assert file.status == "refused"
    assert "pkd_2025_09.csv" in file.reason


def test_a_list_cut_off_in_its_last_line_is_refused(desk: Desk) -> None:
    _pkd(desk, FIRST, _people(1, 30))
    _pkd(desk, SECOND, [*_people(1, 25), pkd_row(26)[:30]], end="")
    file = _second(desk)
    assert file.status == "refused"
    assert "cut off" in file.reason


def test_a_list_of_other_people_is_refused(desk: Desk) -> None:
    desk.put("panti_20251017.csv", _panti(1, 200), FIRST)
    desk.put("panti_20251024.csv", _panti(5000, 200), SECOND)
    file = _second(desk)
    assert file.status == "refused"
    assert "other people" in file.reason


def test_a_list_of_another_month_is_refused(desk: Desk) -> None:
    _pkd(desk, SECOND, [row.replace("2025-10", "2025-09") for row in _people(1, 30)])
    file = _second(desk)
    assert file.status == "refused"
    assert "2025-09" in file.reason
    assert "2025-10" in file.reason


def test_a_register_of_another_city_is_refused(desk: Desk) -> None:
    header = "kode_kabupaten_kota|kode_kecamatan|kode_kelurahan_desa|nomor_kartu_keluarga"
    rows = [f"3171|3171080|3171080003|31710101015{n:05d}|2" for n in range(20)]
    text = "\n".join([f"{header}|desil_nasional", *rows, ""])
    desk.put("keluarga_dtsen_v3_2025_31.73.csv", text, SECOND)
    file = _second(desk)
    assert file.status == "refused"
    assert "3171" in file.reason


def test_a_list_that_is_the_one_before_under_a_new_name_is_taken_and_said(desk: Desk) -> None:
    rows = [row.replace("2025-10", "") for row in _people(1, 30)]
    _pkd(desk, FIRST, rows, "pkd_2025_09.csv")
    _pkd(desk, SECOND, rows)
    file = _second(desk)
    assert file.status == "accepted"
    assert "very same 30 rows as pkd_2025_09.csv" in file.reason


def test_what_is_accepted_with_a_reason_is_landed_and_stays_so(desk: Desk) -> None:
    _pkd(desk, FIRST, _people(1, 30))
    _pkd(desk, SECOND, _people(1, 10))
    assert desk.land().exit_code == ExitCode.INPUT_REFUSED
    result = desk.land(accept="the list was cleaned")
    assert result.exit_code == ExitCode.DONE
    (file,) = result.files
    assert (file.status, file.rows_accepted) == ("accepted", 10)
    assert "the list was cleaned" in file.reason
    assert desk.land().skipped == (date(2025, 10, 17), date(2025, 10, 24))
    desk.put("panti_20251024.csv", _panti(1, 1), SECOND)
    again = {file.file: file.status for file in desk.land().files}
    assert again[PKD] == "accepted"


def test_a_refused_list_is_not_landed_again_until_somebody_says_something(desk: Desk) -> None:
    _pkd(desk, FIRST, _people(1, 30))
    _pkd(desk, SECOND, [])
    desk.land()
    assert desk.land().landed == ()


def test_a_drop_dated_after_today_is_refused_unless_asked_for(desk: Desk) -> None:
    ahead = landing_module.today() + timedelta(days=1)
    _pkd(desk, SECOND, _people(1, 3))
    _pkd(desk, ahead.isoformat(), _people(1, 3))
    result = desk.land()
    assert result.landed == (date(2025, 10, 24),)
    assert result.exit_code == ExitCode.INPUT_REFUSED
    assert ahead.isoformat() in str(result.refusals[0])
    assert desk.land(as_of=ahead).landed == (ahead,)


def test_an_inbox_with_drops_of_days_to_come_only_is_a_refusal(desk: Desk) -> None:
    _pkd(desk, "2999-12-31", _people(1, 3))
    with pytest.raises(Refusal, match="after today"):
        desk.land()


def test_a_withdrawn_drop_is_gone_and_stays_away_until_its_files_change(desk: Desk) -> None:
    _pkd(desk, FIRST, _people(1, 3))
    _pkd(desk, SECOND, _people(1, 4))
    desk.land()
    withdraw(desk.workspace, date(2025, 10, 24), "sent by mistake")
    assert len(desk.rows("dinsos/pkd")) == 3
    assert desk.rows("ledger", "distinct batch_date") == [(date(2025, 10, 17),)]
    result = desk.land()
    assert result.landed == ()
    assert "withdrawn" in str(result.warnings[-1])
    _pkd(desk, SECOND, _people(1, 5))
    assert desk.land().landed == (date(2025, 10, 24),)
    assert "sent by mistake" in (desk.workspace.landing / "withdrawn/2025-10-24.json").read_text()


THIRD = "2025-10-31"


def test_what_a_late_drop_explains_is_no_longer_held(desk: Desk) -> None:
    _pkd(desk, FIRST, _people(1, 40))
    _pkd(desk, THIRD, _people(1, 16))
    assert desk.land(as_of=date(2025, 10, 31)).files[-1].is_held
    _pkd(desk, SECOND, _people(1, 25))
    result = desk.land(as_of=date(2025, 10, 31))
    assert [str(day) for day in result.landed] == [SECOND, THIRD]
    assert [file.status for file in result.files] == ["accepted", "accepted"]


def test_what_rests_on_a_withdrawn_drop_is_compared_with_the_one_before_it(desk: Desk) -> None:
    for day, count in ((FIRST, 40), (SECOND, 25), (THIRD, 16)):
        _pkd(desk, day, _people(1, count))
    last = date(2025, 10, 31)
    assert not any(file.is_held for file in desk.land(as_of=last).files)
    withdraw(desk.workspace, date(2025, 10, 24), "sent by mistake")
    assert [file.is_held for file in desk.land(as_of=last).files] == [True]
    _pkd(desk, SECOND, _people(1, 26))
    assert [file.is_held for file in desk.land(as_of=last).files] == [False, False]
    assert desk.land(as_of=last).landed == ()


@pytest.mark.parametrize(("day", "why"), [(FIRST, "  "), ("2025-10-18", "because")])
def test_nothing_is_withdrawn_without_a_reason_or_a_drop(desk: Desk, day: str, why: str) -> None:
    _pkd(desk, FIRST, _people(1, 3))
    desk.land()
    with pytest.raises(Refusal):
        withdraw(desk.workspace, date.fromisoformat(day), why)
    assert len(desk.rows("dinsos/pkd")) == 3
