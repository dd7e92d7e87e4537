"""A publication is whole or not there, the same for the same content, and leaves readers alone."""

import json
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from selaras.errors import Refusal
from selaras.publish import DATABASE, provenance, publish
from selaras.validate import Check, Violation
from selaras.workspace import Workspace

GOOD: list[Check] = []
BAD = [Check("money_is_conserved", (Violation("pkh", "1", "2"),), 1)]


def _manifest(workspace: Workspace) -> dict:
    return json.loads((workspace.publish / "current" / "manifest.json").read_text("utf-8"))


def _change(workspace: Workspace, sql: str) -> None:
    with duckdb.connect(str(workspace.database)) as connection:
        connection.execute(sql)


def test_only_marts_and_open_data_are_published(built: Workspace) -> None:
    with duckdb.connect(str(built.publish / "current" / DATABASE), read_only=True) as connection:
        found = connection.execute(
            "select distinct table_schema from information_schema.tables order by all"
        ).fetchall()
    assert found == [("marts",), ("open_data",)]


def test_manifest_counts_what_is_in_the_files(built: Workspace) -> None:
    current = built.publish / "current"
    manifest = _manifest(built)
    assert manifest["as_of_date"] == "2025-10-24"
    assert manifest["pseudonym_key"] == "the public sample key"
    assert manifest["drops"] == ["2025-10-17", "2025-10-24"]
    with duckdb.connect(str(current / DATABASE), read_only=True) as connection:
        for table in manifest["tables"]:
            (rows,) = connection.execute(f"select count(*) from {table['name']}").fetchone()
            path = str(current / table["file"])
            (in_parquet,) = connection.execute(
                "select count(*) from read_parquet(?)", [path]
            ).fetchone()
            assert rows == in_parquet == table["rows"]


def test_file_keeps_the_older_storage_version(built: Workspace) -> None:
    with duckdb.connect(str(built.publish / "current" / DATABASE), read_only=True) as connection:
        (tags,) = connection.execute(
            "select tags from duckdb_databases() where database_name = 'selaras_marts'"
        ).fetchone()
    assert tags["storage_version"].startswith("v1.0.0")


def test_the_same_content_is_the_same_publication(copied: Callable[[], Workspace]) -> None:
    workspace = copied()
    before = {path.name: path.stat().st_ino for path in (workspace.publish / "current").iterdir()}
    folder = publish(workspace, GOOD)
    assert folder.name == (workspace.publish / "current").readlink().name
    after = {path.name: path.stat().st_ino for path in (workspace.publish / "current").iterdir()}
    del before["manifest.json"], after["manifest.json"]
    assert before == after
    assert [path.name for path in workspace.publish.glob(".*")] == []


def test_a_reader_keeps_the_file_that_is_open(copied: Callable[[], Workspace]) -> None:
    workspace = copied()
    link = workspace.publish / "current" / DATABASE
    with duckdb.connect(str(link), read_only=True) as reader:
        count = "select count(*) from marts.mart_region"
        before = reader.execute(count).fetchone()
        _change(workspace, "delete from marts.mart_region where rowid % 2 = 0")
        publish(workspace, GOOD)
        assert reader.execute(count).fetchone() == before
    with duckdb.connect(str(link.resolve()), read_only=True) as reader:
        assert reader.execute(count).fetchone() < before


def test_nothing_is_published_when_a_check_failed(copied: Callable[[], Workspace]) -> None:
    workspace = copied()
    before = (workspace.publish / "current").readlink()
    _change(workspace, "delete from marts.mart_region")
    with pytest.raises(Refusal, match="money_is_conserved"):
        publish(workspace, BAD)
    assert (workspace.publish / "current").readlink() == before


def test_an_interrupted_publication_leaves_the_old_one(
    copied: Callable[[], Workspace], monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = copied()
    before = _manifest(workspace)
    _change(workspace, "delete from marts.mart_region where rowid % 2 = 0")

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("selaras.publish.write_database", fail)
        with pytest.raises(KeyboardInterrupt):
            publish(workspace, GOOD)
    assert _manifest(workspace) == before
    publish(workspace, GOOD)
    assert _manifest(workspace) != before
    assert [path.name for path in workspace.publish.glob(".*")] == []


@pytest.mark.parametrize("packed", [False, True])
def test_commit_is_read_from_a_clone(tmp_path: Path, packed: bool) -> None:
    git = tmp_path / ".git"
    (git / "refs/heads").mkdir(parents=True)
    (git / "HEAD").write_text("ref: refs/heads/main\n")
    if packed:
        (git / "packed-refs").write_text("# pack-refs with: peeled\nabc123 refs/heads/main\n")
    else:
        (git / "refs/heads/main").write_text("abc123\n")
    assert provenance.commit(tmp_path) == "abc123"


def test_commit_is_unknown_outside_of_a_clone(tmp_path: Path) -> None:
    assert provenance.commit(tmp_path) is None
