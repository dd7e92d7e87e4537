"""The folder of one agency: workbooks for people, CSV for systems, a cover and a manifest."""

import csv
from datetime import date
from pathlib import Path

import duckdb

from selaras.outbox.cover import cover_page
from selaras.outbox.items import COLUMNS, Share, items, reasons
from selaras.outbox.layout import headers
from selaras.outbox.manifest import write_manifest
from selaras.outbox.workbook import write_workbook

# How a cell begins that a spreadsheet would take for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_folder(
    connection: duckdb.DuckDBPyConnection, folder: Path, share: Share, day: date
) -> None:
    """Write everything that one agency is to get for one day."""
    folder.mkdir(mode=0o700)
    why = reasons(connection, share.agency)
    for part in share.parts:
        name = "_".join(filter(None, ("tindak_lanjut", f"{day:%Y%m%d}", part.name)))
        write_workbook(connection, folder / f"{name}.xlsx", share.agency, part, why, day)
    for count in share.counts:
        _write_csv(connection, folder / f"{count.kind}.csv", share, count.kind)
    cover = cover_page(share, day, sorted(path.name for path in folder.iterdir()))
    (folder / "sampul.html").write_text(cover, encoding="utf-8")
    write_manifest(connection, folder, share, day)


def _write_csv(connection: duckdb.DuckDBPyConnection, path: Path, share: Share, kind: str) -> None:
    """Write all rows of one kind; no cell of it is a formula to a spreadsheet that opens it."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([headers()[name] for name in COLUMNS])
        writer.writerows(map(_safe, items(connection, share.agency, kind, "true")))


def _safe(cells: tuple) -> list[object]:
    """Cells of which none begins like a formula: an apostrophe stands before such a text."""
    return [
        f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell for cell in cells
    ]
