"""A build that stopped says why in one sentence, whichever engine wrote how many headings."""

from pathlib import Path

import pytest

from selaras.dbt import NO_SPACE, stopped
from selaras.errors import ExitCode
from selaras.workspace import Workspace


@pytest.mark.parametrize(
    "told",
    [
        "Runtime Error in model drop_day (models/drop_day.sql)\n  Why it is.",
        "Runtime Error in model drop_day (models/drop_day.sql)\n  Runtime Error\n    Why it is.",
        "Runtime Error\n\n  Runtime Error\n    Why it is.\n    And a plan of Spark.",
        "Why it is.",
    ],
)
def test_the_reason_stands_behind_all_headings(told: str, tmp_path: Path) -> None:
    refusal = stopped(["drop_day"], ["", told], Workspace(tmp_path))
    assert refusal.exit_code == ExitCode.DBT_FAILED
    assert "stopped at drop_day: Why it is. See" in str(refusal)


@pytest.mark.parametrize(
    ("told", "key"),
    [
        ('IO Error: Could not set lock on file "selaras.duckdb"', "run.in_use"),
        (f"Runtime Error\n  IO Error: {NO_SPACE}", "run.no_space"),
    ],
)
def test_what_other_processes_and_disks_stop_is_told_as_such(
    told: str, key: str, tmp_path: Path
) -> None:
    refusal = stopped(["DuckDB"], [told], Workspace(tmp_path))
    assert (refusal.key, refusal.exit_code) == (key, ExitCode.INPUT_REFUSED)


def test_what_memory_stops_says_how_to_allow_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = "Runtime Error\n  Out of Memory Error: failed to pin block of size 256.0 KiB"
    monkeypatch.setenv("SELARAS_MEMORY", "700MB")
    refusal = stopped(["stg_dinsos__pkd"], [told], Workspace(tmp_path))
    assert (refusal.key, refusal.exit_code) == ("run.no_memory", ExitCode.DBT_FAILED)
    assert "700MB" in str(refusal) and "SELARAS_MEMORY" in str(refusal)


@pytest.mark.parametrize(
    ("told", "key"),
    [
        ("Catalog Error: Table with name snapshot_file does not exist!", "run.dbt_failed"),
        ('Binder Error: Table "landed" does not have a column named "bulan"', "run.list_failed"),
    ],
)
def test_a_table_that_is_missing_is_no_fault_of_a_contract(
    told: str, key: str, tmp_path: Path
) -> None:
    assert stopped(["stg_dinsos__pkd"], [told], Workspace(tmp_path)).key == key
