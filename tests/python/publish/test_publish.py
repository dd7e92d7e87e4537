"""A publication is whole or not there, the same for the same content, and leaves readers alone."""

import csv
import errno
import json
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest
import python_calamine

import selaras.publish as publish_module
from selaras.errors import ExitCode, Refusal
from selaras.landing.batches import Batch
from selaras.landing.notice import Notice
from selaras.publish import DATABASE, Wishes, provenance, publish
from selaras.publish.tables import keys_of_tables
from selaras.publish.workbook import HIDDEN, SHEETS, WORKBOOK
from selaras.validate import Check, Violation
from selaras.verification import verify
from selaras.workspace import PROJECT, Workspace

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


def test_open_data_are_there_as_csv_too(built: Workspace) -> None:
    current = built.publish / "current"
    tables = [each for each in _manifest(built)["tables"] if each["name"].startswith("open_data.")]
    assert len(list(current.rglob("open_data/*.csv"))) == len(tables) > 5
    for table in tables:
        lines = (current / table["file"]).with_suffix(".csv").read_text("utf-8").splitlines()
        assert lines[0].split(",") == pq.read_schema(current / table["file"]).names
        assert len(lines) == 1 + table["rows"]


def test_coarse_open_data_are_a_workbook_that_says_what_it_shows(built: Workspace) -> None:
    current = built.publish / "current"
    book = python_calamine.CalamineWorkbook.from_path(str(current / WORKBOOK))
    first, *sheets = book.sheet_names
    assert sorted(sheets) == sorted(SHEETS)
    told = {cell for row in book.get_sheet_by_name(first).to_python() for cell in row}
    assert set(HIDDEN) | {"monthly_amount", "is_suppressed"} <= told
    for name in sheets:
        head, *rows = book.get_sheet_by_name(name).to_python()
        with (current / f"open_data/{name}.csv").open(encoding="utf-8", newline="") as file:
            expected = list(csv.reader(file))
        assert head == expected[0]
        assert [[_as_csv(cell) for cell in row] for row in rows] == expected[1:]


def _as_csv(cell: object) -> str:
    """A cell of a workbook as DuckDB writes it."""
    if isinstance(cell, bool):
        return str(cell).lower()
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def test_postgresql_without_its_driver_is_a_sentence(
    built: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "selaras.publish.postgres", None)
    with pytest.raises(Refusal, match="needs psycopg"):
        publish(built, GOOD, Wishes(postgres=True))


def test_file_keeps_the_older_storage_version(built: Workspace) -> None:
    with duckdb.connect(str(built.publish / "current" / DATABASE), read_only=True) as connection:
        (tags,) = connection.execute(
            "select tags from duckdb_databases() where database_name = 'selaras_marts'"
        ).fetchone()
    assert tags["storage_version"].startswith("v1.0.0")


def test_the_warehouse_compresses_the_texts_that_nothing_repeats(built: Workspace) -> None:
    with duckdb.connect(str(built.database), read_only=True) as connection:
        ways = connection.execute(
            "select distinct compression from pragma_storage_info('outbox.item')"
            " where column_name = 'seal' and segment_type = 'VARCHAR'"
        ).fetchall()
    assert ways == [("DICT_FSST",)]


def test_the_same_content_is_the_same_publication(copied: Callable[[], Workspace]) -> None:
    workspace = copied()
    before = {path.name: path.stat().st_ino for path in (workspace.publish / "current").iterdir()}
    folder = publish(workspace, GOOD)
    assert folder.name == (workspace.publish / "current").readlink().name
    after = {path.name: path.stat().st_ino for path in (workspace.publish / "current").iterdir()}
    del before["manifest.json"], after["manifest.json"]
    assert before == after
    assert [path.name for path in workspace.publish.glob(".*")] == []


def test_the_same_rows_in_another_order_are_the_same_publication(
    copied: Callable[[], Workspace],
) -> None:
    workspace = copied()
    before = _manifest(workspace)
    for table in ("mart_finding_v2", "mart_eligibility", "mart_change"):
        marts = f"marts.{table}"
        shuffled = f"create temp table shuffled as from {marts} order by random()"
        _change(workspace, f"{shuffled}; delete from {marts}; insert into {marts} from shuffled")
    publish(workspace, GOOD)
    assert _manifest(workspace) == before
    _change(workspace, "update marts.mart_finding_v2 set kind = 'x' where rowid = 0")
    publish(workspace, GOOD)
    assert _manifest(workspace)["content"] != before["content"]


