"""Workbooks that come back, known by their sheets: answers of agencies, and of visited families.

What they are called does not matter, nor whether a manifest lists them. Rows without an answer
are none; an answer that nobody can act on is set aside.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from selaras.landing.cells import text_of
from selaras.landing.header import LOOK_AT, Header, has_header, lacking, squeeze
from selaras.landing.notice import Unfit
from selaras.landing.seals import Seals, seal_of_question
from selaras.landing.words import is_blank
from selaras.landing.zipguard import guard_workbook
from selaras.lists import Layout, layouts
from selaras.lists.contracts import VISITS
from selaras.workspace import PROJECT

LIST = "outbox__answer"
EXPLAINED = "Penjelasan"  # how the sheet begins that tells people how to answer
LONGEST_HEAD = 10_000
GIVEN = ("jawaban", "alasan", "oleh", "tanggal")
# By what a text is known that was such a workbook.
TOLD_BY = {LIST: ("id_butir", *GIVEN), VISITS: ("fakta", "jawaban", "oleh", "sidik")}
ITEM = re.compile(r"o[0-9a-f]{24}")
WORDS = PROJECT / "seeds" / "source_word.csv"


def is_answer(layout: Layout | None) -> bool:
    """Whether a list is one of answers."""
    return layout is not None and layout.identifier in TOLD_BY


def answers_in(path: Path) -> Layout | None:
    """The list of answers of which a file is a workbook with a sheet, whole or damaged."""
    if path.suffix.lower() != ".xlsx":
        return None
    known = [each for each in layouts() if is_answer(each)]
    try:
        guard_workbook(path, path.name)
        sheets = list(_first_rows(CalamineWorkbook.from_path(path)))
    except (Unfit, OSError):
        return None
    except KeyboardInterrupt:
        raise
    except BaseException:  # a panic of the reader is no Exception; the file is no such workbook
        return None
    whole = (each for each in known for rows in sheets if has_header(rows, each))
    damaged = [(len(lost), each) for each in known for r in sheets if (lost := lacking(r, each))]
    return next(whole, None) or min(damaged, key=lambda told: told[0], default=(0, None))[1]


def _first_rows(book: CalamineWorkbook) -> Iterator[list[list[str]]]:
    """The first rows of every visible sheet, as texts."""
    for meta in book.sheets_metadata:
        if (meta.typ, meta.visible) == (SheetTypeEnum.WorkSheet, SheetVisibleEnum.Visible):
            found = book.get_sheet_by_name(meta.name).to_python(
                skip_empty_area=False, nrows=LOOK_AT
            )
            yield [[text_of(cell) for cell in row] for row in found]


def is_text_of_answers(path: Path) -> bool:
    """Whether a file is a sheet of answers that was saved as text, without its types and seals."""
    if path.suffix.lower() not in (".csv", ".tsv", ".txt"):
        return False
    try:
        with path.open("rb") as file:
            head = squeeze(file.read(LONGEST_HEAD).decode("utf-8", "ignore"))
    except OSError:
        return False
    return any(all(squeeze(name) in head for name in names) for names in TOLD_BY.values())


class Judge(Protocol):
    """Says of every row of a workbook with answers whether it can be used."""

    def see(self, header: Header, texts: list[str]) -> None:
        """Take note of a row, before any is judged."""

    def fault_of(self, header: Header, texts: list[str]) -> str | None:
        """Why a row is set aside: None where it is good, `unanswered` where there is no answer."""


def judge_of(layout: Layout, key: str) -> Judge:
    """Who judges the rows of a workbook; `key` is that of the pseudonyms."""
    return Visited(key) if layout.identifier == VISITS else Sent(Seals(key))


@dataclass(frozen=True)
class Sent:
    """Judges answers to items of the outbox."""

    seals: Seals

    def see(self, header: Header, texts: list[str]) -> None:
        """Take note of whose item a row is."""
        cells = _cells(header, texts)
        self.seals.see(cells.get("id_butir", "").lower(), cells.get("sidik", "").lower())

    def fault_of(self, header: Header, texts: list[str]) -> str | None:
        """Why an answer is set aside, once every row was seen."""
        return fault_of(header, texts, self.seals)


@dataclass(frozen=True)
class Visited:
    """Judges answers of families: each shows by its seal that it is to what was asked of whom."""

    key: str

    def see(self, header: Header, texts: list[str]) -> None:
        """Nothing: each row shows by itself what it answers."""

    def fault_of(self, header: Header, texts: list[str]) -> str | None:
        """Why an answer is set aside."""
        cells = _cells(header, texts)
        if all(is_blank(cells.get(name)) for name in GIVEN):
            return "unanswered"
        if is_blank(cells.get("jawaban")):
            return "answer_missing"
        asked = (cells.get("no_kk", ""), cells.get("nik", ""), cells.get("fakta", "").lower())
        if cells.get("sidik", "").lower() != seal_of_question(self.key, *asked):
            return "unknown_question"
        return _unsigned(cells)


def fault_of(header: Header, texts: list[str], seals: Seals) -> str | None:
    """Why an answer is set aside: None where it is good, `unanswered` where there is none.

    `seals` has seen every row of the workbook.
    """
    cells = _cells(header, texts)
    given = {name: "" if is_blank(cells.get(name)) else cells[name] for name in GIVEN}
    if not any(given.values()):
        return "unanswered"
    item = cells.get("id_butir", "").lower()
    if not ITEM.fullmatch(item):
        return "no_item_id"
    agency = seals.agency_of(item, cells.get("sidik", "").lower())
    if agency is None:
        return "unknown_item"
    if not seals.is_of_workbook(agency):
        return "item_of_another_agency"
    is_doubted = "?" in given["jawaban"]
    meaning = None if is_doubted else known_words().get(squeeze(given["jawaban"]))
    if meaning is None:
        return "unknown_answer"
    if meaning == "rejected" and not given["alasan"]:
        return "rejected_without_reason"
    return _unsigned(cells)


def _unsigned(cells: dict[str, str]) -> str | None:
    """Whether an answer lacks who gave it, or when."""
    if is_blank(cells.get("oleh")):
        return "answered_by_nobody"
    if not any(sign.isdigit() for sign in cells.get("tanggal", "")):
        return "answered_on_no_day"
    return None


def _cells(header: Header, texts: list[str]) -> dict[str, str]:
    """The cells of a row by the names of their columns."""
    return {name: text.strip() for name, text in zip(header.names, texts, strict=False) if name}


@cache
def known_words() -> dict[str, str]:
    """What the known answers mean, by their letters."""
    with WORDS.open(encoding="utf-8", newline="") as file:
        return {
            squeeze(row["written"]): row["meaning"]
            for row in csv.DictReader(file)
            if row["word_list"] == "follow_up"
        }
