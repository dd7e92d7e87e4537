"""The folder of one agency: workbooks for people, CSV for systems, a cover and a manifest."""

import csv
from datetime import date
from pathlib import Path

import duckdb

from selaras.outbox.cover import cover_page
from selaras.outbox.items import COLUMNS, Share, items, reasons
from selaras.outbox.layout import headers
from selaras.outbox.manifest import write_manifest
from selaras.outbox.words import Words
from selaras.outbox.workbook import write_workbook
from selaras.workbooks import is_like_formula

# What systems get beside the words, by its heading: the columns of outbox.item with the codes.
CODES = {
    "KODE_PROGRAM": "programme_id",
    "KODE_KOLOM": "column_name",
    "KODE_ATURAN": "reason_id",
    "KODE_BUKTI": "evidence",
    "KODE_STATUS": "follow_up",
}


def write_folder(
    connection: duckdb.DuckDBPyConnection, folder: Path, share: Share, day: date, words: Words
) -> None:
    """Write everything that one agency is to get for one day."""
    folder.mkdir(mode=0o700)
    why = reasons(connection, share.agency)
    for part in share.parts:
        name = "_".join(filter(None, ("tindak_lanjut", f"{day:%Y%m%d}", part.name)))
        write_workbook(connection, folder / f"{name}.xlsx", share.agency, part, why, day, words)
    for count in share.counts:
        _write_csv(connection, folder / f"{count.kind}.csv", share, count.kind, words)
    cover = cover_page(share, day, sorted(path.name for path in folder.iterdir()))
    (folder / "sampul.html").write_text(cover, encoding="utf-8")
    write_manifest(connection, folder, share, day)


def _write_csv(
    connection: duckdb.DuckDBPyConnection, path: Path, share: Share, kind: str, words: Words
) -> None:
    """Write all rows of one kind, words and codes; no cell is a formula to a spreadsheet."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([*(headers()[name] for name in COLUMNS), *CODES])
        for item in items(connection, share.agency, kind, "true"):
            codes = (getattr(item, name) for name in CODES.values())
            writer.writerow(_safe((*words.told(item), *codes)))


def _safe(cells: tuple) -> list[object]:
    """Cells of which none begins like a formula: an apostrophe stands before such a text."""
    return [
        f"'{cell}" if cell.__class__ is str and is_like_formula(cell) else cell for cell in cells
    ]
