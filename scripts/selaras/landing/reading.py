"""What reading a file leaves: a cleaned text file, the rows set aside, and the counts."""

import json
from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from selaras.landing.header import Header

LONGEST_RAW = 100_000

RawRows = Callable[[set[int]], Iterator[tuple[int, str, list[str] | None]]]


@dataclass
class Reading:
    """A file as read: `lines` are those that went into the cleaned file, in order."""

    cleaned: Path
    header: Header
    delimiter: str
    raw_rows: RawRows
    lines: array
    ignored: int = 0
    remarks: list[str] = field(default_factory=list)


class SetAside:
    """The rows of one file that go to quarantine, written as they come."""

    def __init__(self, path: Path, common: dict[str, object]) -> None:
        self._path = path
        self._common = common
        self._file = None
        self.count = 0

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

    def close(self) -> None:
        """Finish the file, if anything was put aside."""
        if self._file is not None:
            self._file.close()

    def discard(self) -> None:
        """Forget everything, for a file that is refused as a whole."""
        self.close()
        self._path.unlink(missing_ok=True)


def settle(reading: Reading, missing: Iterable[int], aside: SetAside) -> int:
    """Say what became of cleaned rows that were not accepted; the number to be ignored."""
    wanted = set(missing)
    ignored = 0
    for line, raw, fields in reading.raw_rows(wanted) if wanted else ():
        kind = reading.header.kind(fields) if fields else "data"
        if kind == "data":
            aside.add(line, _why(reading.header, fields), raw)
        else:
            ignored += 1
    return ignored


def _why(header: Header, fields: list[str] | None) -> str:
    """The reason code of a row that the warehouse did not take."""
    if fields is None or len(fields) != header.width:
        return "unreadable"
    return "names_nobody"
