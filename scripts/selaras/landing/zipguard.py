"""Looking into a workbook before it is opened: is it one, and does it unpack to a sane size?"""

import re
import zipfile
import zlib
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
        rows = columns = 0
        tail = b""
        with archive.open(part) as stream:
            while chunk := stream.read(_CHUNK):
                seen += len(chunk)
                if _is_bomb(seen, size):
                    raise Unfit(
                        "bomb", file=file, unpacked=_mebibytes(seen), limit=_mebibytes(LARGEST)
                    )
                rows, columns = _reach(tail + chunk, rows, columns, file)
                tail = chunk[-_TAG:]
        if rows * columns > MOST_CELLS:
            raise Unfit("too_wide", file=file, rows=rows, columns=columns)


def _reach(xml: bytes, rows: int, columns: int, file: str) -> tuple[int, int]:
    """How far the filled cells of a piece of a sheet reach.

    The reader makes room for all cells between the first and the last; it ends the process
    where there is no such room.
    """
    if cells := _CELL.findall(xml):
        letters, numbers = map(set, zip(*cells, strict=True))
        rows, columns = max(rows, *map(int, numbers)), max(columns, *map(_column_number, letters))
    if _NOWHERE.search(xml):
        raise Unfit("broken_workbook", file=file, error="cells without a place")
    return rows, columns


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
