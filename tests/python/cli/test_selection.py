"""`selaras build --select ...`: a part of the warehouse is built and tried by itself."""

import json
from pathlib import Path

import pytest
from dbt.cli.main import dbtRunner

from selaras.workspace import PROJECT


def test_no_test_compares_what_was_selected_with_what_was_left_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SELARAS_HOME", str(tmp_path))
    where = ["--project-dir", str(PROJECT), "--profiles-dir", str(PROJECT), "--quiet"]
    where += ["--target-path", str(tmp_path / "target"), "--log-path", str(tmp_path / "logs")]
    keys = ["--output", "json", "--output-keys", "unique_id", "resource_type", "depends_on"]
    found = dbtRunner().invoke(["ls", "--select", "+fct_finding", *keys, *where])
    assert found.success, found.exception
    nodes = [json.loads(line) for line in found.result]
    chosen = {node["unique_id"] for node in nodes}
    tests = [node for node in nodes if node["resource_type"] == "test"]
    others = {
        node["unique_id"]: set(node["depends_on"]["nodes"]) - chosen
        for node in tests
        if not set(node["depends_on"]["nodes"]) <= chosen
    }
    assert len(tests) > 10
    assert others == {}
