"""What officers enter, written as a file into the next drop: the engine stays one of files."""

import csv
import os
import secrets
import threading
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import duckdb

from selaras.errors import ExitCode, Refusal
from selaras.landing.drop import MANIFEST, find_drops
from selaras.lists.contracts import Contract, read_contracts
from selaras.rules.read.problems import Problems
from selaras.warehouse import rows
from selaras.workspace import Workspace, as_pattern

OBJECTION, DECISION = ("dinsos", "objection"), ("dinsos", "decision")
IN_PROCESS = "PROSES"
_LOCK = threading.Lock()


@dataclass(frozen=True)
class Objection:
    """An objection as an officer enters it."""

    nik: str
    no_kk: str
    programme: str
    criterion: str
    note: str


def enter_objection(
    workspace: Workspace, inbox: Path, objection: Objection, today: date
) -> tuple[str, date]:
    """Write an objection into the next drop; its number and the day of the drop."""
    number = f"LOKET-{today:%Y%m%d}-{secrets.token_hex(3).upper()}"
    row = {
        "id": number,
        "nik": objection.nik,
        "no_kk": objection.no_kk,
        "program": objection.programme.upper(),
        "kriteria": objection.criterion,
        "status": IN_PROCESS,
        "tanggal": today.isoformat(),
        "catatan": objection.note,
    }
    return number, _enter(workspace, inbox, OBJECTION, row, today)


def enter_decision(
    workspace: Workspace, inbox: Path, subject: str, decision: str, by: str, today: date
) -> date:
    """Write what people decided on a candidate or case into the next drop; the day of the drop."""
    row = {
        "subject_id": subject,
        "decision": decision,
        "decided_by": by,
        "decided_on": today.isoformat(),
    }
    return _enter(workspace, inbox, DECISION, row, today)


def decided(workspace: Workspace, inbox: Path, today: date) -> set[str]:
    """The candidates and cases on which a decision stands in the next drop already."""
    contract = _contract(workspace, *DECISION)
    path = _path(inbox, contract, next_drop(inbox, today))
    rows_there = _written(path, contract) if path.exists() else []
    return {str(row["subject_id"]) for row in rows_there}


def _enter(
    workspace: Workspace, inbox: Path, named: tuple[str, str], row: dict[str, object], today: date
) -> date:
    """Add a row to a list in the next drop and return the day of it.

    A list says everything once, so the file holds all rows of the one before it as well.
    """
    contract = _contract(workspace, *named)
    with _LOCK:
        day = next_drop(inbox, today)
        path = _path(inbox, contract, day)
        others = {*path.parent.glob(contract.meta.pattern.replace("<yyyymmdd>", "*"))} - {path}
        if others or (path.parent / MANIFEST).exists():
            raise Refusal(ExitCode.INPUT_REFUSED, "desk.drop_is_closed", drop=day)
        _write(path, contract, [*_before(workspace, path, contract), row])
    return day


def _path(inbox: Path, contract: Contract, day: date) -> Path:
    """Where a list stands in the drop of a day."""
    return inbox / day.isoformat() / contract.meta.pattern.replace("<yyyymmdd>", f"{day:%Y%m%d}")


def next_drop(inbox: Path, today: date) -> date:
    """The next day, today included, on the weekday on which drops come."""
    last = find_drops(inbox, None)[-1].batch_date
    return last if last >= today else today + timedelta((last - today).days % 7)


def _before(workspace: Workspace, path: Path, contract: Contract) -> list[dict[str, object]]:
    """The rows of the file as the desk wrote it, else those of the last one that was landed."""
    if path.exists():
        return _written(path, contract)
    table = workspace.landing / contract.source / contract.table
    days = sorted(table.glob("batch_date=*"))
    if not days:
        return []
    names = ", ".join(f'"{each.name}"' for each in contract.columns)
    query = f"select {names} from read_parquet(?) order by file, line"
    with duckdb.connect() as connection:
        return rows(connection, query, [f"{as_pattern(days[-1])}/*.parquet"])


def _written(path: Path, contract: Contract) -> list[dict[str, object]]:
    """The rows of a file that the desk wrote."""
    names = [each.name for each in contract.columns]
    with path.open(encoding="utf-8", newline="") as file:
        return [dict(zip(names, row, strict=True)) for row in csv.reader(file)][1:]


def _write(path: Path, contract: Contract, found: list[dict[str, object]]) -> None:
    """Write a list whole, beside its place and then into it."""
    path.parent.mkdir(exist_ok=True)
    draft = path.with_name(f".{path.name}")
    with draft.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=contract.meta.delimiter)
        writer.writerow(each.config.meta.headers[0] for each in contract.columns)
        for row in found:
            writer.writerow(row.get(each.name) or "" for each in contract.columns)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


@cache
def _contract(workspace: Workspace, source: str, table: str) -> Contract:
    """The contract of a list."""
    problems = Problems()
    found = read_contracts(workspace.project, problems)
    problems.refuse()
    return next(each for each in found if (each.source, each.table) == (source, table))
