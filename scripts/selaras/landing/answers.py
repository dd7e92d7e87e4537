"""Answers of agencies: workbooks of the outbox that come back, known by their sheets.

What they are called does not matter, nor whether a manifest lists them. Rows without an answer
are none; an answer that nobody can act on is set aside.
"""

import csv
import re
from functools import cache
from pathlib import Path

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from selaras.landing.cells import text_of
from selaras.landing.header import LOOK_AT, Header, has_header, lacking, squeeze
from selaras.landing.notice import Unfit
from selaras.landing.seals import Seals
from selaras.landing.words import is_blank
from selaras.landing.zipguard import guard_workbook
from selaras.lists import Layout, layouts
from selaras.workspace import PROJECT

LIST = "outbox__answer"
LONGEST_HEAD = 10_000
GIVEN = ("jawaban", "alasan", "oleh", "tanggal")
ITEM = re.compile(r"o[0-9a-f]{24}")
WORDS = PROJECT / "seeds" / "source_word.csv"


def is_answer(layout: Layout | None) -> bool:
    """Whether a list is that of the answers."""
    return layout is not None and layout.identifier == LIST


def answers_in(path: Path) -> Layout | None:
    """The list of the answers where a file is a workbook with a sheet of it, whole or damaged."""
    layout = next((each for each in layouts() if is_answer(each)), None)
    if layout is None or path.suffix.lower() != ".xlsx":
        return None
    try:
        guard_workbook(path, path.name)
        book = CalamineWorkbook.from_path(path)
        for meta in book.sheets_metadata:
            if (meta.typ, meta.visible) != (SheetTypeEnum.WorkSheet, SheetVisibleEnum.Visible):
                continue
            found = book.get_sheet_by_name(meta.name).to_python(
                skip_empty_area=False, nrows=LOOK_AT
            )
            first = [[text_of(cell) for cell in row] for row in found]
            if has_header(first, layout) or lacking(first, layout):
                return layout
    except (Unfit, OSError):
        return None
    except KeyboardInterrupt:
        raise
    except BaseException:  # a panic of the reader is no Exception; the file is no such workbook
        return None
    return None


def is_text_of_answers(path: Path) -> bool:
    """Whether a file is a sheet of answers that was saved as text, without its types and seals."""
    if path.suffix.lower() not in (".csv", ".tsv", ".txt"):
        return False
    try:
        with path.open("rb") as file:
            head = squeeze(file.read(LONGEST_HEAD).decode("utf-8", "ignore"))
    except OSError:
        return False
    return all(squeeze(name) in head for name in ("id_butir", *GIVEN))


def see(header: Header, texts: list[str], seals: Seals) -> None:
    """Take note of whose item a row is."""
    cells = _cells(header, texts)
    seals.see(cells.get("id_butir", "").lower(), cells.get("sidik", "").lower())


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
    meaning = _words().get(squeeze(given["jawaban"]))
    if meaning is None:
        return "unknown_answer"
    if meaning == "rejected" and not given["alasan"]:
        return "rejected_without_reason"
    if not given["oleh"]:
        return "answered_by_nobody"
    if not any(sign.isdigit() for sign in given["tanggal"]):
        return "answered_on_no_day"
    return None


def _cells(header: Header, texts: list[str]) -> dict[str, str]:
    """The cells of a row by the names of their columns."""
    return {name: text.strip() for name, text in zip(header.names, texts, strict=False) if name}


@cache
def _words() -> dict[str, str]:
    """What the known answers mean, by their letters."""
    with WORDS.open(encoding="utf-8", newline="") as file:
        return {
            squeeze(row["written"]): row["meaning"]
            for row in csv.DictReader(file)
            if row["word_list"] == "follow_up"
        }
