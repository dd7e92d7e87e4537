"""Workbooks: cell types are seen, bombs are not opened, and only what is visible is read."""

import zipfile
from datetime import date
from pathlib import Path

import pytest
from landing_desk import DAY, KJMU, KJMU_HEADER, Desk, kjmu_row

TITLES = [["DAFTAR PENERIMA KJMU"], ["Tahap 1 Tahun 2025"], []]


def test_titles_and_totals_are_ignored_and_lines_are_spreadsheet_rows(desk: Desk) -> None:
    desk.workbook(
        [*TITLES, KJMU_HEADER, kjmu_row(1), kjmu_row(2), ["TOTAL", *[""] * 6, 18_000_000]]
    )
    file = desk.land_one()
    assert (file.rows_read, file.rows_accepted, file.rows_ignored) == (2, 2, 3)
    assert desk.rows("disdik/kjmu", "line, nama, number_cells") == [
        (5, "BUDI", None),
        (6, "BUDI", None),
    ]


def test_a_nik_typed_as_a_number_is_told_from_one_typed_as_text(desk: Desk) -> None:
    row = kjmu_row(1, 3171014101590000)
    row[7] = 9_000_000
    desk.workbook([*TITLES, KJMU_HEADER, row])
    desk.land_one()
    assert desk.rows("disdik/kjmu", "nik, dana_per_semester, number_cells") == [
        ("3171014101590000", "9000000", "nik,dana_per_semester")
    ]


def test_cells_become_text_by_their_type(desk: Desk) -> None:
    row = kjmu_row(1)
    row[3], row[4], row[5], row[7] = date(2005, 5, 12), "=SUM(A1)", True, 1.5
    desk.workbook([*TITLES, KJMU_HEADER, row])
    desk.land_one()
    columns = "tanggal_lahir, perguruan_tinggi, akreditasi, dana_per_semester"
    assert desk.rows("disdik/kjmu", columns) == [("2005-05-12", "=SUM(A1)", "true", "1.5")]


def test_a_hidden_sheet_is_not_read_and_the_ledger_names_it(desk: Desk) -> None:
    desk.workbook([*TITLES, KJMU_HEADER, kjmu_row(1)], hidden=True)
    file = desk.land_one()
    assert (file.rows_read, file.reason) == (1, "hidden sheets not read: Rahasia")


def test_blank_rows_in_a_workbook_are_ignored(desk: Desk) -> None:
    desk.workbook([*TITLES, KJMU_HEADER, kjmu_row(1), [], ["  "], kjmu_row(2)])
    file = desk.land_one()
    assert (file.rows_read, file.rows_accepted) == (2, 2)


def test_a_workbook_row_that_names_nobody_is_set_aside(desk: Desk) -> None:
    desk.workbook([*TITLES, KJMU_HEADER, ["-", "", "", "x", "UI", "", "", 9, "AKTIF"]])
    desk.land_one()
    assert desk.quarantine() == [(5, "names_nobody", "-\t\t\tx\tUI\t\t\t9\tAKTIF")]


def test_a_line_break_in_a_cell_becomes_a_space(desk: Desk) -> None:
    row = kjmu_row(1)
    row[2] = 'BUDI\n"BIN"; A|I'
    desk.workbook([*TITLES, KJMU_HEADER, row])
    desk.land_one()
    assert desk.rows("disdik/kjmu", "nama") == [('BUDI "BIN"; A|I',)]


def test_a_workbook_without_its_header_is_refused(desk: Desk) -> None:
    desk.workbook([*TITLES, [title for title in KJMU_HEADER if title != "No KK"], kjmu_row(1)])
    assert "required column no_kk is missing; the header `No KK`" in desk.land_one().reason


def test_a_workbook_with_nothing_in_it_is_refused(desk: Desk) -> None:
    desk.workbook([])
    assert "has no header" in desk.land_one().reason


def _zip(desk: Desk, parts: dict[str, bytes]) -> Path:
    """A zip archive in the place of a workbook."""
    path = desk.put(KJMU, b"")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def test_a_zip_bomb_is_not_opened(desk: Desk) -> None:
    _zip(desk, {"xl/worksheets/sheet1.xml": bytes(120 << 20)})
    assert "unpacks to 120 MiB" in desk.land_one().reason


def test_a_zip_bomb_that_lies_about_its_size_is_not_opened(desk: Desk) -> None:
    path = _zip(desk, {"xl/worksheets/sheet1.xml": bytes(80 << 20)})
    true, false = (80 << 20).to_bytes(4, "little"), (1000).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(true, false))
    assert desk.land_one().status == "refused"


@pytest.mark.parametrize(
    ("corner", "spans"),
    [
        ("XFD1048576", "1048576 rows x 16384 columns"),
        ("BC1099999", "1099999 rows x 55 columns"),
        ("A9999999", "9999999 rows x 9 columns"),
    ],
)
def test_a_cell_at_a_far_corner_does_not_fill_the_memory(
    desk: Desk, corner: str, spans: str
) -> None:
    desk.workbook([*TITLES, KJMU_HEADER, kjmu_row(1)])
    path = desk.inbox / DAY / KJMU
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    row = f'<row r="9"><c r="{corner}"><v>1</v></c></row></sheetData>'.encode()
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = parts[sheet].replace(b"</sheetData>", row)
    _zip(desk, parts)
    assert f"spans {spans}" in desk.land_one().reason


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"NIK,No KK,Nama\n", "not an .xlsx workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "locked by a password"),
        (b"PK\x03\x04" + b"broken" * 100, "damaged"),
    ],
)
def test_what_is_no_workbook_is_refused_in_one_sentence(
    desk: Desk, content: bytes, says: str
) -> None:
    desk.put(KJMU, content)
    assert says in desk.land_one().reason


def test_a_zip_that_is_no_workbook_is_refused(desk: Desk) -> None:
    _zip(desk, {"readme.txt": b"hello"})
    assert "damaged" in desk.land_one().reason


def test_a_truncated_workbook_is_refused(desk: Desk) -> None:
    path = desk.workbook([*TITLES, KJMU_HEADER, kjmu_row(1)])
    path.write_bytes(path.read_bytes()[:-200])
    assert "damaged" in desk.land_one().reason


def test_the_csv_form_of_a_workbook_is_read(desk: Desk) -> None:
    text = ",".join(KJMU_HEADER) + "\n" + ",".join(kjmu_row(1)) + "\n"
    desk.put("kjmu_tahap1_2025.csv", text)
    desk.land_one()
    assert desk.rows("disdik/kjmu", "line, nama, number_cells") == [(2, "BUDI", None)]
