"""The workbook of an agency: an explanation, then a sheet for each kind of work."""

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

import duckdb
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from selaras.outbox.items import COLUMNS, Agency, Count, Part, items
from selaras.outbox.layout import ANSWERS, CHOICES, both, headers

# No text is ever a formula, a number or an address: only write_string and write_number are used.
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
WIDTHS = {
    **{"id_butir": 28, "berkas": 30, "nama": 28, "uraian": 60, "bukti": 50, "alasan": 40},
    **{"nilai_sekarang": 24, "nilai_usulan": 24, "dasar": 24, "kolom": 24, "tgl_lahir": 16},
    **{"nik": 20, "no_kk": 20, "kelurahan": 20, "kecamatan": 20, "oleh": 24, "jawaban": 20},
    **{"rupiah_per_bulan": 18, "nomor_daftar": 20, "aturan": 24},
}
WIDTH = 12
LONGEST = 32_000  # a cell holds no longer text
EARLIEST = date(2000, 1, 1)
FORMULA = ("=", "+", "-", "@")


class Looks:
    """The formats of a workbook."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        head = {"bold": True, "font_color": "white", "bg_color": "#1f4e79", "text_wrap": True}
        self.head = book.add_format({**head, "valign": "top"})
        self.answer_head = book.add_format({**head, "bg_color": "#7f6000", "valign": "top"})
        self.text = book.add_format({"num_format": "@"})
        self.quoted = book.add_format({"num_format": "@", "quote_prefix": True})
        self.whole = book.add_format({"num_format": "#,##0"})
        self.share = book.add_format({"num_format": "0.00"})
        self.answer = book.add_format({"num_format": "@", "bg_color": "#fff2cc"})
        self.day = book.add_format({"num_format": "yyyy-mm-dd", "bg_color": "#fff2cc"})
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.strong = book.add_format({"bold": True})
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top"})


def write_workbook(
    connection: duckdb.DuckDBPyConnection,
    path: Path,
    agency: Agency,
    part: Part,
    why: list[dict],
    day: date,
) -> None:
    """Write one workbook; the same rows give the same bytes."""
    with xlsxwriter.Workbook(path, OPTIONS) as book:
        made = datetime(day.year, day.month, day.day)
        book.set_properties({"title": f"{agency.title_id} {day}", "created": made})
        looks = Looks(book)
        explain(book.add_worksheet(both("sheet_explanation")[0]), looks, agency, part, why, day)
        for count in part.counts:
            sheet = book.add_worksheet(both(f"kind_{count.kind}")[0])
            write_sheet(sheet, looks, count, items(connection, agency, count.kind, part.where))


def write_sheet(sheet: Worksheet, looks: Looks, count: Count, found: Iterable[tuple]) -> None:
    """Write the rows of one kind under a header that stays in sight, with room for answers."""
    names = list(headers())
    for at, name in enumerate(names):
        is_told = name in ANSWERS or name in count.filled
        look = looks.day if name == "tanggal" else looks.answer if name in ANSWERS else looks.text
        sheet.set_column(at, at, WIDTHS.get(name, WIDTH), look, {} if is_told else {"hidden": True})
        sheet.write_string(
            0, at, headers()[name], looks.answer_head if name in ANSWERS else looks.head
        )
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, count.rows, len(names) - 1)
    sheet.set_landscape()
    sheet.repeat_rows(0)
    _validate(sheet, names, count.rows)
    places = [names.index(name) for name in COLUMNS]
    for row, cells in enumerate(found, start=1):
        for at, cell in zip(places, cells, strict=True):
            _write(sheet, looks, row, at, cell)


def _validate(sheet: Worksheet, names: list[str], last: int) -> None:
    """Let only answers be given that can be read back."""
    say, hint = both("choose_answer"), both("choose_day")
    sheet.data_validation(
        *(1, names.index("jawaban"), last, names.index("jawaban")),
        {"validate": "list", "source": list(CHOICES), "error_message": say[0]},
    )
    sheet.data_validation(
        *(1, names.index("tanggal"), last, names.index("tanggal")),
        {"validate": "date", "criteria": ">=", "value": EARLIEST, "error_message": hint[0]},
    )


def _write(sheet: Worksheet, looks: Looks, row: int, at: int, cell: object) -> None:
    """Write one cell: figures as figures, all else as text that stays text when it is edited."""
    if cell is None:
        return
    if isinstance(cell, float):
        sheet.write_number(row, at, cell, looks.share)
    elif isinstance(cell, int):
        sheet.write_number(row, at, cell, looks.whole)
    else:
        text = str(cell)[:LONGEST]
        sheet.write_string(row, at, text, looks.quoted if text.startswith(FORMULA) else looks.text)


def explain(
    sheet: Worksheet, looks: Looks, agency: Agency, part: Part, why: list[dict], day: date
) -> None:
    """Write what the workbook is and how to answer, in both languages side by side."""
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 2, 70, looks.wrapped)
    sheet.set_column(3, 3, 40, looks.wrapped)
    lines: list[tuple[tuple[str, ...], Format | None]] = [
        ((f"{agency.title_id} / {agency.title_en}",), looks.title),
        ((day.isoformat(), part.name), looks.strong),
        (("",), None),
    ]
    lines += [(("", *both(f"how_{number}")), looks.wrapped) for number in range(1, 6)]
    lines += [(("",), None), (("", "Bahasa Indonesia", "English"), looks.strong)]
    for count in part.counts:
        name, told = both(f"kind_{count.kind}"), both(f"about_{count.kind}")
        lines.append(((f"{name[0]}: {count.rows:,}", *told), looks.wrapped))
    lines += [(("",), None)]
    lines += [
        ((header, *both(f"column_{name}")), looks.wrapped) for name, header in headers().items()
    ]
    lines += [(("",), None), (("", *both("why_head")), looks.strong)]
    lines += [
        ((each["reason_id"], each["says_id"], each["says_en"], each["basis"] or ""), looks.wrapped)
        for each in why
    ]
    for row, (cells, look) in enumerate(lines):
        for at, text in enumerate(cells):
            sheet.write_string(row, at, text, look)
