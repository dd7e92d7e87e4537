"""Workbooks whose cells say less, or more, than they show."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from landing_desk import DAY, KJMU, KJMU_HEADER, Desk, kjmu_row

pytestmark = pytest.mark.usefixtures("either_way")
TITLES = [["DAFTAR PENERIMA KJMU"], ["Tahap 1 Tahun 2025"], []]
Fill = Callable[[xlsxwriter.Workbook], None]


def _book(desk: Desk, fill: Fill, **options: object) -> Path:
    """Put a workbook that is filled by hand."""
    path = desk.inbox / DAY / KJMU
    path.parent.mkdir(parents=True, exist_ok=True)
    book = xlsxwriter.Workbook(path, options)
    fill(book)
    book.close()
    return path


def _sheet(book: xlsxwriter.Workbook, name: str, rows: list[list[object]]) -> object:
    """A sheet with these rows from its first one on."""
    sheet = book.add_worksheet(name)
    for at, row in enumerate(rows):
        for place, cell in enumerate(row):
            sheet.write_string(at, place, cell) if isinstance(cell, str) else sheet.write(
                at, place, cell
            )
    return sheet


def _edit(path: Path, part: str, old: bytes, new: bytes) -> None:
    """Change one part of a workbook."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old in parts[part]
    parts[part] = parts[part].replace(old, new)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def test_a_second_sheet_that_lacks_a_required_column_is_refused_by_name(desk: Desk) -> None:
    short = [title for title in KJMU_HEADER if title != "Status"]

    def fill(book: xlsxwriter.Workbook) -> None:
        _sheet(book, "Jakarta Pusat", [*TITLES, KJMU_HEADER, kjmu_row(1)])
        _sheet(book, "Jakarta Utara", [*TITLES, short, kjmu_row(2)[:-1]])

    _book(desk, fill)
    file = desk.land_one()
    assert file.status == "refused"
    assert "Jakarta Utara" in file.reason
    assert "status" in file.reason


def test_a_second_sheet_of_something_else_is_ignored_by_name(desk: Desk) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        _sheet(book, "Data", [*TITLES, KJMU_HEADER, kjmu_row(1)])
        _sheet(book, "Rekap", [["Perguruan Tinggi", "Jumlah"], ["UI", 1]])

    _book(desk, fill)
    file = desk.land_one()
    assert (file.status, file.rows_read) == ("accepted", 1)
    assert "Rekap" in file.reason


def test_a_second_sheet_with_the_same_rows_is_not_read_twice(desk: Desk) -> None:
    rows = [kjmu_row(n) for n in range(3)]

    def fill(book: xlsxwriter.Workbook) -> None:
        _sheet(book, "Data", [*TITLES, KJMU_HEADER, *rows])
        _sheet(book, "Data (2)", [KJMU_HEADER, *reversed(rows)])

    _book(desk, fill)
    file = desk.land_one()
    assert (file.status, file.rows_read, file.rows_accepted) == ("accepted", 3, 3)
    assert "Data (2)" in file.reason


def test_a_second_sheet_with_mostly_the_same_rows_refuses_the_file(desk: Desk) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        _sheet(book, "Lama", [KJMU_HEADER, *(kjmu_row(n) for n in range(10))])
        _sheet(book, "Baru", [KJMU_HEADER, *(kjmu_row(n) for n in range(2, 11))])

    _book(desk, fill)
    file = desk.land_one()
    assert file.status == "refused"
    assert "Lama" in file.reason
    assert "Baru" in file.reason


def test_two_sheets_with_different_people_are_both_read(desk: Desk) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        _sheet(book, "Pusat", [KJMU_HEADER, kjmu_row(1), kjmu_row(2)])
        _sheet(book, "Utara", [KJMU_HEADER, kjmu_row(3), kjmu_row(4)])

    _book(desk, fill)
    assert desk.land_one().rows_accepted == 4


@pytest.mark.parametrize("value", [0, "", "#DIV/0!", "#N/A"])
def test_a_formula_that_failed_or_was_never_calculated_is_unknown_and_noted(
    desk: Desk, value: object
) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = _sheet(book, "Data", [*TITLES, KJMU_HEADER, kjmu_row(1), kjmu_row(2)])
        sheet.write_formula(4, 7, "=4500000*2", None, value)

    _book(desk, fill)
    desk.land_one()
    assert desk.rows("disdik/kjmu", "dana_per_semester, reading_note, blank_cells") == [
        (None, "formula_not_calculated", '{"dana_per_semester":"#N/A"}'),
        ("9000000", None, None),
    ]


