"""The manifest of a drop: what its sender says is in it."""

import csv
from dataclasses import dataclass
from pathlib import Path

from selaras.landing.header import squeeze
from selaras.landing.lines import as_utf8, decode
from selaras.landing.notice import Unfit

LARGEST = 10 << 20
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
        known = {source, table, f"{source}.{table}", f"{source}__{table}", ""}
        if self.source.casefold() not in known:
            raise Unfit(
                "wrong_source", file=self.file, stated=self.source, found=f"{source}.{table}"
            )

    def check_sum(self, found: str) -> None:
        """Refuse a file whose content is not what was sent."""
        if self.sha256 and self.sha256.casefold() != found:
            raise Unfit("wrong_checksum", file=self.file, stated=self.sha256[:12], found=found[:12])

    def check_rows(self, found: int) -> None:
        """Refuse a file with another number of data rows than was sent."""
        stated = int(self.rows) if self.rows.isdecimal() else self.rows
        if self.rows and stated != found:
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
        cells = [row[at].strip() if at is not None and at < len(row) else "" for at in order]
        entry = Listed(*cells)
        if entry.file and listed.setdefault(entry.file, entry) != entry:
            raise Unfit(
                "manifest_unreadable", file=path.name, error=f"{entry.file} is listed twice"
            )
    return listed


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
