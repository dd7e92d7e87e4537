"""A week leaves its facts behind, whole, and no answer depends on which runs were made."""

import errno
import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pytest

import selaras.folders as folders
from selaras.errors import Refusal
from selaras.history import behind, weeks
from selaras.history.store import keep_week, settle
from selaras.verification import verify
from selaras.workspace import Workspace

FIRST, SECOND = date(2025, 10, 17), date(2025, 10, 24)


def facts(folder: Path) -> set[str]:
    """The names of the files of a week."""
    return {path.name for path in folder.iterdir()}


def test_one_sync_of_two_drops_keeps_both_weeks(built: Workspace) -> None:
    kept = weeks(built)
    assert [week.day for week in kept] == [FIRST, SECOND]
    for week in kept:
        assert facts(week.folder) == {*week.files, "week.json"}
        assert week.damaged() == []
        days = duckdb.sql(f"select distinct as_of_date from '{week.folder}/*.parquet'").fetchall()
        assert days == [(week.day,)]
    assert behind(built) == []


def test_the_weeks_before_are_read_with_the_columns_of_this_one(built: Workspace) -> None:
    with duckdb.connect(str(built.database), read_only=True) as connection:
        for fact in ("week_verdict", "week_finding"):
            past, now = (
                connection.execute(f"describe from {schema}.{fact}").fetchall()
                for schema in ("past", "history")
            )
            assert [each[:2] for each in past] == [each[:2] for each in now]
            days = f"select distinct as_of_date from past.{fact}"
            assert connection.execute(days).fetchall() == [(FIRST,)]


def test_a_week_of_other_files_or_without_its_folder_is_behind(
    copied: Callable[[], Workspace],
) -> None:
    workspace = copied()
    folder = workspace.history / f"as_of_date={FIRST}"
    note = json.loads((folder / "week.json").read_text("utf-8"))
    (folder / "week.json").write_text(json.dumps(note | {"landing": "of other files"}), "utf-8")
    assert behind(workspace) == [FIRST]
    (folder / "week.json").write_text(json.dumps(note | {"rules": "of another day"}), "utf-8")
    assert behind(workspace) == []
    path = folder / "week_finding.parquet"
    path.write_bytes(path.read_bytes()[:-10])
    assert behind(workspace) == [FIRST]
    path.unlink()
    assert behind(workspace) == [FIRST]
    shutil.rmtree(folder)
    assert behind(workspace) == [FIRST]
    assert behind(workspace, FIRST) == []


def test_a_day_without_a_drop_is_no_week(copied: Callable[[], Workspace]) -> None:
    workspace = copied()
    with duckdb.connect(str(workspace.database)) as connection:
        connection.execute("update ops.as_of set as_of_date = '2025-10-27'")
    assert keep_week(workspace) is None
    assert [week.day for week in weeks(workspace)] == [FIRST, SECOND]


def test_a_week_kept_again_replaces_exactly_its_own(copied: Callable[[], Workspace]) -> None:
    workspace = copied()
    before = {week.day: week.files for week in weeks(workspace)}
    keep_week(workspace)
    assert {week.day: week.files for week in weeks(workspace)} == before
    with duckdb.connect(str(workspace.database)) as connection:
        connection.execute("delete from eligibility.elig_pkh where rowid % 2 = 0")
    keep_week(workspace)
    after = {week.day: week.files for week in weeks(workspace)}
    assert after[FIRST] == before[FIRST]
    assert after[SECOND] != before[SECOND]
    assert after[SECOND]["week_finding.parquet"] == before[SECOND]["week_finding.parquet"]


@pytest.mark.parametrize("moment", ["flush", "sync_path"])
def test_a_kill_at_any_moment_leaves_the_old_week_or_the_new(
    copied: Callable[[], Workspace], monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    workspace = copied()

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(folders, moment, killed)
        with pytest.raises(KeyboardInterrupt):
            keep_week(workspace)
    settle(workspace)
    assert [(week.day, week.damaged()) for week in weeks(workspace)] == [(FIRST, []), (SECOND, [])]
    assert len(list(workspace.history.iterdir())) == 2


def test_a_kill_between_the_two_moves_brings_the_old_week_back(
    copied: Callable[[], Workspace],
) -> None:
    workspace = copied()
    place = workspace.history / f"as_of_date={SECOND}"
    place.rename(workspace.history / f".replaced-{place.name}")
    settle(workspace)
    assert [week.day for week in weeks(workspace)] == [FIRST, SECOND]


def test_a_full_disk_is_a_sentence_and_leaves_the_weeks_as_they_were(
    copied: Callable[[], Workspace], monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = copied()
    before = [week.files for week in weeks(workspace)]

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(folders, "flush", full)
    with pytest.raises(Refusal, match="No space left"):
        keep_week(workspace)
    assert [week.files for week in weeks(workspace)] == before
    assert [path.name for path in workspace.history.glob(".*")] == []


def test_a_damaged_week_is_told_and_built_again(copied: Callable[[], Workspace]) -> None:
    workspace = copied()
    path = workspace.history / f"as_of_date={FIRST}" / "week_finding.parquet"
    path.write_bytes(path.read_bytes()[:-10])
    assert f"history/as_of_date={FIRST}/week_finding.parquet" in verify(workspace).damaged
    assert behind(workspace) == [FIRST]
