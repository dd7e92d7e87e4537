"""Lists as workbooks: three title rows, the header in row 4, a total row, a hidden sheet."""

import hashlib
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import duckdb
import xlsxwriter

from selaras.lists import Layout
from selaras.sample.city import copy_to
from selaras.workspace import as_pattern

TITLE_ROWS = 3
_TITLES = {
    "kjp_plus": "DAFTAR PENERIMA KARTU JAKARTA PINTAR PLUS",
    "kjmu": "DAFTAR PENERIMA KARTU JAKARTA MAHASISWA UNGGUL",
    "diploma_relief": "DAFTAR PENERIMA PEMUTIHAN IJAZAH",
}
_SUMMED = ("dana_per_bulan", "dana_per_semester", "tunggakan")
_AMOUNTS = (*_SUMMED, "spp_per_bulan")
_NUMBERS = ("nik", "nik_siswa")
_BIRTH_DATE = "tanggal_lahir"
_BESIDE = ("number_cells", "date_cell", "amount")


def keep_rows(city: duckdb.DuckDBPyConnection, layout: Layout, file: str, kept: Path) -> None:
    """Write the rows of a file, with all that their cells depend on, as Parquet."""
    columns = ", ".join([*_names(layout), *_BESIDE])
    copy_to(city, f"select {columns} from page where file = '{file}' order by row_no", kept)


def write_workbook(kept: Path, layout: Layout, path: Path, hide: bool) -> str:
    """Write kept rows as a workbook; its checksum."""
    names = _names(layout)
    book = xlsxwriter.Workbook(path, {"constant_memory": True, "strings_to_formulas": False})
    book.set_properties({"created": datetime(2025, 1, 1)})
    sheet = book.add_worksheet("Data")
    with duckdb.connect(config={"threads": 1}) as rows:
        _write_rows(sheet, _headed(layout, _rows(rows, names, kept)), book, names)
    if hide:
        hidden = book.add_worksheet("Rekap lama")
        hidden.hide()
        hidden.write_row(0, 0, ["Lembar lama", "jangan dipakai"])
    book.close()
    kept.unlink()
    with path.open("rb") as made:
        return hashlib.file_digest(made, "sha256").hexdigest()


def _names(layout: Layout) -> list[str]:
    """The columns of a list."""
    return [column.name for column in layout.columns]


def _headed(layout: Layout, rows: Iterator[dict]) -> Iterator[list[object]]:
    """The titles, the header, the rows and the total, cell by cell."""
    yield [_TITLES.get(layout.table, f"DAFTAR {layout.table.upper()}")]
    yield ["Dinas Pendidikan Provinsi DKI Jakarta"]
    yield ["Data per tanggal kiriman"]
    yield [column.header for column in layout.columns]
    count, total = 0, 0
    for row in rows:
        count, total = count + 1, total + row["amount"]
        yield [_cell(column.name, row) for column in layout.columns]
    yield [
        f"TOTAL {count}" if at == 0 else total if column.name in _SUMMED else None
        for at, column in enumerate(layout.columns)
    ]


def _rows(rows: duckdb.DuckDBPyConnection, names: list[str], kept: Path) -> Iterator[dict]:
    """The kept rows by column name."""
    wanted = [*names, *_BESIDE]
    found = rows.execute(f"select {', '.join(wanted)} from read_parquet(?)", [as_pattern(kept)])
    while batch := found.fetchmany(10_000):
        for values in batch:
            yield dict(zip(wanted, values, strict=True))


def _cell(name: str, row: dict) -> object:
    """What a cell holds: amounts are numbers, some dates and lost NIKs too."""
    value = row[name]
    if name == _BIRTH_DATE and row["date_cell"]:
        return row["date_cell"]
    plain = value is not None and value.isdigit()
    if plain and (name in _AMOUNTS or (name in _NUMBERS and row["number_cells"])):
        return int(value)
    return value


def _write_rows(
    sheet: xlsxwriter.worksheet.Worksheet,
    rows: Iterator[list[object]],
    book: xlsxwriter.Workbook,
    names: list[str],
) -> None:
    """Write rows into a sheet, dates as dates and texts as texts."""
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.set_column(0, len(names) - 1, 18)
    for number, cells in enumerate(rows):
        for place, value in enumerate(cells):
            if isinstance(value, date):
                sheet.write_datetime(number, place, value, day)
            elif isinstance(value, int):
                sheet.write_number(number, place, value)
            elif value is not None:
                sheet.write_string(number, place, value)
