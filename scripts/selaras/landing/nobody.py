"""Telling rows of the list from rows that are nobody: totals, column numbers, signatures, notes.

What a row says by itself comes first; then its neighbours speak: a name that stands alone under
"Kepala Dinas" signs the list, the same name between two recipients is one of them.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from selaras.landing.header import Header, squeeze
from selaras.landing.words import (
    is_blank,
    is_column_type,
    is_place_and_day,
    is_section,
    is_total_label,
    mark_of,
)

FEW_CELLS = 3
_DIGITS = re.compile(r"\d")
_CIVIL_SERVANT = re.compile(r"(19|20)\d{6}(19|20)\d{4}[12]\d{3}")
_ROMAN = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True)
class Doubtful:
    """A row that may be nobody; `reason` says why it cannot be read, where it cannot."""

    line: int
    text: str
    fields: Sequence[str] | None
    reason: str | None = None


def judge(
    header: Header, doubtful: Iterable[Doubtful], is_apart: "Apart"
) -> Iterator[tuple[Doubtful, str]]:
    """Each doubtful row with its kind: `data`, or what it is else.

    `is_apart` says whether rows of the list stand between two lines, or after one.
    """
    run: list[Doubtful] = []
    for row in sorted(doubtful, key=lambda row: row.line):
        if run and is_apart(run[-1].line, row.line):
            yield from _judge_run(header, run, is_apart(run[-1].line, None))
            run = []
        run.append(row)
    if run:
        yield from _judge_run(header, run, is_apart(run[-1].line, None))


class Apart:
    """Whether a row that is surely of the list stands between two lines."""

    def __init__(self, lines: Sequence[int]) -> None:
        self._lines = lines

    def __call__(self, line: int, other: int | None) -> bool:
        at = bisect_right(self._lines, line)
        return at < len(self._lines) and (other is None or self._lines[at] < other)


def _judge_run(
    header: Header, run: list[Doubtful], goes_on: bool
) -> Iterator[tuple[Doubtful, str]]:
    """Judge rows that stand together, by their own words and then by their neighbours'."""
    kinds = [kind_of(header, row.fields) for row in run]
    marks = [at for at, kind in enumerate(kinds) if kind in ("total", "signature", "note")]
    last_header = max((at for at, kind in enumerate(kinds) if kind == "header"), default=-1)
    for at, row in enumerate(run):
        kind = kinds[at]
        if kind == "data" and is_sparse(row.fields) and not _has_number(header, row.fields):
            if at < last_header:
                kind = "title"
            elif marks and marks[0] < at and (at < marks[-1] or not goes_on):
                kind = "signature"
        yield row, kind


def kind_of(header: Header, fields: Sequence[str] | None) -> str:
    """What a row is by its own words: `data`, `blank`, `header`, what columns are, or a mark."""
    if fields is None:
        return "data"
    filled = [cell for cell in fields if not is_blank(cell)]
    if not any(cell and cell.strip("\"' \t\u00a0\ufeff") for cell in fields):
        return "blank"
    if _repeats(header, fields):
        return "header"
    if _are_counted(filled):
        return "column numbers"
    if len(filled) >= FEW_CELLS and sum(map(is_column_type, filled)) * 4 >= len(filled) * 3:
        return "column types"
    if _has_number(header, fields) and not any(mark_of(cell) == "signature" for cell in filled):
        return "data"
    if any(is_total_label(cell) for cell in filled[:FEW_CELLS]):
        return "total"
    if len(filled) > FEW_CELLS:
        return "data"
    if len(filled) == 1 and is_place_and_day(filled[0]):
        return "signature"
    if filled and is_section(filled[0]):
        return "title"
    return next((mark for cell in filled if (mark := mark_of(cell))), "data")


def is_sparse(fields: Sequence[str] | None) -> bool:
    """Whether a row has so few filled cells that it may be no row of the list."""
    return fields is not None and sum(not is_blank(cell) for cell in fields) <= FEW_CELLS


def names_someone(header: Header, fields: Sequence[str]) -> bool:
    """Whether a row names a person or family; a list without such columns needs any cell."""
    if not header.numbers and not header.people:
        return any(not is_blank(cell) for cell in fields)
    cells = dict(zip(header.names, fields, strict=False))
    return any(_is_number(cells.get(name)) for name in header.numbers) or any(
        _is_name(cells.get(name)) for name in header.people
    )


def _is_number(cell: str | None) -> bool:
    """Whether a cell holds a number that could be someone's: not blank, not one digit repeated."""
    if is_blank(cell):
        return False
    bare = cell.strip(" .-_'\u00a0")
    core = bare.strip("0")
    return bool(core) and bool(bare.replace(core[0], "")) and not is_total_label(bare)


def _is_name(cell: str | None) -> bool:
    """Whether a cell holds something that could be a name."""
    bare = "" if is_blank(cell) else cell.strip(" .-_'0?*\u00a0")
    return bool(bare) and not is_blank(bare) and not is_total_label(bare)


def _has_number(header: Header, fields: Sequence[str]) -> bool:
    """Whether a row bears a long number of a person or family, and not a civil servant's."""
    if len(fields) == header.width:
        cells = dict(zip(header.names, fields, strict=True))
        fields = [cells.get(name) or "" for name in header.numbers]
    bare = [re.sub(r"[\s.\-'_\"=]", "", cell) for cell in fields]
    return any(
        cell[:1].isdigit()
        and len(_DIGITS.findall(cell)) >= 12
        and not _CIVIL_SERVANT.fullmatch(cell)
        for cell in bare
    )


def _repeats(header: Header, fields: Sequence[str]) -> bool:
    """Whether a row repeats the header, or enough of it."""
    titles = {squeeze(title) for title in header.titles if title}
    filled = [squeeze(cell) for cell in fields if squeeze(cell)]
    same = sum(cell in titles for cell in filled)
    cells = dict(zip(header.names, fields, strict=False))
    needed = [squeeze(cells.get(name)) in titles for name in header.required]
    return same * 2 > len(filled) or (bool(needed) and sum(needed) * 2 > len(needed))


def _roman(text: str) -> int:
    """The number meant by a Roman numeral."""
    worth = [_ROMAN[letter] for letter in text.lower()]
    following = [*worth[1:], 0]
    return sum(-one if two > one else one for one, two in zip(worth, following, strict=True))


_COUNTS = [
    (re.compile(rf"\W*({signs})\W*(?:=.*)?", re.IGNORECASE), value)
    for signs, value in (
        (r"\d{1,3}", int),
        ("[a-z]", lambda letter: ord(letter.lower())),
        ("[ivx]{1,5}", _roman),
    )
]


def _are_counted(filled: Sequence[str]) -> bool:
    """Whether cells count the columns: 1, 2, 3 or (a), (b), (c)."""
    if len(filled) < FEW_CELLS:
        return False
    for pattern, value in _COUNTS:
        found = [pattern.fullmatch(cell) for cell in filled]
        values = [value(each[1]) if each else None for each in found]
        steps = sum(left is not None and right == left + 1 for left, right in pairwise(values))
        if steps * 4 >= (len(filled) - 1) * 3:
            return True
    return False
