"""The workbook of an agency: an explanation, then a sheet for each kind of work."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import duckdb
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from selaras.outbox.items import COLUMNS, Agency, Count, Part, items
from selaras.outbox.layout import ANSWERS, CHOICES, both, headers
from selaras.outbox.words import Item, Words, basis, beside
from selaras.rowsheet import Cell, RowSheet
from selaras.workbooks import LONGEST, Look, is_like_formula, new_book, new_look, write_text

WIDTHS = {
    **{"id_butir": 28, "berkas": 30, "nama": 28, "uraian": 60, "bukti": 50, "alasan": 40},
    **{"description": 60, "evidence": 50, "status_butir": 40, "program": 28, "sidik": 8},
    **{"nilai_sekarang": 24, "nilai_usulan": 24, "dasar": 24, "kolom": 24, "tgl_lahir": 16},
    **{"nik": 20, "no_kk": 20, "kelurahan": 20, "kecamatan": 20, "oleh": 24, "jawaban": 20},
    **{"rupiah_per_bulan": 18, "nomor_daftar": 20},
}
WIDTH = 12
EARLIEST = date(2000, 1, 1)


class Looks:
    """The formats of a workbook."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        head = {"bold": True, "font_color": "white", "bg_color": "#1f4e79", "text_wrap": True}
        self.head = new_look(book, **head, valign="top")
        self.answer_head = new_look(book, **head | {"bg_color": "#7f6000"}, valign="top")
        self.text = new_look(book, num_format="@")
        self.whole = book.add_format({"num_format": "#,##0"})
        self.share = book.add_format({"num_format": "0.00"})
        self.answer = book.add_format({"num_format": "@", "bg_color": "#fff2cc"})
        self.day = book.add_format({"num_format": "yyyy-mm-dd", "bg_color": "#fff2cc"})
        self.title = new_look(book, bold=True, font_size=14)
        self.strong = new_look(book, bold=True)
        self.wrapped = new_look(book, text_wrap=True, valign="top")


def write_workbook(
    connection: duckdb.DuckDBPyConnection,
    path: Path,
    agency: Agency,
    part: Part,
    why: list[dict],
    day: date,
    words: Words,
) -> None:
    """Write one workbook; the same rows give the same bytes."""
    with new_book(path, f"{agency.title_id} {day}", day) as book:
        looks = Looks(book)
        explain(book.add_worksheet(both("sheet_explanation")[0]), looks, agency, part, why, day)
        for count in part.counts:
            sheet = book.add_worksheet(both(f"kind_{count.kind}")[0], RowSheet)
            found = items(connection, agency, count.kind, part.where)
            write_sheet(sheet, looks, count, found, words)


def write_sheet(
    sheet: RowSheet, looks: Looks, count: Count, found: Iterable[Item], words: Words
) -> None:
    """Write the rows of one kind under a header that stays in sight, with room for answers."""
    names = list(headers())
    for at, name in enumerate(names):
        is_told = name in ANSWERS or name in count.filled
        look = looks.answer if name in ANSWERS else looks.text.plain
        look = looks.day if name == "tanggal" else look
        sheet.set_column(at, at, WIDTHS.get(name, WIDTH), look, {} if is_told else {"hidden": True})
        head = looks.answer_head if name in ANSWERS else looks.head
        write_text(sheet, 0, at, headers()[name], head)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, count.rows, len(names) - 1)
    sheet.set_landscape()
    sheet.repeat_rows(0)
    _validate(sheet, names, count.rows)
    places = [names.index(name) for name in COLUMNS]
    for row, item in enumerate(found, start=1):
        told = zip(places, words.told(item), strict=True)
        sheet.write_row_of(row, [_cell(looks, at, cell) for at, cell in told if cell is not None])


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


def _cell(looks: Looks, at: int, cell: object) -> Cell:
    """One cell: figures as figures, all else as text that stays text when it is edited."""
    if isinstance(cell, float):
        return at, cell, looks.share
    if isinstance(cell, int):
        return at, cell, looks.whole
    text = str(cell)[:LONGEST]
    return at, text, looks.text.quoted if is_like_formula(text) else looks.text.plain


def explain(
    sheet: Worksheet, looks: Looks, agency: Agency, part: Part, why: list[dict], day: date
) -> None:
    """Write what the workbook is and how to answer, in both languages side by side."""
    sheet.set_column(0, 0, 32, looks.wrapped.plain)
    sheet.set_column(1, 2, 70, looks.wrapped.plain)
    sheet.set_column(3, 3, 40, looks.wrapped.plain)
    blank: tuple[tuple[str, ...], Look] = (("",), looks.wrapped)
    lines: list[tuple[tuple[str, ...], Look]] = [
        ((beside((agency.title_id, agency.title_en)),), looks.title),
        ((day.isoformat(), part.title), looks.strong),
        blank,
    ]
    lines += [(("", *both(f"how_{number}")), looks.wrapped) for number in range(1, 6)]
    lines += [blank, (("", "Bahasa Indonesia", "English"), looks.strong)]
    for count in part.counts:
        name, told = both(f"kind_{count.kind}"), both(f"about_{count.kind}")
        lines.append(((f"{beside(name)}: {count.rows:,}", *told), looks.wrapped))
    lines += [blank]
    lines += [
        ((header, *both(f"column_{name}")), looks.wrapped) for name, header in headers().items()
    ]
    lines += [blank, (("", *both("why_head")), looks.strong)]
    lines += [
        (("", each["says_id"], each["says_en"], basis(each["basis"]) or ""), looks.wrapped)
        for each in why
    ]
    for row, (cells, look) in enumerate(lines):
        for at, text in enumerate(cells):
            write_text(sheet, row, at, text, look)