def test_a_formula_with_its_value_is_read(desk: Desk) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = _sheet(book, "Data", [*TITLES, KJMU_HEADER, kjmu_row(1)])
        sheet.write_formula(4, 7, "=4500000*2", None, 9000000)

    _book(desk, fill)
    desk.land_one()
    assert desk.rows("disdik/kjmu", "dana_per_semester, reading_note") == [("9000000", None)]


def test_a_calculated_zero_of_a_saved_workbook_is_a_zero(desk: Desk) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = _sheet(book, "Data", [*TITLES, KJMU_HEADER, kjmu_row(1)])
        sheet.write_formula(4, 7, "=1-1", None, 0)

    path = _book(desk, fill)
    _edit(path, "xl/workbook.xml", b' fullCalcOnLoad="1"', b"")
    desk.land_one()
    assert desk.rows("disdik/kjmu", "dana_per_semester, reading_note") == [("0", None)]


def test_a_bare_serial_of_a_1904_workbook_counts_from_1904(desk: Desk) -> None:
    rows = [kjmu_row(1), kjmu_row(2)]
    rows[0][3], rows[1][3] = 36656, "38118"

    def fill(book: xlsxwriter.Workbook) -> None:
        _sheet(book, "Data", [*TITLES, KJMU_HEADER, *rows])

    _book(desk, fill, date_1904=True)
    desk.land_one()
    assert desk.rows("disdik/kjmu", "tanggal_lahir, reading_note") == [
        ("2004-05-11", "serial_of_1904"),
        ("2008-05-12", "serial_of_1904"),
    ]


def test_an_amount_of_a_1904_workbook_is_no_date(desk: Desk) -> None:
    row = kjmu_row(1)
    row[7] = 38476

    def fill(book: xlsxwriter.Workbook) -> None:
        _sheet(book, "Data", [*TITLES, KJMU_HEADER, row])

    _book(desk, fill, date_1904=True)
    desk.land_one()
    assert desk.rows("disdik/kjmu", "dana_per_semester") == [("38476",)]


def test_escaped_signs_in_cells_are_decoded(desk: Desk) -> None:
    path = desk.workbook([*TITLES, KJMU_HEADER, kjmu_row(1)])
    strings = "xl/sharedStrings.xml"
    _edit(path, strings, b"<t>BUDI</t>", b"<t>BUDI_x005F_x000D_ SANTOSO_x000D_</t>")
    _edit(path, strings, b"<t>3171014105900001</t>", b"<t>3171014105900001_x005F_x000D_</t>")
    desk.land_one()
    assert desk.rows("disdik/kjmu", "nik, nama") == [("3171014105900001", "BUDI SANTOSO")]


def test_a_cell_merged_over_several_rows_counts_for_each(desk: Desk) -> None:
    rows = [kjmu_row(n) for n in range(1, 5)]
    rows[1][1] = rows[2][1] = None

    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = _sheet(book, "Data", [*TITLES, KJMU_HEADER, *rows])
        sheet.merge_range(4, 1, 6, 1, "3171010101590777")

    _book(desk, fill)
    desk.land_one()
    assert desk.rows("disdik/kjmu", "no_kk, reading_note") == [
        ("3171010101590777", None),
        ("3171010101590777", "merged_cell"),
        ("3171010101590777", "merged_cell"),
        ("3171010105900004", None),
    ]


def test_merged_cells_of_a_table_that_begins_at_c3_are_found(desk: Desk) -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Data")
        for at, row in enumerate([KJMU_HEADER, kjmu_row(1), kjmu_row(2)]):
            for place, cell in enumerate(row):
                if (at, place) != (2, 1):
                    sheet.write_string(at + 2, place + 2, cell)
        sheet.merge_range(3, 3, 4, 3, "3171010101590777")

    _book(desk, fill)
    desk.land_one()
    found = desk.rows("disdik/kjmu", "line, no_kk, nama")
    assert found == [(4, "3171010101590777", "BUDI"), (5, "3171010101590777", "BUDI")]
