"""A week whose figures moved too far waits for a person's word, which is kept and published."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from selaras.acceptance import accepted
from selaras.errors import ExitCode
from selaras.warehouse import rows
from selaras.workspace import Workspace

REASON = "the list was cleaned after the audit"


@pytest.fixture
def moved(copied: Callable[[], Workspace], built: Workspace) -> Workspace:
    """A built workspace with a landing of its own, in which PKH lost families since last week."""
    workspace = copied()
    workspace.landing.unlink()
    shutil.copytree(built.landing, workspace.landing)
    with duckdb.connect(str(workspace.database)) as warehouse:
        (view,) = warehouse.execute(
            "select sql from duckdb_views() where schema_name = 'landing'"
            " and view_name = 'acceptance'"
        ).fetchone()
        own = view.replace(str(built.landing), str(workspace.landing))
        warehouse.execute(own.replace("CREATE VIEW", "create or replace view"))
        warehouse.execute(
            "update trend.guarded_step set is_moved = true, figure_before = 1497, figure_now = 900,"
            " relative_change = -0.3988 where measure_id = 'programme_families'"
            " and subject_id = 'pkh' and as_of_date = (select as_of_date from ops.as_of)"
        )
    return workspace


def _manifest(workspace: Workspace) -> dict:
    """What the current publication says of itself."""
    return json.loads((workspace.publish / "current" / "manifest.json").read_text("utf-8"))


def test_what_moved_stops_before_publishing_with_a_table(
    selaras: Callable, moved: Workspace
) -> None:
    before = _manifest(moved)
    found = selaras("publish", "--home", moved.home)
    assert found.returncode == ExitCode.VALIDATION_FAILED
    assert "Traceback" not in found.stderr
    (line,) = [line for line in found.stderr.splitlines() if line.startswith("  2025-10-24")]
    assert line.split()[1] == "pkh"
    assert "1,497 -> 900" in line and "-39.9 % (20 %)" in line
    assert _manifest(moved) == before
    assert accepted(moved.landing) == []


def test_a_reason_goes_on_and_stays_in_the_manifest_and_a_mart(
    selaras: Callable, moved: Workspace
) -> None:
    found = selaras("publish", "--home", moved.home, "--accept", REASON)
    assert found.returncode == 0, found.stderr
    assert REASON in found.stdout
    (told,) = _manifest(moved)["acceptances"]
    assert (told["kind"], told["batch_date"]) == ("figure", "2025-10-24")
    assert (told["measure_id"], told["subject_id"]) == ("programme_families", "pkh")
    assert (told["figure_before"], told["figure_now"]) == (1497, 900)
    assert told["reason"] == REASON
    assert told["accepted_by"]
    assert len(told["accepted_at"]) == len("2025-10-24T12:00:00")
    mart = f"from '{moved.publish}/current/marts/mart_acceptance.parquet'"
    (row,) = rows(duckdb.connect(), mart)
    assert (row["subject_id"], row["reason"]) == ("pkh", REASON)
    again = selaras("publish", "--home", moved.home)  # it has been said, and is not asked again
    assert again.returncode == 0, again.stderr
    assert _manifest(moved)["acceptances"] == [told]


def test_another_move_of_the_same_figure_is_asked_for_again(
    selaras: Callable, moved: Workspace
) -> None:
    assert selaras("publish", "--home", moved.home, "--accept", REASON).returncode == 0
    with duckdb.connect(str(moved.database)) as warehouse:
        warehouse.execute(
            "update trend.guarded_step set figure_now = 700"
            " where measure_id = 'programme_families' and subject_id = 'pkh' and is_moved"
        )
    assert selaras("publish", "--home", moved.home).returncode == ExitCode.VALIDATION_FAILED


@pytest.mark.parametrize("reason", ["", "  ", "3171010101909001 told us so"])
def test_a_reason_says_something_and_names_no_number(
    selaras: Callable, tmp_path: Path, reason: str
) -> None:
    found = selaras("publish", "--home", tmp_path, "--accept", reason)
    assert found.returncode == ExitCode.USAGE
