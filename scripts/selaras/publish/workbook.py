"""Open data as one workbook, for whoever has a spreadsheet and nobody to ask."""

from datetime import date
from pathlib import Path

import duckdb
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from selaras.landing.drop import sha256
from selaras.publish.words import TableWords, unversioned
from selaras.quoted import text
from selaras.workbooks import new_book, new_look, write_text
from selaras.workspace import as_pattern

WORKBOOK = "open_data.xlsx"
# What a person looks at as a whole; kecamatan and kelurahan are for the tools that read CSV.
SHEETS = ("recipient_by_city", "payment_by_month", "person_by_sex", "person_by_age")
WIDTH, WIDE = 18, 70
HIDDEN = (
    "Sel kosong pada baris is_suppressed disembunyikan; itu bukan nol.",
    "An empty cell in a row that is_suppressed is hidden; it is not zero.",
)
READ_FIRST = "Baca dulu - Read first"


class Looks:
    """The formats of the workbook."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        head = {"bold": True, "font_color": "white", "bg_color": "#1f4e79"}
        self.head = new_look(book, **head)
        self.text = new_look(book, num_format="@")
        self.wrapped = new_look(book, text_wrap=True, valign="top")
        self.whole = book.add_format({"num_format": "#,##0"})
        self.day = book.add_format({"num_format": "yyyy-mm-dd"})


def write_workbook(folder: Path, tables: dict[str, TableWords], day: date) -> dict[str, str]:
    """Write the coarse tables of a publication; the digest by file.

    The same tables give the same bytes: `day` is the day that the publication is of.
    """
    path = folder / WORKBOOK
    shown = {
        name: table
        for name, table in tables.items()
        if unversioned(name.removeprefix("open_data.")) in SHEETS
    }
    with new_book(path, f"Selaras {day}", day) as book, duckdb.connect() as connection:
        looks = Looks(book)
        _explain(book.add_worksheet(READ_FIRST), looks, shown)
        for name, table in shown.items():
            parquet = as_pattern(folder / f"{name.replace('.', '/', 1)}.parquet")
            found = connection.execute(f"from read_parquet({text(parquet)})")
            names = [each.name for each in table.columns]
            sheet = book.add_worksheet(name.removeprefix("open_data."))
            _fill(sheet, looks, names, found)
    return {WORKBOOK: str(sha256(path))}


def _explain(sheet: Worksheet, looks: Looks, tables: dict[str, TableWords]) -> None:
    """What each sheet counts, and what each of its columns is."""
    sheet.set_column(0, 2, WIDTH + WIDTH // 2)
    sheet.set_column(3, 3, WIDE)
    for at, sentence in enumerate(HIDDEN):
        write_text(sheet, at, 0, sentence, looks.text)
    row = len(HIDDEN) + 1
    for table in tables.values():
        write_text(sheet, row, 0, table.name.removeprefix("open_data."), looks.head)
        write_text(sheet, row, 3, table.says, looks.wrapped)
        for each in table.columns:
            row += 1
            for at, told in enumerate((each.name, each.title_indonesian, each.title_english)):
                write_text(sheet, row, at, told, looks.text)
            write_text(sheet, row, 3, each.says, looks.wrapped)
        row += 2


def _fill(
    sheet: Worksheet, looks: Looks, names: list[str], found: duckdb.DuckDBPyConnection
) -> None:
    """The rows of a table under a header that stays in sight and can be filtered."""
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(names) - 1, WIDTH)
    for at, name in enumerate(names):
        write_text(sheet, 0, at, name, looks.head)
    rows = found.fetchall()
    for row, cells in enumerate(rows, 1):
        for at, cell in enumerate(cells):
            _write(sheet, row, at, cell, looks)
    sheet.autofilter(0, 0, len(rows), len(names) - 1)


def _write(sheet: Worksheet, row: int, at: int, cell: object, looks: Looks) -> None:
    """One cell as what it is: yes or no, a number, a day, a text; nothing where it is hidden."""
    if isinstance(cell, bool):
        sheet.write_boolean(row, at, cell)
    elif isinstance(cell, int | float):
        sheet.write_number(row, at, cell, looks.whole)
    elif isinstance(cell, date):
        sheet.write_datetime(row, at, cell, looks.day)
    elif cell is not None:
        write_text(sheet, row, at, str(cell), looks.text)
