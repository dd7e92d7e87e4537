"""What reading a file leaves: a cleaned text file, the rows set aside, and the counts."""

import json
from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from selaras.landing.header import Header, is_moved
from selaras.landing.nobody import Apart, Doubtful, judge, names_someone
from selaras.landing.notice import Notice

LONGEST_RAW = 100_000

RawRows = Callable[[set[int]], Iterator[tuple[int, str, list[str] | None]]]


@dataclass
class Reading:
    """A file as read: `lines` are those that went into the cleaned file, in order.

    `notes` says by line what was mended. Where it is None, every row of the cleaned file begins
    with its line, its note and its cells that were numbers; else the file has a first line that
    is no row.
    """

    cleaned: Path
    header: Header
    delimiter: str
    raw_rows: RawRows
    lines: array
    doubtful: list[Doubtful] = field(default_factory=list)
    ignored: int = 0
    remarks: list[Notice] = field(default_factory=list)
    notes: dict[int, str] | None = None

    @property
    def kinds_of_notes(self) -> list[str]:
        """The different notes."""
        return sorted(set((self.notes or {}).values()))

    def number(self) -> None:
        """Let every row of the cleaned file say which line it is, so that one may be left out."""
        numbered = self.cleaned.with_name("numbered.csv")
        mark = self.delimiter
        with self.cleaned.open("rb") as rows, numbered.open("wb") as target:
            rows.readline()
            for line, row in zip(self.lines, rows, strict=True):
                note = (self.notes or {}).get(line, "")
                target.write(f'{line}{mark}"{note}"{mark}{mark}'.encode() + row)
        self.cleaned, self.notes = numbered, None


class SetAside:
    """The rows of one file that go to quarantine, written as they come."""

    def __init__(self, path: Path, common: dict[str, object]) -> None:
        self._path = path
        self._common = common
        self._file = None
        self.count = 0
        self.is_cut_off = False

    def add(self, line: int, reason: str, raw: str) -> None:
        """Put one row aside with its reason and original text."""
        if self._file is None:
            self._file = self._path.open("w", encoding="utf-8")
        row = {
            "source_row_id": f"{self._common['file_id']}-{line}",
            **self._common,
            "line": line,
            "reason": reason,
            "raw": raw[:LONGEST_RAW].replace("\0", "\u2400"),
        }
        self._file.write(json.dumps(row) + "\n")
        self.count += 1
        self.is_cut_off |= reason == "truncated_last_line"

    def close(self) -> None:
        """Finish the file, if anything was put aside."""
        if self._file is not None:
            self._file.close()

    def discard(self) -> None:
        """Forget everything, for a file that is refused as a whole."""
        self.close()
        self._path.unlink(missing_ok=True)


@dataclass(frozen=True)
class Settled:
    """What became of the rows that were in doubt: lines to accept, others by their kind.

    `moved` are lines that repeat the header with its columns in another order.
    """

    accepted: list[int]
    ignored: dict[str, list[int]]
    moved: list[int]


def settle(reading: Reading, missing: Iterable[int], aside: SetAside) -> Settled:
    """Say what the rows are that could not be read or that the warehouse did not surely take.

    Rows of the list that name nobody, or cannot be read, are set aside.
    """
    wanted = set(missing)
    doubtful = list(reading.doubtful)
    if wanted:
        doubtful += (Doubtful(*row) for row in reading.raw_rows(wanted))
    sure = [line for line in reading.lines if line not in wanted] if doubtful else []
    accepted: list[int] = []
    ignored: dict[str, list[int]] = {}
    moved: list[int] = []
    for row, kind in judge(reading.header, doubtful, Apart(sure)):
        if kind != "data":
            ignored.setdefault(kind, []).append(row.line)
            if kind == "header" and is_moved(reading.header, row.fields or []):
                moved.append(row.line)
        elif row.reason:
            aside.add(row.line, row.reason, row.text)
        elif row.fields is None or len(row.fields) != reading.header.width:
            aside.add(row.line, "unreadable", row.text)
        elif names_someone(reading.header, row.fields):
            accepted.append(row.line)
        else:
            aside.add(row.line, "names_nobody", row.text)
    return Settled(accepted, ignored, moved)
