"""Reading a delimited file: well-formed lines pass as they are, others are mended or set aside.

DuckDB reads what this leaves. The sifter goes first because a line with an unclosed quote must
cost that line only, and because lines in another encoding, records over several lines and
surplus delimiters are common in files that went through a spreadsheet.
"""

import re
from array import array
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO

import numpy as np

from selaras.landing.header import Header
from selaras.landing.lines import DELIMITERS, LONGEST_LINE, Lines, decode
from selaras.landing.mend import Parsed, join, parse, split_strictly
from selaras.landing.nobody import Doubtful, is_sparse, kind_of
from selaras.landing.reading import SetAside
from selaras.landing.shapes import Shapes

LONGEST_RECORD = 20
LEARNT_FROM = 200
MOST_DOUBTFUL = 10_000
LONGEST_DOUBTFUL = 1_000
PIECE = 32 << 10
_LETTERS = {
    mark: bytes(sign for sign in range(256) if sign not in b'\n"' + mark) for mark in DELIMITERS
}


class Sifter:
    """One pass over a delimited file that begins after its header."""

    def __init__(
        self, header: Header, delimiter: str, encoding: str, output: BinaryIO, aside: SetAside
    ) -> None:
        self._header = header
        self._delimiter = delimiter
        self._encoding = encoding
        self._output = output
        self._aside = aside
        self._fits = _well_formed(delimiter, header.width)
        self.passed = array("q")
        self.notes: dict[int, str] = {}
        self.ignored = 0
        self._shapes: Shapes | None = None
        self.doubtful: list[Doubtful] = []
        self.joined: dict[int, int] = {}

    def run(self, source: Lines, skip: int) -> None:
        """Sift every line of a file after the first `skip` ones."""
        number = 0
        while (block := source.next_text()) is not None:
            number = self._block(source, block, number, skip)

    def _block(self, source: Lines, block: bytes, before: int, skip: int) -> int:
        """Sift one block of lines; the number of the last one."""
        plain, start = self._plain(block), max(0, skip - before)
        if start < len(plain) and not source.careful and plain.find(0, start) < 0:
            self._output.write(block.split(b"\n", start)[start] + b"\n")
            self.passed.extend(range(before + start + 1, before + len(plain) + 1))
            return before + len(plain)
        lines = block.split(b"\n")
        kept: list[bytes] = []
        resume = 0
        number = before
        for number, line in enumerate(lines, before + 1):
            if number <= skip or number < resume:
                continue
            at = number - before - 1
            is_plain = (at < len(plain) and plain[at]) or self._is_plain(line)
            if is_plain and not (source.careful and _needs_care(line)):
                kept.append(line)
                self.passed.append(number)
                continue
            resume = number + self._look(source, lines, at, number, kept)
        if kept:
            self._output.write(b"\n".join(kept) + b"\n")
        return number

    def _plain(self, block: bytes) -> bytes:
        """For each line of a block, 1 where it surely is well formed, seen at little cost."""
        mark, gaps = self._delimiter.encode(), self._header.width - 1
        if not gaps:
            return bytes(block.count(b"\n") + 1)
        return b"".join(
            b"\1" * _quoted_well(piece, mark, gaps) or bytes(piece.count(b"\n") + 1)
            for piece in _pieces(block)
        )

    def _is_plain(self, line: bytes) -> bool:
        """Whether a line by itself is well formed, and not blank."""
        if b'"' in line:
            return self._fits.fullmatch(line) is not None
        return line != b"" and line.count(self._delimiter.encode()) == self._header.width - 1

    def _look(
        self, source: Lines, lines: list[bytes], at: int, number: int, kept: list[bytes]
    ) -> int:
        """Deal with a line that is not plainly well formed; how many lines it took."""
        line = lines[at]
        if len(line) > LONGEST_LINE:
            self._aside.add(number, "line_too_long", decode(line[:LONGEST_LINE], "")[0])
            return 1
        text, notes = decode(line, self._encoding)
        if not text.strip(f"{self._delimiter}\"' \t\u00a0\ufeff\x1a"):
            if "nul_removed" in notes:
                self._aside.add(number, "undecodable", decode(line, "")[0])
            else:
                self.ignored += 1
            return 1
        parsed = parse(text, self._delimiter, self._header.width, self._header.spare)
        if parsed.reason == "unclosed_quote":
            taken, whole = self._join_lines(source, lines, at, text)
            if taken:
                self.joined[number] = taken
                notes.append("joined_lines")
                parsed, text = parse(whole, self._delimiter, self._header.width), whole
        if parsed.reason == "too_few_fields" and self._lacks_only_last(source, lines, at, parsed):
            missing = [""] * (self._header.width - len(parsed.fields))
            parsed = Parsed(parsed.fields + missing, note="last_fields_missing")
        if parsed.reason:
            self._refuse(source, lines, at, number, text, parsed.fields, parsed.reason)
            return 1
        notes += [parsed.note] if parsed.note else []
        self._keep(number, notes, parsed.fields or [], kept)
        return self.joined.get(number, 1)

    def _lacks_only_last(self, source: Lines, lines: list[bytes], at: int, parsed: Parsed) -> bool:
        """Whether a row lacks optional last columns only, and its cells stand where they should."""
        missing = self._header.names[len(parsed.fields) :]
        if not self._header.required or any(name in self._header.required for name in missing):
            return False
        if at == len(lines) - 1 and not self._more(source, lines) and not source.ended:
            return False
        if self._shapes is None:
            whole = self._rows_as_wide(lines, self._header.width)
            rows = whole or self._rows_as_wide(lines, len(parsed.fields))
            self._shapes = Shapes.of(rows)
        return self._shapes.fit(parsed.fields)

    def _rows_as_wide(self, lines: list[bytes], width: int) -> list[list[str]]:
        """The fields of some rows of the list that have so many."""
        mark = self._delimiter.encode()
        near = islice((line for line in lines if line.count(mark) == width - 1), LEARNT_FROM)
        rows = [split_strictly(decode(line, self._encoding)[0], self._delimiter) for line in near]
        return [row for row in rows if row and kind_of(self._header, row) == "data"]

    def _keep(self, number: int, notes: list[str], fields: list[str], kept: list[bytes]) -> None:
        """Pass a mended row on, with what was done to it."""
        kept.append(join(fields, self._delimiter).encode())
        self.passed.append(number)
        if notes:
            self.notes[number] = ",".join(notes)

    def _refuse(
        self,
        source: Lines,
        lines: list[bytes],
        at: int,
        number: int,
        text: str,
        fields: list[str] | None,
        reason: str,
    ) -> None:
        """Set a row aside, or leave it in doubt where it may be a title, header or total."""
        last = at == len(lines) - 1 and not self._more(source, lines)
        if last and not source.ended and reason in ("too_few_fields", "unclosed_quote"):
            reason = "truncated_last_line"
        few = len(self.doubtful) < MOST_DOUBTFUL and len(text) < LONGEST_DOUBTFUL
        if few and fields and (is_sparse(fields) or reason == "too_many_fields"):
            self.doubtful.append(Doubtful(number, text, fields, reason))
        else:
            self._aside.add(number, reason, text)

    def _join_lines(self, source: Lines, lines: list[bytes], at: int, text: str) -> tuple[int, str]:
        """A record over several lines: how many and its text, or 0 where it does not close.

        It stops at a line that is a record by itself, so it can never swallow one.
        """
        whole = text
        for taken in range(2, LONGEST_RECORD + 1):
            if at + taken > len(lines) and not self._more(source, lines):
                break
            line = lines[at + taken - 1]
            if self._fits.fullmatch(line) or len(whole) + len(line) > LONGEST_LINE:
                break
            whole += "\n" + decode(line, self._encoding)[0]
            fields = split_strictly(whole, self._delimiter)
            if fields is not None:
                return (taken, whole) if len(fields) == self._header.width else (0, text)
        return 0, text

    def _more(self, source: Lines, lines: list[bytes]) -> bool:
        """Add the next block to these lines, where there is one."""
        careful = source.careful
        block = source.next_block()
        source.careful = careful or source.careful
        lines.extend(block or ())
        return block is not None


