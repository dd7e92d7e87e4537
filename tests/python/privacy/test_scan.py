"""Whatever stands in a file that leaves the house is found, of whatever kind the file is."""

import gzip
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
import xlsxwriter

from selaras.errors import ExitCode, Refusal
from selaras.privacy import draft
from selaras.privacy.scanner import Known, scan
from selaras.publish import Wishes, publish
from selaras.workspace import Workspace

NUMBER = "3171010101019001"
KNOWN = Known(
    frozenset({"siti aminah", "m nur hadi"}), frozenset({"jl. melati no. 5", "1230045678"})
)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (f"NIK {NUMBER}.", ["number"]),
        (f"nik={NUMBER}", ["number"]),
        (f"9{NUMBER}", []),
        (f"a{NUMBER[:15]}b1", []),
        ("0.1234567890123456", []),
        ("paid to Siti  Aminah yesterday", ["name"]),
        ("SITI AMINAH", ["name"]),
        ("M. Nur Hadi", ["name"]),
        ("Siti Aminahwati", []),
        ("Jl. Melati No. 5", ["address or account"]),
        ("Melati", []),
        ("to account 1230045678, today", ["account"]),
        ("1230045679", []),
    ],
)
def test_what_names_a_person_is_told_from_what_does_not(text: str, kinds: list[str]) -> None:
    assert list(KNOWN.kinds(text)) == kinds


def test_every_kind_of_file_is_opened(
    copied: Callable[[], Workspace], monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = copied()
    monkeypatch.setattr("selaras.privacy.scanner._known", lambda _: KNOWN)
    assert scan(workspace).found == ()
    folder = (workspace.publish / "current").resolve()
    (workspace.home / "logs").mkdir()
    (workspace.home / "target").mkdir()
    with duckdb.connect(str(folder / "leak.duckdb")) as connection:
        connection.execute(f"create table t as select {NUMBER} as a")
        connection.execute(f"copy t to '{folder / 'leak.parquet'}'")
    book = xlsxwriter.Workbook(str(folder / "leak.xlsx"))
    book.add_worksheet().write_string(0, 0, "Siti Aminah")
    book.close()
    for path in (
        folder / "leak.json",
        workspace.home / "logs/leak.log",
        workspace.home / "target/leak.sql",
    ):
        path.write_text(f"... {NUMBER} ...\n")
    with gzip.open(folder / "leak.csv.gz", "wt") as file:
        file.write(f"a\n{NUMBER}\n")
    (workspace.publish / "link.json").symlink_to(folder / "leak.json")
    done = scan(workspace)
    assert {Path(each.file).name for each in done.found} == {
        "leak.duckdb",
        "leak.parquet",
        "leak.xlsx",
        "leak.json",
        "leak.log",
        "leak.sql",
        "leak.csv.gz",
    }
    assert done.bytes > 0 and done.files > len(done.found)


def test_the_examples_of_the_project_name_nobody_in_what_dbt_copied(
    copied: Callable[[], Workspace], monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = copied()
    monkeypatch.setattr("selaras.privacy.scanner._known", lambda _: KNOWN)
    monkeypatch.setattr("selaras.privacy.scanner._examples", lambda: " siti aminah 1230045678 ")
    folder = (workspace.publish / "current").resolve()
    (workspace.home / "target").mkdir()
    for path in (workspace.home / "target/manifest.json", folder / "copy.json"):
        path.write_text("Siti Aminah 1230045678\n")
    (workspace.home / "target/leak.json").write_text("M. Nur Hadi\n")
    found = [(Path(each.file).name, each.kind) for each in scan(workspace).found]
    assert found == [("copy.json", "account"), ("copy.json", "name"), ("leak.json", "name")]


def test_a_publication_that_names_somebody_is_refused(copied: Callable[[], Workspace]) -> None:
    workspace = copied()
    before = (workspace.publish / "current").resolve()
    with duckdb.connect(str(workspace.database)) as connection:
        connection.execute(
            """
            update conformed.dim_person set full_name = 'M. NUR-AINI HADI (ALM)'
            where person_id = (select min(person_id) from conformed.dim_person);
            update marts.mart_rule_v2 set basis = 'as told by M. Nur-Aini  Hadi (Alm), today'
            """
        )
        connection.execute(f"update marts.mart_parameter_v2 set source = 'NIK {NUMBER}'")
    with pytest.raises(Refusal) as refused:
        publish(workspace, checks=[], wishes=Wishes(accept="a test"))
    assert refused.value.exit_code == ExitCode.VALIDATION_FAILED
    assert "mart_parameter_v2.parquet (number" in str(refused.value)
    assert "mart_rule_v2.parquet (name" in str(refused.value)
    assert (workspace.publish / "current").resolve() == before


def test_what_a_run_leaves_names_nobody_and_is_closed_to_others(built: Workspace) -> None:
    assert scan(built).found == ()
    left = [path for path in (built.home, *built.home.rglob("*")) if not path.is_symlink()]
    assert [path for path in left if path.stat().st_mode & 0o077] == []


def test_duckdb_cannot_write_encrypted_files_without_a_download(tmp_path: Path) -> None:
    closed = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}
    with (
        duckdb.connect(config=closed) as connection,
        pytest.raises(duckdb.Error, match="read-only crypto"),  # ADR 0037: look again if it can
    ):
        connection.execute(f"attach '{tmp_path / 'a.duckdb'}' (encryption_key 'secret')")


@pytest.mark.parametrize("other", ["'p' || id", "'p' || id % 7", "null"])
def test_a_column_tells_a_name_once_however_its_cells_repeat(tmp_path: Path, other: str) -> None:
    path = tmp_path / "some.parquet"
    rows = f"select case when id > {draft.LOOK_AT} then 'Siti Aminah' else {other} end as cell"
    rows += f" from range({draft.LOOK_AT + 9}) as drawn (id) order by id"
    duckdb.execute(f"copy ({rows}) to '{path}' (format parquet)")
    assert list(draft._texts(path)) == ["Siti Aminah"]
