"""Landing again, landing after a crash, and the key of the pseudonyms."""

import fcntl
import stat
from datetime import date
from pathlib import Path

import pytest
from landing_desk import DAY, PKD, Desk, pkd_row

from selaras.errors import Refusal
from selaras.landing.key import SAMPLE_KEY, VARIABLE

THE_DAY = date(2025, 10, 24)


def test_landing_the_same_drop_again_changes_nothing(desk: Desk) -> None:
    desk.pkd(pkd_row(1), "short")
    desk.put("unknown.csv", "x")
    desk.land()
    before = desk.state()
    result = desk.land()
    assert (result.landed, result.skipped) == ((), (THE_DAY,))
    assert desk.state() == before


def test_a_copy_with_new_times_and_the_same_content_changes_nothing(desk: Desk) -> None:
    path = desk.pkd(pkd_row(1))
    desk.land()
    before = desk.state()
    content = path.read_bytes()
    path.unlink()
    desk.put(PKD, content)
    assert desk.land().skipped == (THE_DAY,)
    assert desk.state() == before


@pytest.mark.parametrize("change", ["content", "added", "removed"])
def test_a_drop_that_changed_is_landed_anew_as_a_whole(desk: Desk, change: str) -> None:
    header = "NIK,NAMA,NAMA_PANTI,TGL_MASUK\n3171014101500001,A,B,\n"
    desk.pkd(pkd_row(1))
    other = desk.put("panti_20251024.csv", header)
    desk.land()
    if change == "content":
        desk.pkd(pkd_row(2))
    elif change == "added":
        desk.put("sanggah_20251024.csv", "ID,NIK,PROGRAM,KRITERIA,STATUS,TANGGAL\n")
    else:
        other.unlink()
    assert desk.land().landed == (THE_DAY,)
    assert len(desk.rows("dinsos/care_home")) == (0 if change == "removed" else 1)
    assert desk.rows("dinsos/pkd", "nik")[0][0].endswith("2" if change == "content" else "1")
    assert len(desk.rows("ledger")) == {"content": 2, "added": 3, "removed": 1}[change]


def test_the_same_drop_lands_to_the_same_bytes_elsewhere(desk: Desk) -> None:
    desk.pkd(*(pkd_row(n) for n in range(300)), "short")
    desk.land()
    landed = {
        path.relative_to(desk.workspace.landing): path.read_bytes()
        for path in desk.workspace.landing.rglob("batch_date=*/*.parquet")
    }
    desk.workspace.home.rename(desk.folder / "elsewhere")
    desk.land()
    for name, content in landed.items():
        assert (desk.workspace.landing / name).read_bytes() == content


def _interrupt(monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    """Let the machine die at a later one of the moves into place."""
    moved = Path.replace
    moves = iter(range(1000))

    def dying(self: Path, target: Path) -> Path:
        if next(moves) == after:
            raise KeyboardInterrupt
        return moved(self, target)

    monkeypatch.setattr(Path, "replace", dying)


@pytest.mark.parametrize("after", range(4))
def test_an_interrupted_landing_shows_nothing_and_the_next_one_mends_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    desk.put(PKD, "", "2025-10-17")
    desk.land()
    desk.pkd(pkd_row(1), "short")
    desk.put("panti_20251024.csv", "NIK,NAMA,NAMA_PANTI,TGL_MASUK\n3171014101500001,A,B,\n")
    with monkeypatch.context() as dying:
        _interrupt(dying, after)
        with pytest.raises(KeyboardInterrupt):
            desk.land()
    assert desk.rows("ledger", "distinct batch_date") == [(date(2025, 10, 17),)]
    assert desk.land().landed == (THE_DAY,)
    assert len(desk.rows("dinsos/pkd")) == len(desk.rows("dinsos/care_home")) == 1
    assert len(desk.quarantine()) == 1
    assert not list(desk.workspace.landing.glob(".incoming*"))


@pytest.mark.parametrize("after", range(6))
def test_an_interrupted_landing_of_a_changed_drop_is_all_or_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    desk.pkd(pkd_row(1))
    desk.land()
    desk.pkd(pkd_row(2))
    with monkeypatch.context() as dying:
        _interrupt(dying, after)
        with pytest.raises(KeyboardInterrupt):
            desk.land()
    whole = desk.rows("dinsos/pkd", "nik")
    assert desk.rows("ledger") == [] or [row[0][-1] for row in whole] == ["1"]
    assert desk.land().landed == (THE_DAY,)
    assert [row[0][-1] for row in desk.rows("dinsos/pkd", "nik")] == ["2"]


def test_two_landings_at_once_are_refused(desk: Desk) -> None:
    desk.pkd(pkd_row(1))
    desk.land()
    with (desk.workspace.landing / ".lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(Refusal, match="Another landing"):
            desk.land()
    assert desk.land().skipped == (THE_DAY,)


def test_without_a_key_the_sample_key_is_used_with_a_warning(desk: Desk) -> None:
    desk.pkd(pkd_row(1))
    assert [notice.key for notice in desk.land().warnings] == ["landing.sample_key"]
    assert desk.rows("pseudonym_key") == [(SAMPLE_KEY,)]
    path = desk.workspace.landing / "pseudonym_key" / "key.parquet"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_key_of_ones_own_is_kept_when_the_environment_forgets_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.pkd(pkd_row(1))
    monkeypatch.setenv(VARIABLE, "it's a long secret of ours")
    assert desk.land().warnings == ()
    monkeypatch.delenv(VARIABLE)
    assert desk.land().warnings == ()
    assert desk.rows("pseudonym_key") == [("it's a long secret of ours",)]


def test_another_key_replaces_the_stored_one_with_a_warning(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.pkd(pkd_row(1))
    desk.land()
    monkeypatch.setenv(VARIABLE, "another long secret of ours")
    assert [notice.key for notice in desk.land().warnings] == ["landing.key_replaced"]
    assert desk.rows("pseudonym_key") == [("another long secret of ours",)]


def test_files_are_told_about_as_they_are_done(desk: Desk) -> None:
    desk.pkd(pkd_row(1))
    heard = []
    desk.land(tell=heard.append)
    assert [file.file for file in heard] == [PKD]
    assert heard[0].batch_date.isoformat() == DAY
