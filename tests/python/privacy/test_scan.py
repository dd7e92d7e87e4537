"""Whatever stands in a file that leaves the house is found, of whatever kind the file is."""

import gzip
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
import xlsxwriter

from selaras.privacy.scanner import Known, scan
from selaras.workspace import Workspace

NUMBER = "3171010101019001"
KNOWN = Known(
    frozenset({"siti aminah", "m. nur hadi"}), frozenset({"jl. melati no. 5", "1230045678"})
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


def test_what_a_run_leaves_names_nobody_and_is_closed_to_others(built: Workspace) -> None:
    assert scan(built).found == ()
    left = [path for path in (built.home, *built.home.rglob("*")) if not path.is_symlink()]
    assert [path for path in left if path.stat().st_mode & 0o077] == []
