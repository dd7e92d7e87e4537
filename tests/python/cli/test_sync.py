"""The main job on a drop with a file that cannot be used."""

import json
from collections.abc import Callable
from pathlib import Path

import duckdb

from selaras.errors import ExitCode
from selaras.sample import write_sample
from selaras.unchanged import note_built
from selaras.workspace import Workspace


def test_a_refused_file_does_not_stop_the_rest(selaras: Callable, tmp_path: Path) -> None:
    drop = tmp_path / "inbox" / "2025-10-24"
    write_sample(families=100, weeks=1, seed=7, out=drop.parent)
    (drop / "blts_kesra_2025.csv").write_text("NOT,A,LIST\n1,2,3\n")
    (drop / "manifest.csv").unlink(missing_ok=True)
    found = selaras("sync", "--inbox", drop.parent, "--home", tmp_path / "home")
    assert found.returncode == ExitCode.INPUT_REFUSED, found.stderr
    assert "blts_kesra_2025.csv" in found.stdout
    assert "Families in PKH, Sembako or BLTS" in found.stdout
    manifest = json.loads((tmp_path / "home/publish/current/manifest.json").read_text("utf-8"))
    assert "kemensos.blts" not in {each["source"] for each in manifest["inputs"]}
    assert "kemensos.pkh" in {each["source"] for each in manifest["inputs"]}


def test_a_drop_with_nothing_usable_ends_with_sentences(selaras: Callable, tmp_path: Path) -> None:
    drop = tmp_path / "inbox" / "2025-10-24"
    drop.mkdir(parents=True)
    (drop / "blts_kesra_2025.csv").write_text("NOT,A,LIST\n1,2,3\n")
    found = selaras("sync", "--inbox", drop.parent, "--home", tmp_path / "home")
    assert found.returncode == ExitCode.INPUT_REFUSED, found.stderr
    assert "Traceback" not in found.stdout + found.stderr
    assert "blts_kesra_2025.csv" in found.stdout


def test_an_empty_drop_ends_with_a_sentence(selaras: Callable, tmp_path: Path) -> None:
    (tmp_path / "inbox" / "2025-10-24").mkdir(parents=True)
    found = selaras("sync", "--inbox", tmp_path / "inbox", "--home", tmp_path / "home")
    assert found.returncode == ExitCode.INPUT_REFUSED, found.stderr
    assert "Traceback" not in found.stdout + found.stderr


def test_a_second_sync_builds_nothing_and_publishes_the_same_content(
    selaras: Callable, inbox: Path, copied: Callable[[], Workspace]
) -> None:
    workspace = copied()
    note_built(workspace, None)  # a copy is not the file that the build wrote
    built_at = workspace.database.stat().st_mtime_ns
    before = _content(workspace)
    found = selaras("sync", "--inbox", inbox, "--home", workspace.home, "--json")
    assert found.returncode == 0, found.stderr
    assert json.loads(found.stdout)["landing"]["landed"] == []
    assert workspace.database.stat().st_mtime_ns == built_at
    assert _content(workspace) == before


def test_a_key_that_two_rows_share_is_named_without_its_value(
    selaras: Callable, copied: Callable[[], Workspace]
) -> None:
    workspace = copied()
    with duckdb.connect(str(workspace.database)) as warehouse:
        table = "conformed.dim_household"
        warehouse.execute(f"insert into {table} from {table} limit 1")
        ((double,),) = warehouse.execute(
            f"select household_id from {table} group by all having count(*) > 1"
        ).fetchall()
    test = "each_key_in_conformed_names_one_row"
    found = selaras("build", "--home", workspace.home, "--select", test)
    assert found.returncode == ExitCode.DBT_FAILED
    assert "1 row(s)" in found.stderr
    assert "dim_household.household_id" in found.stderr
    assert double not in found.stderr
    query = workspace.home / f"target/compiled/selaras/tests/data/keys/{test}.sql"
    assert str(query) in found.stderr
    with duckdb.connect(str(workspace.database)) as warehouse:
        row = warehouse.execute(query.read_text("utf-8")).fetchall()
    assert row == [("dim_household", "household_id", double, 2)]


def _content(workspace: Workspace) -> dict[str, str]:
    """The digest of each published table."""
    manifest = json.loads((workspace.publish / "current/manifest.json").read_text("utf-8"))
    return {table["name"]: table["sha256"] for table in manifest["tables"]}
