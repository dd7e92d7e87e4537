"""What dbt has read of the project serves the next run, in whichever home."""

from datetime import date
from pathlib import Path

from selaras.dbt import run_dbt
from selaras.workspace import Workspace


def test_a_new_home_and_another_day_do_not_have_the_project_read_again(tmp_path: Path) -> None:
    run_dbt(Workspace.at(tmp_path / "one"), ["parse"])
    other = Workspace.at(tmp_path / "another")

    run_dbt(other, ["parse"], date(2025, 10, 17))

    log = (other.logs / "dbt.log").read_text(encoding="utf-8")
    assert "Performance info" in log
    assert "Unable to do partial parsing" not in log
