"""An engine is one of ours, and Spark is refused in one sentence where it is not installed."""

import os
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from selaras.cli.app import app
from selaras.errors import ExitCode, Refusal
from selaras.spark.target import built_by, on_spark
from selaras.workspace import DUCKDB, SPARK, Workspace


def test_a_build_on_spark_is_refused_without_spark(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "selaras.spark.seam", raising=False)
    monkeypatch.setitem(sys.modules, "dbt.adapters.spark", None)
    with pytest.raises(Refusal) as refused:
        built_by(SPARK, Workspace(tmp_path))
    assert refused.value.exit_code == ExitCode.INPUT_REFUSED
    assert "requirements-spark.txt" in str(refused.value)


def test_a_build_by_duckdb_asks_for_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "selaras.spark.seam", None)
    workspace = built_by(DUCKDB, Workspace(tmp_path))
    assert on_spark(workspace) == []


@pytest.mark.parametrize("verb", [["build"], ["sync", "--inbox", "."]])
def test_another_engine_is_refused(verb: list[str], tmp_path: Path) -> None:
    said = CliRunner().invoke(app, [*verb, "--target", "oracle", "--home", str(tmp_path)])
    assert said.exit_code == ExitCode.USAGE
    assert "duckdb, spark" in said.output


@pytest.mark.parametrize("folder", ["spark", "spark_metastore"])
def test_files_of_spark_are_taken_from_others(folder: str, tmp_path: Path) -> None:
    file = tmp_path / "home" / folder / "staging.db/part-0.parquet"
    file.parent.mkdir(parents=True)
    file.touch()
    file.chmod(0o644)
    before = os.umask(0o022)
    try:
        Workspace(tmp_path / "home").prepare()
    finally:
        os.umask(before)
    assert (file.parent.stat().st_mode & 0o777, file.stat().st_mode & 0o777) == (0o700, 0o600)
