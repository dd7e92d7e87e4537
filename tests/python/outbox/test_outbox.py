"""What is sent: whole folders, each for one agency, safe to open, the same for the same week."""

import csv
import hashlib
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from python_calamine import CalamineWorkbook
from sent import asked, codes, sheets, workbooks

from selaras.errors import ExitCode
from selaras.landing.workbook import NEXT_SHEET
from selaras.outbox import write_folders
from selaras.outbox.folder import CODES
from selaras.outbox.items import COLUMNS, MOST_ROWS
from selaras.outbox.layout import ANSWERS, headers
from selaras.workspace import Workspace

DAY = "2025-10-24"


@pytest.fixture(scope="session")
def outbox(built: Workspace) -> Path:
    """The outbox that the sync of the shared workspace wrote."""
    return built.outbox / DAY


def agencies(outbox: Path) -> list[Path]:
    return sorted(outbox.iterdir())


def test_only_the_owner_sees_what_is_sent(outbox: Path) -> None:
    found = {path.stat().st_mode & 0o777 for path in (outbox, *outbox.rglob("*")) if path.is_dir()}
    assert found == {0o700}
    assert {each.stat().st_mode & 0o777 for each in outbox.rglob("*") if each.is_file()} == {0o600}


def test_the_manifest_counts_and_the_digests_are_those_of_the_files(outbox: Path) -> None:
    for folder in agencies(outbox):
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        assert manifest["agency"] == folder.name
        for file in manifest["files"]:
            digest = hashlib.sha256((folder / file["name"]).read_bytes()).hexdigest()
            assert digest == file["sha256"]
        items = [item for path in workbooks(folder) for item in asked(path)]
        assert len(items) == manifest["rows"] == sum(each["rows"] for each in manifest["kinds"])
        assert {each["source"].partition(".")[0] for each in manifest["own_files"]} <= {
            folder.name.partition("_")[0]
        }


def test_workbook_and_csv_say_the_same(outbox: Path) -> None:
    for folder in agencies(outbox):
        told = {item["id_butir"] for path in workbooks(folder) for item in asked(path)}
        written = set()
        for path in folder.glob("*.csv"):
            with path.open(encoding="utf-8", newline="") as file:
                rows = list(csv.reader(file))
            assert rows[0] == [*(headers()[name] for name in COLUMNS), *CODES]
            written |= {row[0] for row in rows[1:]}
        assert told == written


