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
