"""One weekly drop: every list of the agencies in its own layout, and a manifest."""

import csv
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from multiprocessing import get_context
from pathlib import Path

import duckdb

from selaras.bound import end_with_parent
from selaras.landing.drop import SAMPLE_MARK, sha256
from selaras.lists import Layout, layouts
from selaras.sample.city import SQL, copy_to, run, set_variables
from selaras.sample.damage import finish, plan, repeat_after
from selaras.sample.invented import Invented, draw_sheet
from selaras.sample.sheets import TITLE_ROWS, keep_rows, write_workbook
from selaras.sample.truth import ROLES, note_damage, note_plan, write_table_truth

KEPT_AS_TEXT = 500_000
WORTH_A_PROCESS = 30_000
_SENDERS = {
    "bps": "Badan Pusat Statistik",
    "dukcapil": "Dinas Dukcapil DKI Jakarta",
    "kemensos": "Pusdatin Kementerian Sosial",
    "kemendikdasmen": "Puslapdik Kemendikdasmen",
    "kemdiktisaintek": "Puslapdik Kemdiktisaintek",
    "disdik": "P4OP Dinas Pendidikan DKI Jakarta",
    "dinsos": "Dinas Sosial DKI Jakarta",
    "bapenda": "Bapenda DKI Jakarta",
}


@dataclass(frozen=True)
class Part:
    """One file of a drop: which rows of the table at hand it holds."""

    file: str
    rows: int
    first_row: int
    place: int


class Books:
    """Writes workbooks: large ones in a process of its own, while the city goes on."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None

    def write(self, rows: int, *what: object) -> Future[str]:
        """The checksum of a workbook, once it is written."""
        if rows < WORTH_A_PROCESS:
            done: Future[str] = Future()
            done.set_result(write_workbook(*what))
            return done
        self._pool = self._pool or ProcessPoolExecutor(1, get_context("spawn"), end_with_parent)
        return self._pool.submit(write_workbook, *what)

    def close(self) -> None:
        """End the process, if there is one."""
        if self._pool:
            self._pool.shutdown(cancel_futures=True)


@dataclass(frozen=True)
class Drop:
    """Where a drop goes and what the sample is like."""

    day: date
    index: int
    folder: Path
    truth: Path
    clean: bool
    books: "Books"
    invented: dict[str, Invented] = field(default_factory=dict)


def write_drop(city: duckdb.DuckDBPyConnection, drop: Drop) -> None:
    """Write all files of a drop, its manifest and the truth of its rows."""
    drop.folder.mkdir(parents=True)
    set_variables(city, drop_date=drop.day, drop_index=drop.index)
    run(city, SQL / "sheet/period.sql")
    listed = []
    for layout in layouts():
        set_variables(city, source=layout.source, table_name=layout.table)
        if _draw_sheet(city, drop, layout):
            listed += _write_table(city, drop, layout)
    for line in listed:
        line[3] = line[3] if isinstance(line[3], str) else line[3].result()
    with (drop.folder / "manifest.csv").open("w", encoding="utf-8", newline="") as file:
        manifest = csv.writer(file, lineterminator="\n")
        manifest.writerow(["file", "source", "rows", "sha256", "as_of", "sent_by"])
        manifest.writerows(listed)
    write_mark(drop.folder)


def write_mark(folder: Path) -> None:
    """Let a drop say by itself that it is invented: its files with their digests."""
    lines = [f"{sha256(path)}  {path.name}\n" for path in sorted(folder.iterdir())]
    (folder / SAMPLE_MARK).write_text("".join(lines), encoding="utf-8")


def _draw_sheet(city: duckdb.DuckDBPyConnection, drop: Drop, layout: Layout) -> bool:
    """Draw the rows of a table for this drop; False where nothing says what they are."""
    sheet = SQL / f"sheet/{layout.identifier}.sql"
    if sheet.is_file():
        run(city, sheet)
        return True
    invented = drop.invented.get(layout.identifier)
    return invented is not None and draw_sheet(city, invented, drop.day)


def _write_table(city: duckdb.DuckDBPyConnection, drop: Drop, layout: Layout) -> list[list[object]]:
    """Write the files of one table, none where it has no row; their lines of the manifest."""
    note_plan(city)
    parts = _parts(city)
    is_kept = sum(part.rows for part in parts) <= KEPT_AS_TEXT
    if is_kept:
        _keep_text(city)
    listed = []
    for part in parts:
        checksum = _write_file(city, drop, layout, part)
        listed.append(
            [
                part.file,
                f"{layout.source}.{layout.table}",
                part.rows,
                checksum,
                drop.day.isoformat(),
                _SENDERS.get(layout.source, layout.source),
            ]
        )
    invented = drop.invented.get(layout.identifier)
    role = invented.role if invented else ROLES.get(layout.table, "recipient")
    write_table_truth(city, drop.truth, drop.day, layout, role)
    city.execute("drop table page" if is_kept else "drop view page")
    return listed


def _keep_text(city: duckdb.DuckDBPyConnection) -> None:
    """Keep the text of a small table, so that it is worked out once for all its files."""
    city.execute(
        "create temp table written as select * from page;"
        " drop view page; alter table written rename to page"
    )


def _parts(city: duckdb.DuckDBPyConnection) -> list[Part]:
    """The files that the sheet at hand is to be split into."""
    found = city.execute(
        "select file, count(*), min(rowid) from sheet group by file order by file"
    ).fetchall()
    return [Part(*values, place) for place, values in enumerate(found)]


def _write_file(
    city: duckdb.DuckDBPyConnection, drop: Drop, layout: Layout, part: Part
) -> str | Future[str]:
    """Write one file and note where its rows stand; its checksum."""
    path = drop.folder / part.file
    if path.suffix == ".xlsx":
        note_damage(city, part.file, part.first_row, TITLE_ROWS + 1, part.rows + 1, ())
        kept = drop.truth.parent.parent / f"{drop.day}-{part.file}.parquet"
        keep_rows(city, layout, part.file, kept)
        return drop.books.write(part.rows, kept, layout, path, not drop.clean)
    damage = plan(f"{layout.source}.{layout.table}", part.place, part.rows, drop.clean)
    copy_to(city, _page(layout, part.file), path, _form(layout))
    done = finish(path, damage, part.rows)
    note_damage(city, part.file, part.first_row, 1, repeat_after(damage, part.rows), done.marks)
    return done.sha256


def _page(layout: Layout, file: str) -> str:
    """The query of the rows of a file; the sheet was made in their order."""
    columns = ", ".join(f'{column.name} as "{column.header}"' for column in layout.columns)
    return f"select {columns} from page where file = '{file}'"


def _form(layout: Layout) -> str:
    """The options of the text form that an agency sends."""
    quotes = ", force_quote *" if layout.source == "bps" else ""
    return f"format csv, header, delimiter '{layout.delimiter}'{quotes}"