def test_no_cell_is_a_formula_and_numbers_of_people_are_texts(outbox: Path) -> None:
    for path in outbox.rglob("*.xlsx"):
        with zipfile.ZipFile(path) as book:
            pages = [name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
            texts = [book.read(name).decode() for name in pages]
        assert not [text for text in texts if "<f>" in text or "<f " in text]
        for text in texts[1:]:
            assert "<dataValidation " in text and "<pane " in text and "<autoFilter " in text
        book = CalamineWorkbook.from_path(path)
        assert book.sheet_names[0] == "Penjelasan"
        for name in book.sheet_names[1:]:
            head, *rows = book.get_sheet_by_name(name).to_python()
            at = [head.index(headers()[column]) for column in ("nik", "no_kk", "id_butir")]
            assert {type(row[place]) for row in rows for place in at} == {str}


def test_a_text_that_looks_like_a_formula_stays_a_text(
    copied: Callable[[], Workspace], built: Workspace
) -> None:
    workspace = copied()
    evil = '=HYPERLINK("http://x","y")'
    with duckdb.connect(str(workspace.database)) as warehouse:
        warehouse.execute("update outbox.item set full_name = ?, place = '+1', nik = '@a'", [evil])
    folder = write_folders(workspace).folder
    for path in folder.rglob("*.xlsx"):
        with zipfile.ZipFile(path) as book:
            assert not any(b"<f>" in book.read(name) for name in book.namelist())
        assert {item["nama"] for item in asked(path)} == {evil}
    for path in folder.rglob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            cells = {cell for row in csv.reader(file) for cell in row}
        assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_the_same_week_gives_the_same_bytes_and_is_left_alone(
    built: Workspace, copied: Callable[[], Workspace]
) -> None:
    workspace = copied()
    first = write_folders(workspace)
    sums = {path: path.stat().st_mtime_ns for path in first.folder.rglob("*")}
    again = write_folders(workspace)
    assert (first.is_new, again.is_new) == (True, False)
    assert {path: path.stat().st_mtime_ns for path in again.folder.rglob("*")} == sums
    for path in (built.outbox / DAY).rglob("*"):
        other = first.folder / path.relative_to(built.outbox / DAY)
        assert path.is_dir() or path.read_bytes() == other.read_bytes()


def test_what_an_interrupted_run_left_is_put_right(copied: Callable[[], Workspace]) -> None:
    workspace = copied()
    folder = write_folders(workspace).folder
    folder.rename(folder.with_name(f".replaced-{DAY}"))
    (workspace.outbox / ".building" / "half").mkdir(parents=True)
    again = write_folders(workspace)
    assert not again.is_new
    assert [path.name for path in workspace.outbox.iterdir()] == [DAY]


def test_a_large_share_is_split_by_kecamatan(
    copied: Callable[[], Workspace], monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = copied()
    monkeypatch.setattr("selaras.outbox.items.MOST_ROWS", 60)
    folder = write_folders(workspace).folder / "dinsos_dki"
    assert MOST_ROWS == 50_000 and len(workbooks(folder)) > 5
    every = []
    for path in workbooks(folder):
        items = asked(path)
        assert 0 < len(items) <= 60
        assert len({item["kecamatan"] for item in items}) == 1
        every += [item["id_butir"] for item in items]
    assert (
        len(every)
        == len(set(every))
        == sum(path.read_text(encoding="utf-8").count("\no") for path in folder.glob("*.csv"))
    )


def test_every_sheet_has_the_columns_to_answer_in(outbox: Path) -> None:
    for path in outbox.rglob("*.xlsx"):
        for name, rows in list(sheets(path))[1:]:
            assert rows[0] == list(headers().values()), name
            assert [rows[0].index(headers()[each]) for each in ANSWERS] == [24, 25, 26, 27]


# What stands in the agency's own files, and ids that nobody reads.
AS_WRITTEN = ("id_butir", "sidik", "berkas", "nilai_sekarang", "nilai_usulan", "nomor_daftar")
FILE = re.compile(r"\S+\.(csv|xlsx):\d+")
CODE = re.compile(r"[a-z0-9]+_[a-z0-9_]+|^not known$| = |models/|rules/|^missed$")


def test_people_read_words_in_both_languages_and_systems_get_codes_beside_them(
    outbox: Path,
) -> None:
    for folder in agencies(outbox):
        items = [item for path in workbooks(folder) for item in asked(path)]
        told = {
            FILE.sub("", cell)
            for item in items
            for name, cell in item.items()
            if name not in AS_WRITTEN and (name, item["sheet"]) != ("kolom", "Koreksi baris")
        }
        assert [cell for cell in told if CODE.search(cell)] == []
        assert {bool(item["uraian"] and item["description"]) for item in items} == {True}
        assert {bool(item["bukti"]) == bool(item["evidence"]) for item in items} == {True}
        for path in workbooks(folder):
            name, explained = next(sheets(path))
            assert not [cell for row in explained for cell in row if CODE.search(cell)], name
        cover = (folder / "sampul.html").read_text(encoding="utf-8").partition("<ul>")[0]
        assert not CODE.search(cover.partition("<body>")[2])
        for code in codes(folder).values():
            assert code["KODE_ATURAN"] and code["KODE_STATUS"] == "asked"
            assert bool(code["KODE_PROGRAM"]) == bool(code["PROGRAM"])


OWN = ("nomor_daftar", "nik", "no_kk", "nama", "tgl_lahir", "kelurahan", "nilai_sekarang")


def written(path: Path) -> list[list[str]]:
    """The lines of a file as it was sent; of a workbook those of each sheet, cell by cell."""
    if path.suffix == ".csv":
        return [path.read_bytes().decode("utf-8", "replace").split("\n")]
    return [["\t".join(row) for row in rows] for _, rows in sheets(path)]


def test_an_item_names_the_row_as_the_agency_wrote_it(outbox: Path, inbox: Path) -> None:
    """Letter by letter, whichever agency: no register's spelling stands in for its own."""
    files = {path.name: path for path in sorted(inbox.glob("20*/*")) if path.stem != "manifest"}
    sent: dict[str, list[list[str]]] = {}
    for folder in agencies(outbox):
        told = [item for path in workbooks(folder) for item in asked(path) if item["berkas"]]
        for item in told:
            file = item["berkas"]
            sent[file] = sent.get(file) or written(files[file])
            line = int(item["baris"]) % NEXT_SHEET - 1
            rows = [each[line] for each in sent[file] if line < len(each)]
            cells = [item[name] for name in OWN]
            assert any(all(cell in row for cell in cells) for row in rows), (folder.name, item)
        if folder.name in ("dinsos_dki", "disdik_dki", "kemensos", "bps"):
            assert len(told) > 20


def test_the_command_tells_where_it_lies_and_what_is_asked(
    selaras: Callable, copied: Callable[[], Workspace]
) -> None:
    workspace = copied()
    found = selaras("outbox", "--home", workspace.home, "--json")
    assert found.returncode == 0, found.stderr
    told = json.loads(found.stdout)
    assert Path(told["folder"]) == workspace.outbox / DAY
    assert told["agencies"]["dinsos_dki"]["verification"] > 0
    with duckdb.connect(str(workspace.database)) as warehouse:
        warehouse.execute("drop table ops.complete_build")
    found = selaras("outbox", "--home", workspace.home)
    assert found.returncode == ExitCode.INPUT_REFUSED
    assert "Traceback" not in found.stderr
