"""Two models are built at a time where there is memory for two."""

from pathlib import Path

import pytest

from selaras.dbt import one_by_one
from selaras.workspace import Workspace

ALONE = ["--threads", "1"]


@pytest.fixture
def landed(tmp_path: Path) -> Workspace:
    """A home with two drops of a megabyte each."""
    for day in ("2025-10-17", "2025-10-24"):
        folder = tmp_path / "landing" / "kemensos" / "pkh" / f"batch_date={day}"
        folder.mkdir(parents=True)
        (folder / "pkh.csv.parquet").write_bytes(b"\0" * (1 << 20))
    return Workspace.at(tmp_path)


def test_a_drop_that_is_large_for_the_memory_is_built_one_model_after_another(
    landed: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SELARAS_MEMORY", "20MiB")
    assert one_by_one(landed, ["build"]) == ALONE

    monkeypatch.setenv("SELARAS_MEMORY", "40MiB")
    assert one_by_one(landed, ["build"]) == []


def test_who_says_how_many_at_a_time_is_obeyed(
    landed: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SELARAS_MEMORY", "20MiB")

    assert one_by_one(landed, ["build", "--threads", "2"]) == []
    assert one_by_one(landed, ["parse"]) == []
