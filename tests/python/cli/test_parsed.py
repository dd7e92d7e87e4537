"""What dbt has read of the project serves the next run, in whichever home."""

import json
from datetime import date
from pathlib import Path

import pytest

from selaras import parsed, workspace
from selaras.dbt import run_dbt
from selaras.workspace import Workspace


def test_a_new_home_and_another_day_do_not_have_the_project_read_again(tmp_path: Path) -> None:
    run_dbt(Workspace.at(tmp_path / "one"), ["parse"])
    other = Workspace.at(tmp_path / "another")

    run_dbt(other, ["parse"], date(2025, 10, 17))

    told = json.loads((other.target / "perf_info.json").read_text(encoding="utf-8"))
    assert told["path_count"] > 400
    assert told["parsed_path_count"] < 10


def test_all_is_read_again_where_something_else_is_said_of_a_macro(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tmp_path / "project"
    said = project / "macros" / "_macros.yml"
    said.parent.mkdir(parents=True)
    said.write_text("macros: []", encoding="utf-8")
    for module in (parsed, workspace):
        monkeypatch.setattr(module, "PROJECT", project)
    monkeypatch.setattr(parsed, "SHARED", project / "target" / parsed.NAME)
    home, other = (Workspace(tmp_path / name, project) for name in ("one", "another"))
    own = home.target / parsed.NAME

    assert parsed.remembered(home) == []  # nothing was read yet
    own.write_bytes(b"read")
    parsed.remember(home)
    assert parsed.remembered(home) == [] and own.exists()
    assert parsed.remembered(other) == ["--partial-parse-file-path", str(parsed.SHARED)]

    said.write_text("macros: [{name: in_force}]", encoding="utf-8")
    assert parsed.remembered(home) == [] and not own.exists()
    assert parsed.remembered(other) == []
