"""What goes wrong with whole files: ends of lines, encodings, quotes, repeated headers."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

FEWEST_ROWS = 25
_BOM = b"\xef\xbb\xbf"
_WORD = re.compile(rb"[A-Z]{4,}")


@dataclass(frozen=True)
class Damage:
    """How one file is spoilt; the default leaves it as it is."""

    encoding: str = "utf-8"
    bom: bool = False
    crlf: bool = False
    repeated_header: bool = False
    stray_quotes: int = 0
    latin1_rows: int = 0
    blank_rows: int = 0
    total_row: bool = False
    open_quote_at_end: bool = False
    truncated: bool = False


INTACT = Damage()
_LATIN1 = Damage(encoding="latin-1")

# By table and the place of the file among those of its table in the drop.
_PLAN = {
    ("bps.dtsen_family", 1): Damage(stray_quotes=2),
    ("bps.dtsen_family", 2): Damage(latin1_rows=3, crlf=True),
    ("bps.dtsen_family", 3): Damage(bom=True, blank_rows=2),
    ("bps.dtsen_member", 1): Damage(stray_quotes=2),
    ("bps.dtsen_member", 2): Damage(latin1_rows=5),
    ("bps.dtsen_member", 3): Damage(bom=True),
    ("kemensos.pkh", 0): Damage(crlf=True, repeated_header=True),
    ("kemensos.sembako", 0): Damage(blank_rows=3, stray_quotes=1),
    ("kemensos.blts", 0): Damage(total_row=True, bom=True),
    ("kemendikdasmen.pip", 0): Damage(truncated=True),
    ("kemdiktisaintek.kipk", 0): Damage(bom=True, crlf=True),
    ("dinsos.pkd", 0): Damage(encoding="latin-1", repeated_header=True, blank_rows=1),
    ("bapenda.asset", 0): Damage(open_quote_at_end=True),
    ("disdik.kjp_plus", 0): Damage(total_row=True),
}


def plan(table: str, place: int, rows: int, clean: bool) -> Damage:
    """The damage of a file; a clean sample and small files have none."""
    whole = _LATIN1 if table == "dinsos.pkd" else INTACT
    return whole if clean or rows < FEWEST_ROWS else _PLAN.get((table, place), whole)


@dataclass(frozen=True)
class Damaged:
    """A finished file: its checksum, and which line suffered what."""

    sha256: str
    marks: tuple[tuple[int, str], ...]


def finish(path: Path, damage: Damage, rows: int) -> Damaged:
    """Spoil a file as planned, in one pass, and take its checksum."""
    if damage == INTACT:
        with path.open("rb") as file:
            return Damaged(hashlib.file_digest(file, "sha256").hexdigest(), ())
    marks: list[tuple[int, str]] = []
    spoilt, digest = path.with_suffix(".part"), hashlib.sha256()
    with path.open("rb") as source, spoilt.open("wb") as target:
        if damage.bom:
            marks.append((1, "byte_order_mark"))
        for piece in _encoded(_lines(source, damage, rows, marks), damage, marks):
            digest.update(piece)
            target.write(piece)
    spoilt.replace(path)
    return Damaged(digest.hexdigest(), tuple(marks))


def repeat_after(damage: Damage, rows: int) -> int:
    """The number of data rows before the repeated header; beyond the end where there is none."""
    return rows // 2 if damage.repeated_header else rows + 1


def _lines(
    source: Iterable[bytes], damage: Damage, rows: int, marks: list[tuple[int, str]]
) -> Iterator[bytes]:
    """The lines of a file with what is put in, torn or left open."""
    header, number = b"", 0
    middle = repeat_after(damage, rows)
    quoted = {2 + rows * (at + 1) // (damage.stray_quotes + 2) for at in range(damage.stray_quotes)}
    for row, line in enumerate(source):
        number += 1
        header = header or line
        if row == middle + 1:
            marks.append((number, "repeated_header"))
            number += 1
            yield header
        if number in quoted and (word := _WORD.search(line)):
            marks.append((number, "stray_quote"))
            line = line[: word.start() + 2] + b'"' + line[word.start() + 2 :]
        if row == rows and damage.truncated:
            marks.append((number, "truncated_line"))
            line = line[: len(line) * 2 // 5]
        if row == rows and damage.open_quote_at_end:
            marks.append((number, "unclosed_quote"))
            head, comma, tail = line.rpartition(b",")
            line = head + comma + b'"' + tail
        yield line
    blank = b"".join(bytes([byte]) for byte in header if byte in b",;|") + b"\n"
    if damage.total_row:
        marks.append((number + 1, "total_row"))
        yield b"TOTAL" + blank
        number += 1
    for at in range(damage.blank_rows):
        marks.append((number + 1 + at, "blank_row"))
        yield blank if at % 2 else b"\n"


def _encoded(
    lines: Iterable[bytes], damage: Damage, marks: list[tuple[int, str]]
) -> Iterator[bytes]:
    """The lines in the encoding and with the line ends of the file."""
    left = damage.latin1_rows
    for number, line in enumerate(lines, 1):
        if damage.encoding == "latin-1":
            line = line.decode().encode("latin-1")
        elif left and not line.isascii():
            left -= 1
            marks.append((number, "mixed_encoding"))
            line = line.decode().encode("latin-1", errors="replace")
        if damage.crlf:
            line = line.replace(b"\n", b"\r\n")
        yield _BOM + line if damage.bom and number == 1 else line
