"""The text of a workbook's cell, by its type and by what stands around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import islice

from python_calamine import CalamineSheet

from selaras.landing.pieces import LargeSheet

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_SERIAL = re.compile(r"(\d{4,5})(?:\.0+)?")
_FIRST_OF_1904 = date(1904, 1, 1)


@dataclass(frozen=True)
class Cells:
    """The rows of one sheet from its first one; `uncalculated` are places of empty formulas."""

    sheet: CalamineSheet | LargeSheet
    counts_from_1904: bool = False
    uncalculated: set[tuple[int, int]] = field(default_factory=set)

    def texts(self, count: int | None = None) -> Iterator[list[str]]:
        """The texts of the rows."""
        return ([text_of(cell) for cell in row] for row in self.rows(count))

    def rows(self, count: int | None = None) -> Iterator[list[object]]:
        """The cells of the rows; none where the sheet is empty."""
        return iter(()) if self.sheet.start is None else islice(self.sheet.iter_rows(), count)

    def spread(self) -> dict[int, dict[int, tuple[int, int]]]:
        """By column, for each row below the first of a merged area: the area's first cell."""
        if self.sheet.start is None:
            return {}
        found: dict[int, dict[int, tuple[int, int]]] = {}
        left, bottom = self.sheet.start[1], self.sheet.end[0]
        for (top, column), (last, _) in self.sheet.merged_cell_ranges or []:
            for row in range(top + 1, min(last, bottom) + 1):
                found.setdefault(row, {})[column - left] = (top, column - left)
        return found

    def is_uncalculated(self, row: int, column: int) -> bool:
        """Whether a cell is a formula whose value nobody knows."""
        return bool(self.uncalculated) and (row, column + self.sheet.start[1]) in self.uncalculated


def text_of(cell: object) -> str:
    """The text of a cell: whole numbers without a point, dates as ISO dates."""
    match cell:
        case str():
            return _decoded(cell)
        case bool():
            return "true" if cell else "false"
        case float() if cell.is_integer() and abs(cell) < 1e18:
            return str(int(cell))
        case datetime() if cell.time() != time():
            return cell.isoformat(sep=" ")
        case datetime():
            return cell.date().isoformat()
        case date() | time():
            return cell.isoformat()
        case timedelta() | int() | float():
            return str(cell)
        case _:
            return _decoded(str(cell))


def day_of_1904(text: str) -> str | None:
    """The day of a bare serial that counts from 1904, or None where the text is none."""
    fit = _SERIAL.fullmatch(text.strip())
    return (_FIRST_OF_1904 + timedelta(days=int(fit[1]))).isoformat() if fit else None


def _decoded(text: str) -> str:
    """A text without the escapes of signs, such as _x000D_, that older programs leave in it."""
    if "_x" in text:
        plain = _ESCAPED.sub(lambda sign: chr(int(sign[1], 16)), text)
        if plain != text:
            text = " ".join("".join(s if s.isprintable() else " " for s in plain).split())
    return text.replace("\0", "")
