"""The physical lines of a text file, block by block, whatever its encoding or line ends."""

import codecs
import re
from itertools import islice
from pathlib import Path

BLOCK = 4 << 20
LONGEST_LINE = 1 << 20
LONGEST_RETURN = 64 << 20
DELIMITERS = (b";", b"|", b",", b"\t", b"^", b"~", b"#", b"\x1f", b"\x01")
_BOM = codecs.BOM_UTF8
LOOKED_AT = 3
_ENDS = re.compile(rb"[\r\n]")
_WRAPPED = re.compile(rb'"((?:[^"]|"")*)"')
# Letters of code page 850 that are signs in Windows-1252, where no such sign would stand.
_OF_DOS = re.compile(
    rb"[\x81\x90]|[A-Za-z][\x82\x84\x87\xa1-\xa5\xb5]|[A-Za-z]\x94[A-Za-z]|[A-Z][\x99\x9a][A-Z]"
)
# The beginnings of letters in UTF-8, each read as a sign of its own.
_TWICE = re.compile("[\u00c2\u00c3][\u0080-\u00bf\u0152-\u2122]|\u00e2\u20ac")
_MAY_BE_TWICE = (b"\xc3\x82", b"\xc3\x83", b"\xc3\xa2\xe2\x82\xac")
_OTHER_ENDS = re.compile(rb"\xc2\x85|\xe2\x80[\xa8\xa9]")


class Lines:
    """Reads a file as lists of lines without their ends; memory stays within a few blocks.

    `careful` says that the current block holds something that needs a look line by line:
    bytes that are not UTF-8 or may be it twice, NULs, lone carriage returns, or a line that is
    too long.
    `ended` tells, after the last block, whether the last line had a line end.
    """

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")
        self._rest = b""
        self._start = True
        self._finished = False
        self.careful = False
        self.ended = True

    def close(self) -> None:
        self._file.close()

    def next_block(self) -> list[bytes] | None:
        """The next lines, or None at the end of the file."""
        block = self.next_text()
        return None if block is None else block.split(b"\n")

    def next_text(self) -> bytes | None:
        """The next lines as one text, or None at the end of the file."""
        while not self._finished:
            block = self._file.read(BLOCK)
            if self._start and block.startswith(_BOM):
                block = block[len(_BOM) :]
            self._start = False
            if not block:
                return self._last()
            whole, newline, rest = block.rpartition(b"\n")
            if not newline:
                self._carry(block)
                continue
            whole, self._rest = self._rest + whole, rest
            return self._looked_at(whole)
        return None

    def _carry(self, block: bytes) -> None:
        """Keep a block without a line end; of a gigantic line only the beginning is kept."""
        if len(self._rest) <= LONGEST_LINE:
            self._rest += block

    def _last(self) -> bytes | None:
        """What stands after the last line end."""
        self._finished = True
        if not self._rest:
            return None
        self.ended = False
        return self._looked_at(self._rest)

    def _looked_at(self, block: bytes) -> bytes:
        """A block with our line ends; `careful` says from now on whether it needs care."""
        if b"\r" in block:
            block = block.replace(b"\r\n", b"\n").removesuffix(b"\r")
        self.careful = (
            b"\r" in block
            or b"\0" in block
            or not _is_utf8(block)
            or _may_be_long(block)
            or any(begin in block for begin in _MAY_BE_TWICE)
        )
        return block


def _may_be_long(block: bytes) -> bool:
    """Whether a line of a block may be longer than the longest: half as much has no line end."""
    half = LONGEST_LINE // 2
    return any(block.find(b"\n", at, at + half) < 0 for at in range(0, len(block) - half, half))


def _is_utf8(block: bytes) -> bool:
    """Whether a block of whole lines is valid UTF-8."""
    try:
        return block.isascii() or bool(block.decode())
    except UnicodeDecodeError:
        return False


def decode(line: bytes, expected: str) -> tuple[str, list[str]]:
    """The text of a line and what had to be done to read it."""
    notes = []
    try:
        text = line.decode()
    except UnicodeDecodeError:
        text, note = _single_byte(line, expected)
        notes += [note] if note else []
    else:
        if _TWICE.search(text) and (once := _decoded_again(text)):
            text = once
            notes.append("decoded_twice")
    if "\0" in text:
        text = text.replace("\0", "")
        notes.append("nul_removed")
    text = text.rstrip("\r")
    if "\r" in text:
        text = text.replace("\r", " ")
        notes.append("line_break_removed")
    return text, notes


