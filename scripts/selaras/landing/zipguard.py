"""Looking into a workbook before it is opened: is it one, and does it unpack to a sane size?"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from selaras.landing.notice import Unfit

LARGEST = 1 << 30
SUSPICIOUS = 50 << 20
DENSEST = 250
MOST_PARTS = 10_000
MOST_CELLS = 60_000_000
_CHUNK = 1 << 20
_TAG = 200
_CELL = re.compile(
    rb"""<(?:\w+:)?c\s(?:[^>]*?\s)?r=["']([A-Z]{1,3})(\d{1,7})["'](?:[^>]*[^/>])?>"""
)
# Without a cell beyond column BB or row 1,099,999 a sheet cannot hold more than MOST_CELLS.
_FAR = re.compile(rb"""r=["'](?:[A-Z]{3}|B[C-Z]|[C-Z][A-Z]|[A-Z]{1,2}(?:[2-9]\d{6}|1[1-9]\d{5}))""")
_NOWHERE = re.compile(rb"""<(?:\w+:)?c(?:\s+(?!r=)[\w:]+=(?:"[^"]*"|'[^']*'))*\s*/?>""")


def guard_workbook(path: Path, file: str) -> None:
    """Refuse what is not a readable workbook or would unpack to far too much."""
    with path.open("rb") as stream:
        head = stream.read(8)
    if not head:
        raise Unfit("empty", file=file)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unfit("encrypted", file=file)
    if not head.startswith(b"PK"):
        raise Unfit("not_a_workbook", file=file)
    try:
        with zipfile.ZipFile(path) as archive:
            _guard_parts(archive, file, path.stat().st_size)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise Unfit("broken_workbook", file=file, error=error) from None
    except RuntimeError:
        raise Unfit("encrypted", file=file) from None


def _guard_parts(archive: zipfile.ZipFile, file: str, size: int) -> None:
    """Unpack every part once without keeping it, so that nothing rests on declared sizes."""
    parts = archive.infolist()
    declared = sum(part.file_size for part in parts)
    if len(parts) > MOST_PARTS or _is_bomb(declared, size):
        raise Unfit("bomb", file=file, unpacked=_mebibytes(declared), limit=_mebibytes(LARGEST))
    seen = 0
    for part in parts:
        is_far = False
        for length, xml in _pieces(archive, part):
            seen += length
            if _is_bomb(seen, size):
                values = {"unpacked": _mebibytes(seen), "limit": _mebibytes(LARGEST)}
                raise Unfit("bomb", file=file, **values)
            if not _is_placed(xml) and _NOWHERE.search(xml):
                raise Unfit("broken_workbook", file=file, error="cells without a place")
            is_far = is_far or _FAR.search(xml) is not None
        if is_far:
            _guard_reach(archive, part, file)


def _pieces(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[tuple[int, bytes]]:
    """The content of a part piece by piece, each with the end of the one before, and its size."""
    tail = b""
    with archive.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            yield len(chunk), tail + chunk
            tail = chunk[-_TAG:]


def _is_placed(xml: bytes) -> bool:
    """Whether every cell says where it is, as the first thing it says; seen without a search."""
    return xml.count(b"<c") == xml.count(b'<c r="') and b":c" not in xml


def _guard_reach(archive: zipfile.ZipFile, part: zipfile.ZipInfo, file: str) -> None:
    """Refuse a sheet whose filled cells reach too far.

    The reader makes room for all cells between the first and the last; it ends the process
    where there is no such room.
    """
    rows = columns = 0
    for _, xml in _pieces(archive, part):
        if cells := _CELL.findall(xml):
            letters, numbers = map(set, zip(*cells, strict=True))
            rows = max(rows, *map(int, numbers))
            columns = max(columns, *map(_column_number, letters))
    if rows * columns > MOST_CELLS:
        raise Unfit("too_wide", file=file, rows=rows, columns=columns)


def _is_bomb(unpacked: int, packed: int) -> bool:
    """Whether contents are larger than any list we expect, or far too dense."""
    return unpacked > LARGEST or (unpacked > SUSPICIOUS and unpacked > packed * DENSEST)


def _column_number(letters: bytes) -> int:
    """The number of a spreadsheet column such as AB."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _mebibytes(size: int) -> int:
    """A size in whole MiB."""
    return size >> 20
