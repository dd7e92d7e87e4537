"""Sheets too large to be held at once: the reader of workbooks gets them piece by piece.

A piece is a workbook of its own that holds some rows of the sheet and all that a cell may name.
So every cell is read as it ever was, and memory does not grow with the number of rows.
"""

import re
import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from python_calamine import CalamineSheet, CalamineWorkbook

from selaras.landing.texts import Texts, is_of_texts, marked

# Bytes of XML: fewer than 100,000 rows of seven columns, and what of it is read at once.
LARGE = 32 << 20
PIECE = 8 << 20
CHUNK = 1 << 20
# The parts that a workbook consists of, and the styles of cells.
_BESIDE = re.compile(r"/?(\[content_types\]\.xml|(xl/)?_rels/[^/]*\.rels|xl/[^/]*)", re.IGNORECASE)
_OPENED = re.compile(rb"<(?:\w+:)?sheetData(?:\s[^>]*)?(?<!/)>")
_CLOSED = re.compile(rb"</(?:\w+:)?sheetData\s*>")
_ROW = re.compile(rb"""<(?:\w+:)?row\s(?:[^>]*?\s)?r=["'](\d{1,7})["']""")
_SHEET = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>',
    b"</sheetData></worksheet>",
)
_ROW_CLOSED = re.compile(rb"</(?:\w+:)?row\s*>")


@dataclass(frozen=True)
class Frame:
    """What stands around the rows of a sheet, and the number of the last row from 0."""

    part: str
    before: bytes
    after: bytes
    last: int

    @property
    def closing(self) -> bytes:
        """What closes the rows and the sheet."""
        return _CLOSED.match(self.after)[0] + self.after[self.after.rindex(b"</") :]


def frame_of(archive: zipfile.ZipFile, part: str) -> Frame | None:
    """The frame of a large sheet; None where a sheet is small, or its tags may be no tags."""
    if archive.getinfo(part).file_size < LARGE:
        return None
    before, rows, after, text = b"", b"", bytearray(), b""
    with archive.open(part) as stream:
        while chunk := stream.read(CHUNK):
            if b"<!" in chunk:  # a comment may hold what looks like a row
                return None
            if after:
                after += chunk
                continue
            text += chunk
            if not before and (opened := _OPENED.search(text)):
                before, text = text[: opened.end()], text[opened.end() :]
            if before and b"sheetData" in text and (closed := _CLOSED.search(text)):
                rows, after = text[: closed.start()], bytearray(text[closed.start() :])
            elif before:
                text = text[-CHUNK:]
    numbers = _ROW.findall(rows)
    return Frame(part, before, bytes(after), int(numbers[-1]) - 1) if numbers else None


class LargeSheet:
    """A sheet as the reader gives it, but for its rows, which come from one piece at a time."""

    def __init__(self, name: str, path: Path, frame: Frame, scratch: Path) -> None:
        self.name = name
        self._path = path
        self._frame = frame
        self._scratch = scratch

    @cached_property
    def start(self) -> tuple[int, int] | None:
        """The first row and column that hold anything, from 0; None where nothing does."""
        found = None
        for piece, _ in self._pieces():
            row, column = found or piece.start
            found = row, min(column, piece.start[1])
            if found[1] == 0:
                break
        return found

    @property
    def end(self) -> tuple[int, int]:
        """The last row there is, whatever it holds, and the first column."""
        return self._frame.last, 0

    @property
    def merged_cell_ranges(self) -> list[tuple[tuple[int, int], tuple[int, int]]] | None:
        """The first and the last place of each merged area."""
        return self._book(
            {self._frame.part: [self._frame.before, self._frame.after]}
        ).merged_cell_ranges

    def iter_rows(self) -> Iterator[list[object]]:
        """All rows from the first one of the sheet on, without columns that are empty to the left.

        A row is as wide as the widest piece so far.
        """
        following, width = 0, 0
        for piece, told in self._pieces():
            if piece.start[0] < following:
                raise ValueError("rows that are not in order")
            left = [""] * (piece.start[1] - self.start[1])
            width = max(width, len(left) + piece.width)
            right = [""] * (width - len(left) - piece.width)
            for _ in range(following, piece.start[0]):
                yield [""] * width
            for cells in piece.to_python():
                yield left + told(cells) + right
            following = piece.end[0] + 1

    def _pieces(self) -> Iterator[tuple[CalamineSheet, Callable[[list], list]]]:
        """The pieces that hold anything, in their order, and what tells the texts of a row."""
        for rows in self._rows():
            found = marked(rows) if self._texts else None
            content = [self._frame.before, found or rows, self._frame.closing]
            piece = self._book({self._frame.part: content}, has_texts=found is None)
            if piece.start is not None:
                yield piece, list if found is None else self._texts.told

    def _rows(self) -> Iterator[bytes]:
        """The rows of the sheet as XML, cut where a row ends; the first ones are soon there."""
        with zipfile.ZipFile(self._path) as archive, archive.open(self._frame.part) as stream:
            stream.read(len(self._frame.before))
            at_once, text = CHUNK, b""
            while chunk := stream.read(at_once):
                text += chunk
                at_once = PIECE
                if b"sheetData" in text and (closed := _CLOSED.search(text)):
                    yield text[: closed.start()]
                    return
                if ended := _ROW_CLOSED.search(text):
                    cut = text.rindex(ended[0]) + len(ended[0])
                    yield text[:cut]
                    text = text[cut:]

    @cached_property
    def _texts(self) -> Texts | None:
        """The texts that cells name, where any stand apart."""
        with zipfile.ZipFile(self._path) as archive:
            for part in filter(is_of_texts, archive.namelist()):
                return Texts(archive, part, self._scratch / "texts", partial(self._read, part))
        return None

    def _read(self, part: str, texts: bytes, count: int) -> Iterator[str]:
        """The texts of a part, read in the cells of a sheet."""
        cells = [
            b'<row r="%d"><c r="A%d" t="s"><v>%d</v></c></row>' % (number + 1, number + 1, number)
            for number in range(count)
        ]
        sheet = self._book({part: [texts], self._frame.part: [_SHEET[0], *cells, _SHEET[1]]})
        return (str(cell) for (cell,) in sheet.to_python(skip_empty_area=False))

    def _book(self, parts: dict[str, list[bytes]], has_texts: bool = False) -> CalamineSheet:
        """The sheet of a workbook with these parts instead of its own."""
        target = self._scratch / "piece.xlsx"
        shutil.copyfile(self._whole if has_texts else self._bare, target)
        with zipfile.ZipFile(target, "a") as piece:
            for name, content in parts.items():
                with piece.open(name, "w") as part:
                    part.writelines(content)
        with CalamineWorkbook.from_path(target) as book:
            return book.get_sheet_by_name(self.name)

    @cached_property
    def _whole(self) -> Path:
        """A workbook that lacks nothing but its sheets."""
        return self._copied("whole.xlsx", lambda _: True)

    @cached_property
    def _bare(self) -> Path:
        """A workbook that lacks its sheets and texts."""
        return self._copied("bare.xlsx", lambda part: not is_of_texts(part))

    def _copied(self, called: str, is_wanted: Callable[[str], bool]) -> Path:
        """A copy of the workbook with the parts that it consists of."""
        target = self._scratch / called
        with zipfile.ZipFile(self._path) as archive, zipfile.ZipFile(target, "w") as copy:
            for name in archive.namelist():
                if name != self._frame.part and _BESIDE.fullmatch(name) and is_wanted(name):
                    with archive.open(name) as part, copy.open(name, "w") as written:
                        shutil.copyfileobj(part, written, CHUNK)
        return target
