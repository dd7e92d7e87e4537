"""What is landed stays as it was written, for its owner's eyes only, under a key worth the name."""

import os
import stat
from datetime import date
from pathlib import Path

import pytest
from landing_desk import DAY, PKD, Desk, pkd_row

from selaras.errors import Refusal
from selaras.landing.key import SAMPLE_KEY, VARIABLE
from selaras.verification import verify

THE_DAY = date(2025, 10, 24)


def _rows_of(desk: Desk) -> Path:
    (path,) = desk.workspace.landing.glob(f"dinsos/pkd/batch_date={DAY}/*.parquet")
    return path


def _spoil(path: Path, how: str) -> None:
    content = path.read_bytes()
    if how == "gone":
        path.unlink()
    elif how == "cut off":
        path.write_bytes(content[:-100])
    else:
        path.write_bytes(content[:200] + b"\0\0\0\0" + content[204:])


@pytest.mark.parametrize("how", ["gone", "cut off", "overwritten"])
def test_a_damaged_landed_file_is_landed_again_from_its_drop(desk: Desk, how: str) -> None:
    desk.pkd(pkd_row(1))
    desk.land()
    whole = _rows_of(desk).read_bytes()
    _spoil(_rows_of(desk), how)
    result = desk.land()
    assert result.landed == (THE_DAY,)
    assert "damaged" in str(result.warnings[-1])
    assert _rows_of(desk).read_bytes() == whole


def test_a_damaged_landed_file_without_its_drop_is_named(desk: Desk) -> None:
    drop = desk.pkd(pkd_row(1)).parent
    desk.land()
    drop.rename(desk.folder / "away")
    desk.put(PKD, "", "2025-10-17")
    _spoil(_rows_of(desk), "cut off")
    result = desk.land()
    assert result.exit_code == 14
    assert PKD in str(result.refusals[0])


def test_damage_behind_an_old_time_is_found_in_full_and_then_healed(desk: Desk) -> None:
    desk.pkd(pkd_row(1))
    desk.land()
    path = _rows_of(desk)
    before = path.stat()
    _spoil(path, "overwritten")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert desk.land().skipped == (THE_DAY,)
    assert verify(desk.workspace).damaged == (f"landing/dinsos/pkd/batch_date={DAY}/{PKD}.parquet",)
    assert desk.land().landed == (THE_DAY,)
    assert verify(desk.workspace).damaged == ()


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_everything_in_the_home_is_for_its_owner_only(desk: Desk, mask: int) -> None:
    desk.pkd(pkd_row(1))
    before = os.umask(mask)
    try:
        desk.land()
    finally:
        os.umask(before)
    for path in [desk.workspace.home, *desk.workspace.home.rglob("*")]:
        wanted = 0o700 if path.is_dir() else 0o600
        assert stat.S_IMODE(path.stat().st_mode) == wanted, path


def test_a_home_that_was_open_is_closed(desk: Desk) -> None:
    desk.pkd(pkd_row(1))
    desk.land()
    for path in [desk.workspace.home, *desk.workspace.home.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)
    desk.land()
    modes = {stat.S_IMODE(path.stat().st_mode) for path in desk.workspace.home.rglob("*")}
    assert modes <= {0o700, 0o600}


@pytest.mark.parametrize(
    "key",
    ["", "   ", "\t\n", "short", "123456789012345", "aaaaaaaaaaaaaaaaaaaaaaaa",
     "abababababababababab", "Selaras-Sample-Key", "selaras_sample_key", "selaras-sample-key-2",
     "selaras-sampel-key"],
)  # fmt: skip
def test_a_key_that_protects_nobody_is_refused(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    desk.pkd(pkd_row(1))
    monkeypatch.setenv(VARIABLE, key)
    with pytest.raises(Refusal, match="SELARAS_PSEUDONYM_KEY is refused"):
        desk.land()


def test_the_sample_key_said_aloud_is_the_sample_key(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.pkd(pkd_row(1))
    monkeypatch.setenv(VARIABLE, SAMPLE_KEY)
    assert [notice.key for notice in desk.land().warnings] == ["landing.sample_key"]


def test_files_reach_the_disk_before_they_are_shown(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.pkd(pkd_row(1))
    done: list[str] = []
    fsync, replace = os.fsync, Path.replace
    monkeypatch.setattr(os, "fsync", lambda handle: (done.append("fsync"), fsync(handle))[1])

    def moved(self: Path, target: Path) -> Path:
        if self.name.startswith("batch_date"):
            done.append("shown")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", moved)
    desk.land()
    assert done.index("fsync") < done.index("shown")
    assert done[-1] == "fsync"
