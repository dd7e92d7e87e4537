"""The manifest of a drop: what its sender says is in it."""

import csv
import re
from dataclasses import dataclass
from pathlib import Path

from selaras.landing.header import squeeze
from selaras.landing.lines import as_utf8, decode
from selaras.landing.notice import Unfit
from selaras.landing.words import is_blank

LARGEST = 10 << 20
_COUNT = re.compile(r"(\d+|\d{1,3}(?:[., ]\d{3})+)(?:[.,]0{1,2})?(?:\s*(?:baris|rows?))?", re.I)
_COLUMNS = ("file", "source", "rows", "sha256", "as_of", "sent_by")


@dataclass(frozen=True)
class Listed:
    """One line of a manifest, as text."""

    file: str
    source: str
    rows: str
    sha256: str
    as_of: str
    sent_by: str

    def check_source(self, source: str, table: str) -> None:
        """Refuse a file that the manifest says is of another source."""
        known = map(squeeze, ("", source, table, source + table))
        if squeeze(self.source) not in known:
            raise Unfit(
                "wrong_source", file=self.file, stated=self.source, found=f"{source}.{table}"
            )

    def check_sum(self, found: str) -> None:
        """Refuse a file whose content is not what was sent."""
        stated = self.sha256.casefold().removeprefix("sha256:").strip("*\\ ")
        if stated and stated != found:
            raise Unfit("wrong_checksum", file=self.file, stated=self.sha256[:12], found=found[:12])

    def check_rows(self, found: int) -> None:
        """Refuse a file with another number of data rows than was sent."""
        if self.rows and _count(self.rows) != found:
            raise Unfit("wrong_rows", file=self.file, stated=self.rows, found=found)


def read_manifest(path: Path, scratch: Path) -> dict[str, Listed]:
    """What a manifest lists, by file name; Unfit where it cannot be read."""
    rows = _rows(path, scratch)
    if not rows or "file" not in map(squeeze, rows[0]):
        raise Unfit("manifest_unreadable", file=path.name, error="no column `file`")
    places = {squeeze(title): at for at, title in enumerate(rows[0])}
    order = [places.get(squeeze(column)) for column in _COLUMNS]
    listed: dict[str, Listed] = {}
    for row in rows[1:]:
        cells = [_plain(row[at]) if at is not None and at < len(row) else "" for at in order]
        entry = Listed(*cells)
        if entry.file and listed.setdefault(entry.file, entry) != entry:
            raise Unfit(
                "manifest_unreadable", file=path.name, error=f"{entry.file} is listed twice"
            )
    return listed


def _plain(cell: str) -> str:
    """A cell without the quotes and blanks around it, and without words for nothing."""
    bare = cell.strip().strip("\"'= \u00a0\ufeff")
    return "" if is_blank(bare) else bare


def _count(written: str) -> int | None:
    """A number of rows such as 1200, 1200.0, 1.200 or `1.200 baris`; None for any other text."""
    found = _COUNT.fullmatch(written)
    return int(re.sub("[., ]", "", found[1])) if found else None


def _rows(path: Path, scratch: Path) -> list[list[str]]:
    """The rows of a manifest that are not blank."""
    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            raise Unfit("manifest_unreadable", file=path.name, error="not a small text file")
        plain, _ = as_utf8(path, scratch)
        lines = decode(plain.read_bytes().removeprefix(b"\xef\xbb\xbf"), "")[0].splitlines()
        first = next((line for line in lines if line.strip()), "")
        delimiter = max(",;|\t", key=first.count)
        rows = list(csv.reader(lines, delimiter=delimiter, strict=True))
    except (OSError, csv.Error) as error:
        raise Unfit(
            "manifest_unreadable", file=path.name, error=getattr(error, "strerror", None) or error
        ) from None
    return [row for row in rows if any(cell.strip() for cell in row)]