def _pieces(block: bytes) -> Iterator[bytes]:
    """Whole lines of a block, so few that what is worked out of them stays near the processor."""
    start = 0
    while start <= len(block):
        end = block.find(b"\n", start + PIECE)
        end = len(block) if end < 0 else end
        yield block[start:end]
        start = end + 1


def _quoted_well(block: bytes, mark: bytes, gaps: int) -> int:
    """How many lines; 0 unless quotes stand around whole cells only and each has all delimiters.

    Without its letters a line then is pairs of quotes and delimiters: each cell has an even number
    of quotes. Where each first of a pair begins a cell and each second ends it, that is two.
    """
    left = block.translate(None, _LETTERS[mark]) + b"\n"
    bare, line = left.replace(b'""', b""), mark * gaps + b"\n"
    lines = len(bare) // len(line)
    if bare != line * lines:
        return 0
    if b'"' not in left:
        return lines
    signs = np.frombuffer(b"\n" + block + b"\n", dtype=np.uint8)
    quotes = np.flatnonzero(signs == ord('"'))
    beside = np.concatenate([signs[quotes[0::2] - 1], signs[quotes[1::2] + 1]])
    return lines if ((beside == ord("\n")) | (beside == ord(mark))).all() else 0


def _needs_care(line: bytes) -> bool:
    """Whether a line of a careful block is more than plain ASCII of a usual length."""
    return not line.isascii() or b"\r" in line or b"\0" in line or len(line) > LONGEST_LINE


def _well_formed(delimiter: str, width: int) -> re.Pattern[bytes]:
    """The lines of `width` fields whose quotes enclose whole fields."""
    mark = re.escape(delimiter)
    cell = f'(?:"[^"]*+"|[^"{mark}]*+)'
    return re.compile(f"{cell}(?:{mark}{cell}){{{width - 1}}}".encode())


def original_rows(
    path: Path, wanted: set[int], sifter: Sifter, delimiter: str, encoding: str, header: Header
) -> Iterator[tuple[int, str, list[str] | None]]:
    """Line, original text and fields of the wanted rows."""
    source, number, open_rows = Lines(path), 0, []
    while (lines := source.next_block()) is not None:
        for number, line in enumerate(lines, number + 1):  # noqa: B020
            if number in wanted:
                open_rows = [number, sifter.joined.get(number, 1), []]
            if open_rows and number < open_rows[0] + open_rows[1]:
                open_rows[2].append(decode(line, encoding)[0])
                if len(open_rows[2]) == open_rows[1]:
                    text = "\n".join(open_rows[2])
                    yield open_rows[0], text, parse(text, delimiter, header.width).fields
                    open_rows = []
    source.close()