def _single_byte(line: bytes, expected: str) -> tuple[str, str | None]:
    """A line in the code page of old DOS programs, in Windows-1252 or in Latin-1, with its note."""
    if _OF_DOS.search(line):
        return line.decode("cp850"), "decoded_dos"
    note = "decoded_latin1" if expected == "utf-8" else None
    try:
        return line.decode("cp1252"), note
    except UnicodeDecodeError:
        return line.decode("latin-1"), note


def _decoded_again(text: str) -> str | None:
    """A text whose UTF-8 was taken for Windows-1252 once before; None where it was not."""
    try:
        return b"".join(_byte_of(sign) for sign in text).decode()
    except UnicodeError:
        return None


def _byte_of(sign: str) -> bytes:
    """The byte that a sign stands for in Windows-1252, or in Latin-1 where that has none."""
    try:
        return sign.encode("cp1252")
    except UnicodeEncodeError:
        return sign.encode("latin-1")


def as_utf8(path: Path, scratch: Path) -> tuple[Path, str | None]:
    """A file with lines in one byte per ASCII character: itself, or a copy that has them.

    UTF-16 and UTF-32 become UTF-8, and the line ends of old Macs become ours, also of single
    records; so do those of mainframes where a file has no others.
    """
    with path.open("rb") as file:
        head = file.read(65536)
    encoding = _wide_encoding(head)
    if not encoding and _OTHER_ENDS.search(head) and not _ENDS.search(head):
        copy = scratch / "with_line_ends.txt"
        copy.write_bytes(_OTHER_ENDS.sub(b"\n", path.read_bytes()))
        return copy, None
    if encoding:
        copy = scratch / "as_utf8.txt"
        with (
            path.open(encoding=encoding, errors="replace", newline="") as source,
            copy.open("w", encoding="utf-8", newline="") as target,
        ):
            while text := source.read(BLOCK):
                target.write(text)
        path = copy
    if not _has_bare_return(path):
        return path, encoding
    copy = scratch / "with_our_line_ends.txt"
    with path.open("rb") as source, copy.open("wb") as target:
        while line := source.readline(LONGEST_RETURN):
            target.write(_with_our_ends(line))
    return copy, encoding


def unwrapped(path: Path, scratch: Path) -> Path | None:
    """A copy of a file whose lines are one quoted cell each, without these quotes; else None.

    So a spreadsheet saves a list that it took for one column. A line that is not so stays.
    """
    with path.open("rb") as file:
        head = [line.removeprefix(_BOM).strip() for line in islice(file, LOOKED_AT)]
    head = [line for line in head if line]
    whole = bool(head) and all(_WRAPPED.fullmatch(line) for line in head)
    if not whole or not any(mark in line for line in head for mark in DELIMITERS):
        return None
    copy = scratch / "unwrapped.txt"
    with path.open("rb") as source, copy.open("wb") as target:
        for line in source:
            found = _WRAPPED.fullmatch(line.removeprefix(_BOM).strip())
            target.write(found[1].replace(b'""', b'"') + b"\n" if found else line)
    return copy


def _has_bare_return(path: Path) -> bool:
    """Whether a carriage return stands anywhere without the line feed."""
    last = b""
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            if last == b"\r" and block[:1] != b"\n":
                return True
            last = block[-1:]
            if b"\r" not in block:
                continue
            if block.count(b"\r") - (last == b"\r") != block.count(b"\r\n"):
                return True
    return last == b"\r"


def _with_our_ends(line: bytes) -> bytes:
    """A line whose pieces between carriage returns are records each, with a line end for each.

    They are when all have as many of the delimiter; a return inside a cell stays where it is.
    """
    end = b"\n" if line.endswith(b"\n") else b""
    pieces = line.rstrip(b"\r\n").split(b"\r")
    mark = max(DELIMITERS, key=line.count)
    alike = len({piece.count(mark) for piece in pieces}) == 1 and mark in line
    whole = all(piece.count(b'"') % 2 == 0 for piece in pieces)
    if len(pieces) == 1 or not (alike and whole):
        return line
    return b"\n".join(pieces) + end


def _wide_encoding(head: bytes) -> str | None:
    """The name of the UTF-16 encoding of a file that begins so, or None."""
    if head.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "utf-32"
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    even, odd, half = head[0::2].count(0), head[1::2].count(0), len(head) // 2
    if half >= 4 and odd * 2 > half and even * 8 < half:
        return "utf-16-le"
    if half >= 4 and even * 2 > half and odd * 8 < half:
        return "utf-16-be"
    return None
