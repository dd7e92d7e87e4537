"""Workbooks for people: no text is ever a formula, and the same rows give the same bytes."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from selaras.messages import catalogue

# How a text begins that a spreadsheet would take for a formula, at the latest when it is edited.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
_FIRST = frozenset([" ", *FORMULA])
LONGEST = 32_000  # a cell holds no longer text
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


@dataclass(frozen=True)
class Look:
    """How a text looks, and how it looks with the mark that keeps it from being a formula."""

    plain: Format
    quoted: Format


@contextmanager
def new_book(path: Path, title: str, day: date) -> Iterator[xlsxwriter.Workbook]:
    """A workbook that is written row by row and says of itself what does not change.

    What it writes on the way stands beside it. OSError where it cannot be written.
    """
    book = xlsxwriter.Workbook(path, OPTIONS | {"tmpdir": str(path.parent)})
    book.set_properties({"title": title, "created": datetime(day.year, day.month, day.day)})
    yield book
    try:
        book.close()
    except FileCreateError as error:  # the library's own name for what the disk said
        raise error.args[0] from None


def new_look(book: xlsxwriter.Workbook, **how: object) -> Look:
    """A look of texts; `how` as XlsxWriter names the properties of a format."""
    return Look(book.add_format(how), book.add_format(how | {"quote_prefix": True}))


def write_text(sheet: Worksheet, row: int, at: int, text: str, look: Look) -> None:
    """Write a text that stays one, whatever it begins with and when it is edited."""
    told = text[:LONGEST]
    sheet.write_string(row, at, told, look.quoted if is_like_formula(told) else look.plain)


def write_explanation(
    sheet: Worksheet, told: Iterable[tuple[str, str]], head: Look, plain: Look
) -> None:
    """Write what each column means in both languages: what it is called, and the message."""
    for place, text in enumerate(("kolom / column", "Bahasa Indonesia", "English")):
        write_text(sheet, 0, place, text, head)
    sheet.set_column(0, 0, 18, plain.plain)
    sheet.set_column(1, 2, 80, plain.plain)
    for line, (called, message) in enumerate(told, 1):
        said = catalogue()[message]
        for place, text in enumerate((called, said["id"], said["en"])):
            write_text(sheet, line, place, text, plain)


def is_like_formula(text: str) -> bool:
    """Whether a spreadsheet may take a text for a formula."""
    return text[:1] in _FIRST and text.lstrip(" ").startswith(FORMULA)
