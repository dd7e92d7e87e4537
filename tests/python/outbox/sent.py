"""Reading what was sent, and answering it as an office would."""

import csv
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import xlsxwriter
from python_calamine import CalamineWorkbook

from selaras.outbox.layout import headers

APART = re.compile(r"[\s/;,=|]+")


def workbooks(folder: Path) -> list[Path]:
    """The workbooks of one agency."""
    return sorted(folder.glob("*.xlsx"))


def sheets(path: Path) -> Iterator[tuple[str, list[list[str]]]]:
    """The sheets of a workbook with their cells as texts."""
    book = CalamineWorkbook.from_path(path)
    for name in book.sheet_names:
        found = book.get_sheet_by_name(name).to_python()
        yield name, [[_text(cell) for cell in row] for row in found]


def texts(folder: Path) -> set[str]:
    """Every cell that a folder shows, and every word with a digit in it, in upper case."""
    found: set[str] = set()
    for path in workbooks(folder):
        for _, rows in sheets(path):
            for cell in {cell for row in rows for cell in row}:
                found |= {cell.strip().upper(), *_numbers(cell)}
    for path in folder.iterdir():
        if path.suffix in (".csv", ".html", ".json"):
            found |= _numbers(path.read_text(encoding="utf-8"))
    return found


def _numbers(text: str) -> set[str]:
    """The words of a text that hold a digit, in upper case."""
    words = APART.split(text.upper())
    return {word.strip('"') for word in words if any(sign.isdigit() for sign in word)}


def asked(path: Path) -> list[dict[str, str]]:
    """The items of a workbook by the names of its columns, each with its sheet."""
    found = []
    for name, (head, *rows) in sheets(path):
        if head[0] == headers()["id_butir"]:
            found += [dict(zip(headers(), row, strict=True)) | {"sheet": name} for row in rows]
    return found


def codes(folder: Path) -> dict[str, dict[str, str]]:
    """What the files for systems say of each item, by its id."""
    found = {}
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            found |= {row["ID_BUTIR"]: row for row in csv.DictReader(file)}
    return found


def answer(
    path: Path,
    answers: list[dict[str, object]],
    leave_out: str | None = None,
    hide: str | None = None,
) -> None:
    """Write a workbook as it comes back, with some answers; perhaps without a column or sheet."""
    names = [name for name in headers() if name != leave_out]
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("Penjelasan").write(0, 0, "Penjelasan")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        by_sheet: dict[str, list[dict]] = {}
        for each in answers:
            by_sheet.setdefault(str(each.get("sheet", "Verifikasi")), []).append(each)
        for title, rows in by_sheet.items():
            sheet = book.add_worksheet(title)
            if title == hide:
                sheet.hide()
            sheet.write_row(0, 0, [headers()[name] for name in names])
            for at, row in enumerate(rows, start=1):
                for place, name in enumerate(names):
                    cell = row.get(name)
                    if isinstance(cell, date):
                        sheet.write_datetime(at, place, cell, day)
                    elif cell:
                        sheet.write_string(at, place, str(cell))


def _text(cell: object) -> str:
    """A cell as people read it."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
