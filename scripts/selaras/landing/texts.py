"""The texts of a workbook that stand apart from its cells: kept on disk, looked up by number."""

import mmap
import re
import zipfile
from array import array
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate, islice
from pathlib import Path

# A cell that names a text gets this private sign and the number of the text.
MARK = "\ue000"
CHUNK = 4 << 20
_ROOT = re.compile(rb"<([\w:]+)[^>]*>\s*$")
_TEXT = re.compile(rb"<(?:\w+:)?si(?=[\s/>])")
_CLOSED = re.compile(rb"</(?:\w+:)?si\s*>|<(?:\w+:)?si(?:\s[^>]*)?/>")
_NAMED = re.compile(rb"""(\st=["']s["'][^>]*>\s*<(?:\w+:)?v>)(?=\d+<)""")
_NAMING = re.compile(rb"""\st\s*=\s*["']s["']""")


def is_of_texts(part: str) -> bool:
    """Whether a part of a workbook holds the texts."""
    return part.lower().lstrip("/") == "xl/sharedstrings.xml"


def marked(rows: bytes) -> bytes | None:
    """Rows as XML with a mark for each text that they name; None where that cannot be told."""
    parts = _NAMED.split(rows)
    if MARK.encode() in rows or len(parts) // 2 != len(_NAMING.findall(rows)):
        return None
    quoted = re.compile(rb"""(["'])s(["'])""")
    text = {tag: quoted.sub(rb"\1str\2", tag, 1) + MARK.encode() for tag in set(parts[1::2])}
    parts[1::2] = [text[tag] for tag in parts[1::2]]
    return b"".join(parts)


class Texts:
    """The texts of a workbook by number from 0, on disk.

    `read` gives the texts of a part that holds some of them, and how many these are.
    """

    def __init__(
        self,
        archive: zipfile.ZipFile,
        part: str,
        kept: Path,
        read: Callable[[bytes, int], Iterable[str]],
    ) -> None:
        self._ends = array("Q", [0])
        with kept.open("wb") as written:
            for some, count in _divided(archive, part):
                texts = [text.encode() for text in read(some, count)]
                written.write(b"".join(texts))
                sums = accumulate(map(len, texts), initial=self._ends[-1])
                self._ends.extend(islice(sums, 1, None))
            written.write(b"\0")  # nothing at all cannot be mapped
        with kept.open("rb") as file:
            self._all = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def told(self, cells: list[object]) -> list[object]:
        """Cells with the texts that they name."""
        return [
            self._text(int(cell[1:])) if type(cell) is str and cell[:1] == MARK else cell
            for cell in cells
        ]

    def _text(self, number: int) -> str:
        """One text."""
        return self._all[self._ends[number] : self._ends[number + 1]].decode()


def _divided(archive: zipfile.ZipFile, part: str) -> Iterator[tuple[bytes, int]]:
    """The part of the texts as several, each with the number of its texts."""
    around, text = None, b""
    with archive.open(part) as stream:
        while chunk := stream.read(CHUNK):
            text += chunk
            if around is None and (first := _TEXT.search(text)):
                head, text = text[: first.start()], text[first.start() :]
                around = head, b"</" + _ROOT.search(head)[1] + b">"
            ends = [found.end() for found in _CLOSED.finditer(text)]
            if around and ends:
                yield around[0] + text[: ends[-1]] + around[1], len(ends)
                text = text[ends[-1] :]
