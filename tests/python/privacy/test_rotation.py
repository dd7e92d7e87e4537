"""A new key leaves nothing that carries the old pseudonyms, wherever it is interrupted."""

import shutil
from pathlib import Path

import pytest

from selaras.errors import Refusal
from selaras.landing.key import keep_key, stored_key
from selaras.privacy.rotation import rotate
from selaras.workspace import Workspace

OLD, NEW = "an-old-secret-of-1999", "a-new-secret-of-2042"
PSEUDONYM = "h0123456789abcdef01234567"
CARRIERS = (
    "publish/2025-10-24.1/marts/mart_case.parquet",
    "history/as_of_date=2025-10-24/week_case.parquet",
    "logs/dbt.log",
    "target/run_results.json",
    "selaras.duckdb",
    "selaras.duckdb.wal",
    "spark/conformed.db/dim_person/part-0.parquet",
)


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A home that ran under the old key, while the environment has the new one."""
    found = Workspace(tmp_path)
    monkeypatch.setenv("SELARAS_PSEUDONYM_KEY", OLD)
    keep_key(found.landing)
    for name in (*CARRIERS, "access/explain.jsonl"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PSEUDONYM, encoding="utf-8")
    (tmp_path / "publish/current").symlink_to("2025-10-24.1")
    monkeypatch.setenv("SELARAS_PSEUDONYM_KEY", NEW)
    return found


def carriers(workspace: Workspace) -> set[str]:
    """The files under home in which an old pseudonym or the old key stands."""
    return {
        path.relative_to(workspace.home).as_posix()
        for path in workspace.home.rglob("*")
        if path.is_file() and any(word.encode() in path.read_bytes() for word in (PSEUDONYM, OLD))
    }


def test_only_the_log_of_looks_keeps_an_old_pseudonym(workspace: Workspace) -> None:
    assert carriers(workspace) > set(CARRIERS)
    rotate(workspace)
    assert carriers(workspace) == {"access/explain.jsonl"}
    assert stored_key(workspace.landing) == NEW


@pytest.mark.parametrize("at", range(4))
def test_whoever_is_interrupted_has_the_old_key_and_rotates_again(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    real, calls = shutil.rmtree, []

    def fails(path: Path) -> None:
        calls.append(path)
        if len(calls) > at:
            raise PermissionError(13, "Permission denied")
        real(path)

    monkeypatch.setattr("selaras.privacy.rotation.shutil.rmtree", fails)
    with pytest.raises(Refusal) as refused:
        rotate(workspace)
    assert refused.value.key == "privacy.not_deleted"
    assert stored_key(workspace.landing) == OLD
    monkeypatch.undo()
    monkeypatch.setenv("SELARAS_PSEUDONYM_KEY", NEW)
    rotate(workspace)
    assert carriers(workspace) == {"access/explain.jsonl"}


@pytest.mark.parametrize("folder", ["outbox", "audit"])
def test_nothing_goes_while_others_hold_what_was_sent_out(
    workspace: Workspace, folder: str
) -> None:
    (workspace.home / folder / "2025-10-24").mkdir(parents=True)
    before = carriers(workspace)
    with pytest.raises(Refusal, match="sent out"):
        rotate(workspace)
    assert carriers(workspace) == before


def test_the_key_in_use_is_no_new_key(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SELARAS_PSEUDONYM_KEY", OLD)
    with pytest.raises(Refusal):
        rotate(workspace)
    assert carriers(workspace) > set(CARRIERS)
