"""The landing folder of a workspace: empty tables, the key, and batches that appear at once."""

import fcntl
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import duckdb

from selaras.errors import ExitCode, Refusal
from selaras.landing.batches import flush, sync_path
from selaras.landing.result import LandedFile
from selaras.landing.warehouse import FORM, connect, landed_columns
from selaras.lists import layouts
from selaras.quoted import text
from selaras.workspace import Workspace, as_pattern

LEDGER = {
    "file_id": "varchar",
    "batch_date": "date",
    "source": "varchar",
    "table_name": "varchar",
    "file": "varchar",
    "snapshot_key": "varchar",
    "rows_read": "bigint",
    "rows_accepted": "bigint",
    "rows_quarantined": "bigint",
    "rows_ignored": "bigint",
    "status": "varchar",
    "reason": "varchar",
    "sha256": "varchar",
    "as_of": "varchar",
    "sent_by": "varchar",
}
QUARANTINE = {
    "source_row_id": "varchar",
    "batch_date": "date",
    "source": "varchar",
    "table_name": "varchar",
    "file": "varchar",
    "file_id": "varchar",
    "line": "bigint",
    "reason": "varchar",
    "raw": "varchar",
}
_STAGE = ".incoming-"


@contextmanager
def locked(workspace: Workspace) -> Iterator[None]:
    """Hold the landing folder for one process; a Refusal where another has it."""
    landing = workspace.landing
    try:
        workspace.prepare()
        landing.mkdir(parents=True, exist_ok=True)
        lock = (landing / ".lock").open("a")
    except OSError as error:
        raise Refusal(
            ExitCode.INPUT_REFUSED, "landing.no_workspace", landing=landing, error=error.strerror
        ) from None
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise Refusal(ExitCode.INPUT_REFUSED, "landing.busy", landing=landing) from None
        yield


def new_stage(landing: Path, name: object) -> Path:
    """A folder that nobody reads, to prepare a batch in."""
    stage = landing / f"{_STAGE}{name}"
    (stage / "scratch").mkdir(parents=True)
    return stage


def clear_leftovers(landing: Path) -> None:
    """Remove what an interrupted landing left: stages, and batches without a ledger."""
    for stage in landing.glob(f"{_STAGE}*"):
        shutil.rmtree(stage)
    for batch in batch_folders(landing, "batch_date=*"):
        if not ledger_folder(landing, batch.name.partition("=")[2]).is_dir():
            shutil.rmtree(batch)


def batch_folders(landing: Path, name: str) -> list[Path]:
    """The folders of rows, and of rows set aside, of the batches with such a name."""
    found = [*landing.glob(f"[!.]*/*/{name}"), *landing.glob(f"quarantine/{name}")]
    return sorted(found)


def ledger_folder(landing: Path, batch_date: date | str) -> Path:
    """Where the ledger of a drop lies; the drop is landed when this is there."""
    return landing / "ledger" / f"batch_date={batch_date}"


def publish(landing: Path, stage: Path, batch_date: date) -> None:
    """Move a staged batch into place: the old ledger away, the rows in, the new ledger last."""
    name = f"batch_date={batch_date}"
    old = stage / "scratch" / "replaced"
    former = [ledger_folder(landing, batch_date), *batch_folders(landing, name)]
    for number, folder in enumerate(former):
        if folder.is_dir():
            old.mkdir(exist_ok=True)
            folder.replace(old / str(number))
    flush(stage)
    staged = [*stage.glob(f"*/*/{name}"), stage / "quarantine" / name, stage / "ledger" / name]
    for folder in staged:
        target = landing / folder.relative_to(stage)
        target.parent.mkdir(parents=True, exist_ok=True)
        folder.replace(target)
    sync_path(ledger_folder(landing, batch_date).parent)
    shutil.rmtree(stage)


def write_books(stage: Path, batch_date: date, files: list[LandedFile]) -> None:
    """Write the ledger and the quarantine of a staged batch."""
    folders = {name: stage / name / f"batch_date={batch_date}" for name in ("ledger", "quarantine")}
    for folder in folders.values():
        folder.mkdir(parents=True)
    scratch = stage / "scratch"
    rows = scratch / "ledger.rows"
    rows.write_text(
        "".join(
            json.dumps({name: getattr(file, name) for name in LEDGER}, default=str) + "\n"
            for file in files
        ),
        encoding="utf-8",
    )
    database = connect(scratch)
    ledger = _from_json([rows], LEDGER) + " order by file"
    _copy(database, ledger, folders["ledger"] / "ledger.parquet")
    found = sorted(scratch.glob("*.jsonl"))
    aside = nothing(QUARANTINE)
    if found:
        aside = _from_json(found, QUARANTINE) + " order by source, table_name, file, line"
    _copy(database, aside, folders["quarantine"] / "quarantine.parquet")


def _from_json(paths: list[Path], columns: dict[str, str]) -> str:
    """A query on the rows of files with one JSON object per line."""
    declared = ", ".join(f"{name}: '{kind}'" for name, kind in columns.items())
    listed = ", ".join(text(as_pattern(path)) for path in paths)
    return f"from read_json([{listed}], format = 'newline_delimited', columns = {{{declared}}})"


def write_empty_tables(landing: Path) -> None:
    """Give every table a file that has its columns and no row."""
    wanted = {f"{layout.source}/{layout.table}": landed_columns(layout) for layout in layouts()}
    wanted |= {"ledger": LEDGER, "quarantine": QUARANTINE}
    with duckdb.connect() as database:
        for folder, columns in wanted.items():
            target = landing / folder / "empty.parquet"
            if target.is_file() and _columns(database, target) == list(columns):
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            draft = target.with_name(".empty.draft")
            _copy(database, nothing(columns), draft)
            draft.replace(target)


def _columns(database: duckdb.DuckDBPyConnection, path: Path) -> list[str]:
    """The columns of a Parquet file, or none where it is damaged."""
    try:
        rows = database.execute(f"describe from read_parquet({text(as_pattern(path))})").fetchall()
    except duckdb.Error:
        return []
    return [row[0] for row in rows]


def _copy(database: duckdb.DuckDBPyConnection, query: str, target: Path) -> None:
    """Write the rows of a query to a Parquet file."""
    database.execute(f"copy ({query}) to {text(target)} ({FORM})")


def nothing(columns: dict[str, str]) -> str:
    """A query with these columns and no row."""
    cells = ", ".join(f'null::{kind} as "{name}"' for name, kind in columns.items())
    return f"select {cells} where false"
