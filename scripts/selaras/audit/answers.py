"""Reading the workbooks that came back from the field."""

import re
from dataclasses import dataclass
from pathlib import Path

from python_calamine import CalamineWorkbook

from selaras.audit.book import (
    ANSWERS,
    DRAW,
    ELIGIBLE,
    NOT_ASKED,
    NUMBER,
    RECEIVES,
    SAME,
    VISIT,
)
from selaras.errors import ExitCode, Refusal

WORDS = {
    "ya": True,
    "yes": True,
    "tidak": False,
    "no": False,
    "tidak tahu": None,
    "unknown": None,
    NOT_ASKED: None,
    "": None,
}
NIK = re.compile("[0-9]{16}")


@dataclass(frozen=True)
class Answer:
    """What a team answered of one visit; None where it did not say."""

    draw_id: str
    visit_id: str
    is_eligible: bool | None
    receives: bool | None
    is_same_person: bool | None
    nik: str | None

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all was answered."""
        told = (self.is_eligible, self.receives, self.is_same_person, self.nik)
        return all(each is None for each in told)


def read_answers(path: Path) -> list[Answer]:
    """The answers of a workbook, one for each visit; a Refusal names what is wrong where."""
    table = _table(path)
    at = next((row for row, cells in enumerate(table) if VISIT in cells), None)
    wanted = {DRAW, VISIT, *(each.heading for each in ANSWERS[:-1])}
    missing = wanted - set(table[at] if at is not None else ())
    if at is None or missing:
        lacks = ", ".join(sorted(missing or wanted))
        raise Refusal(ExitCode.INPUT_REFUSED, "audit.no_columns", file=path.name, columns=lacks)
    found = []
    for line, cells in enumerate(table[at + 1 :], at + 2):
        row = dict(zip(table[at], cells, strict=False))
        if row[VISIT]:
            found.append(_answer(path.name, line, row))
    return found


def _table(path: Path) -> list[list[object]]:
    """The cells of the sheet of visits; texts without blanks around them."""
    try:
        book = CalamineWorkbook.from_path(path)
        sheets = [
            book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            for name in book.sheet_names
        ]
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # a panic of the reader is no Exception
        raise Refusal(
            ExitCode.INPUT_REFUSED, "audit.no_workbook", file=path.name, error=error
        ) from None
    tables = [[[_tidy(cell) for cell in row] for row in sheet] for sheet in sheets]
    with_visits = (table for table in tables if any(VISIT in row for row in table))
    return next(with_visits, [])


def _tidy(cell: object) -> object:
    """A text with single spaces, anything else as it is."""
    return " ".join(cell.split()) if isinstance(cell, str) else cell


def _answer(file: str, line: int, row: dict[object, object]) -> Answer:
    """The answers of one line."""
    chosen = {}
    for name in (ELIGIBLE, RECEIVES, SAME):
        word = str(row[name]).lower()
        if word not in WORDS:
            raise Refusal(
                ExitCode.INPUT_REFUSED, "audit.odd_answer",
                file=file, line=line, column=name, answer=row[name], words="ya, tidak, tidak tahu",
            )  # fmt: skip
        chosen[name] = WORDS[word]
    number = row[NUMBER] if isinstance(row[NUMBER], str) else repr(row[NUMBER])
    number = number.replace(" ", "")
    if number not in ("", NOT_ASKED) and not NIK.fullmatch(number):
        raise Refusal(ExitCode.INPUT_REFUSED, "audit.odd_number", file=file, line=line)
    return Answer(
        draw_id=str(row[DRAW]),
        visit_id=str(row[VISIT]),
        is_eligible=chosen[ELIGIBLE],
        receives=chosen[RECEIVES],
        is_same_person=chosen[SAME],
        nik=number if NIK.fullmatch(number) else None,
    )