def test_only_what_is_tested_to_be_a_key_orders_a_table() -> None:
    keys = keys_of_tables(PROJECT)
    assert keys["mart_finding"] == ("finding_id",)
    assert keys["mart_change"] == ("source_row_id", "field")
    assert "no_such_mart" not in keys


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


def test_a_part_of_a_build_is_not_published(
    selaras: Callable, copied: Callable[[], Workspace]
) -> None:
    workspace = copied()
    before = (workspace.publish / "current").readlink()
    assert selaras("build", "--select", "as_of", "--home", workspace.home).returncode == 0
    found = selaras("publish", "--home", workspace.home)
    assert found.returncode == ExitCode.INPUT_REFUSED
    assert "not complete" in found.stderr
    assert (workspace.publish / "current").readlink() == before


@pytest.mark.parametrize("field", ["landing", "rules", "code"])
def test_a_build_of_something_else_is_not_published(
    copied: Callable[[], Workspace], field: str
) -> None:
    workspace = copied()
    _change(workspace, f"update ops.complete_build set {field} = 'another'")
    with pytest.raises(Refusal, match="not complete"):
        publish(workspace, GOOD)


@pytest.mark.parametrize(
    "damage", ["drop table marts.mart_region", "update ops.as_of set as_of_date = '2025-10-17'"]
)
def test_a_build_that_lost_a_table_or_its_day_is_not_published(
    copied: Callable[[], Workspace], damage: str
) -> None:
    workspace = copied()
    _change(workspace, damage)
    with pytest.raises(Refusal, match="not complete"):
        publish(workspace, GOOD)


def test_real_data_are_not_published_under_the_sample_key(
    copied: Callable[[], Workspace], monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = copied()
    monkeypatch.setattr(
        publish_module, "batches", lambda _: iter([Batch("2025-10-24", Path(), False, {})])
    )
    with pytest.raises(Refusal, match="sample key"):
        publish(workspace, GOOD)
    assert publish(workspace, GOOD, Wishes(sample_key=True)).is_dir()


@pytest.mark.parametrize("name", [DATABASE, "marts/mart_region.parquet"])
def test_a_damaged_published_file_is_written_again(
    copied: Callable[[], Workspace], name: str
) -> None:
    workspace = copied()
    path = workspace.publish / "current" / name
    path.write_bytes(path.read_bytes()[:-10])
    assert verify(workspace).damaged[-1].endswith(name)
    said: list[Notice] = []
    publish(workspace, GOOD, tell=said.append)
    assert [notice.key for notice in said] == ["publish.healed"]
    assert verify(workspace).damaged == ()


def test_an_old_week_does_not_move_current_back_unless_asked(
    copied: Callable[[], Workspace],
) -> None:
    workspace = copied()
    before = (workspace.publish / "current").readlink()
    _change(workspace, "update ops.as_of set as_of_date = '2025-10-17'")
    _change(workspace, "update ops.complete_build set as_of_date = '2025-10-17'")
    said: list[Notice] = []
    folder = publish(workspace, GOOD, tell=said.append)
    assert folder.name.startswith("2025-10-17")
    assert (workspace.publish / "current").readlink() == before
    assert [notice.key for notice in said] == ["publish.kept_current"]
    publish(workspace, GOOD, Wishes(make_current=True), said.append)
    assert (workspace.publish / "current").readlink().name == folder.name
    assert said[-1].key == "publish.moved_back"


def test_a_full_disk_is_a_sentence_and_leaves_the_old_publication(
    copied: Callable[[], Workspace], monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = copied()
    before = (workspace.publish / "current").readlink()
    _change(workspace, "delete from marts.mart_region where rowid % 2 = 0")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(publish_module, "write_database", full)
    with pytest.raises(Refusal, match="No space left"):
        publish(workspace, GOOD)
    assert (workspace.publish / "current").readlink() == before
    assert [path.name for path in workspace.publish.glob(".*")] == []
