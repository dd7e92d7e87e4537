"""Landing one file; what goes wrong with it stays with it."""

import hashlib
import os
import shutil
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

import duckdb

from selaras.landing.again import Known, Read, digest_of, take_over
from selaras.landing.answers import is_answer, judge_of
from selaras.landing.delimited import read_delimited
from selaras.landing.drop import Entry, sha256, shown
from selaras.landing.key import stored_key
from selaras.landing.manifest import Listed
from selaras.landing.notice import Notice, Unfit
from selaras.landing.reading import SetAside, settle
from selaras.landing.result import REFUSED, LandedFile
from selaras.landing.warehouse import write_parquet
from selaras.landing.workbook import read_workbook
from selaras.lists import Layout

LONGEST_NAME = 200


@dataclass(frozen=True)
class Task:
    """One file to land: where it lies, what it is, and where its rows go."""

    path: Path
    entry: Entry
    layout: Layout
    snapshot_key: str
    batch_date: date
    listed: Listed | None
    stage: Path
    threads: int = 2
    known: tuple[Known, ...] = ()

    @property
    def file(self) -> str:
        return shown(self.path.name)

    @property
    def file_id(self) -> str:
        return file_id(self.layout, self.batch_date, self.file)

    @property
    def stamp(self) -> dict[str, str]:
        """What every row says of the file that it is from."""
        return {
            "snapshot_key": self.snapshot_key,
            "batch_date": self.batch_date.isoformat(),
            "file": self.file,
            "file_id": self.file_id,
        }


def file_id(layout: Layout | None, batch_date: date, file: str) -> str:
    """The id of a file of a drop, the same on every landing."""
    table = f"{layout.source}.{layout.table}" if layout else "unknown"
    return hashlib.sha256(f"{table}/{batch_date}/{file}".encode()).hexdigest()[:12]


def land_file(task: Task) -> LandedFile:
    """Read one file into the staged batch; a file that cannot be used is a refused one."""
    digest = sha256(task.path) if task.entry.size >= 0 else None
    landed = LandedFile(
        file_id=task.file_id,
        batch_date=task.batch_date,
        source=task.layout.source,
        table_name=task.layout.table,
        file=task.file,
        snapshot_key=task.snapshot_key,
        sha256=digest,
        as_of=(task.listed.as_of or None) if task.listed else None,
        sent_by=(task.listed.sent_by or None) if task.listed else None,
    )
    scratch = task.stage / "scratch" / task.file_id
    target = parquet_path(task)
    aside = SetAside(task.stage / "scratch" / f"{task.file_id}.jsonl", _common(task))
    try:
        scratch.mkdir(parents=True)
        _check(task, landed)
        landed = _again(task, landed, scratch, target, aside) or _read(
            task, landed, scratch, target, aside
        )
    except Unfit as verdict:
        landed = refuse(landed, verdict.notice)
    except (OSError, duckdb.Error) as error:
        key = "unreadable" if isinstance(error, OSError) else "not_taken"
        said = getattr(error, "strerror", None) or (str(error) or type(error).__name__)
        values = {"file": task.file, "error": said.splitlines()[0]}
        landed = refuse(landed, Notice(f"landing.{key}", values))
    aside.close()
    if landed.status == REFUSED:
        aside.discard()
        target.unlink(missing_ok=True)
    shutil.rmtree(scratch, ignore_errors=True)
    return landed


def refuse(landed: LandedFile, notice: Notice) -> LandedFile:
    """The same file, refused."""
    return replace(
        landed,
        status=REFUSED,
        reason=notice.english,
        notice=notice,
        rows_read=0,
        rows_accepted=0,
        rows_quarantined=0,
        rows_ignored=0,
    )


def discard(stage: Path, file_id: str, rows: Path) -> None:
    """Forget what was staged of a file that is refused after all."""
    rows.unlink(missing_ok=True)
    (stage / "scratch" / f"{file_id}.jsonl").unlink(missing_ok=True)


def parquet_path(task: Task) -> Path:
    """Where the rows of a file are staged."""
    folder = f"{task.layout.source}/{task.layout.table}/batch_date={task.batch_date}"
    name = task.path.name if len(os.fsencode(task.path.name)) < LONGEST_NAME else task.file_id
    return task.stage / folder / f"{name}.parquet"


def _common(task: Task) -> dict[str, object]:
    """What all quarantined rows of a file share."""
    return {
        "batch_date": task.batch_date.isoformat(),
        "source": task.layout.source,
        "table_name": task.layout.table,
        "file": task.file,
        "file_id": task.file_id,
    }


def what_was_read(task: Task, landed: LandedFile) -> Read:
    """What to write down of a file that was read, so that its like need not be."""
    return Read(
        table=task.layout.identifier,
        file_id=task.file_id,
        size=task.entry.size,
        digest=digest_of(str(landed.sha256), task.layout, task.path),
        rows=parquet_path(task).relative_to(task.stage).as_posix(),
        stamp=task.stamp,
        rows_accepted=landed.rows_accepted,
        rows_ignored=landed.rows_ignored,
        remarks=[{"key": each.key, "values": each.values} for each in landed.remarks],
    )


def _check(task: Task, landed: LandedFile) -> None:
    """Refuse what cannot be read, or is not what the manifest says."""
    if task.entry.size < 0:
        raise Unfit("not_a_file", file=task.file)
    if landed.sha256 is None:
        task.path.open("rb").close()
        raise Unfit("unreadable", file=task.file, error="it cannot be read to its end")
    if task.listed:
        task.listed.check_source(task.layout.source, task.layout.table)
        task.listed.check_sum(landed.sha256)


def _again(
    task: Task, landed: LandedFile, scratch: Path, target: Path, aside: SetAside
) -> LandedFile | None:
    """The rows of a file that held the same, or None where none is landed."""
    if not task.known:
        return None
    digest = digest_of(str(landed.sha256), task.layout, task.path)
    for known in reversed(task.known):
        if known.read.digest == digest and take_over(known, task.stamp, target, aside, scratch):
            counts = (known.read.rows_accepted, known.read.rows_ignored)
            counted = _counted(task, landed, *counts, aside, known.remarks)
            return replace(counted, is_taken_over=True)
    return None


def _read(
    task: Task, landed: LandedFile, scratch: Path, target: Path, aside: SetAside
) -> LandedFile:
    """Read and count one file."""
    is_workbook = task.path.suffix.lower() == ".xlsx"
    read = read_workbook if is_workbook else read_delimited
    if is_answer(task.layout):
        judge = judge_of(task.layout, stored_key(task.stage.parent))
        read = partial(read_workbook, judge=judge)
    reading = read(task.path, task.file, task.layout, scratch, aside)
    target.parent.mkdir(parents=True, exist_ok=True)
    where = (reading, task.layout, task.stamp, target, task.stage / "scratch", task.threads)
    missing = write_parquet(*where)
    settled = settle(reading, missing.tolist(), aside)
    if settled.moved:
        raise Unfit("columns_moved", file=task.file, lines=in_ranges(settled.moved))
    if settled.accepted:
        missing = write_parquet(*where, judged=settled.accepted)
    ignored = reading.ignored + sum(map(len, settled.ignored.values()))
    accepted = len(reading.lines) - len(missing)
    remarks = (*reading.remarks, *_not_of_the_list(settled.ignored))
    return _counted(task, landed, accepted, ignored, aside, remarks)


def _counted(
    task: Task,
    landed: LandedFile,
    accepted: int,
    ignored: int,
    aside: SetAside,
    remarks: tuple[Notice, ...],
) -> LandedFile:
    """A file with its counts; Unfit where it changed meanwhile or has other rows than stated."""
    now = task.path.stat()
    if (now.st_size, now.st_mtime_ns) != (task.entry.size, task.entry.mtime_ns):
        raise Unfit("changing", file=task.file)
    rows_read = accepted + aside.count
    if task.listed:
        task.listed.check_rows(rows_read)
    return replace(
        landed,
        rows_read=rows_read,
        rows_accepted=accepted,
        rows_quarantined=aside.count,
        rows_ignored=ignored,
        reason="; ".join(remark.english for remark in remarks) or None,
        is_cut_off=aside.is_cut_off,
        remarks=remarks,
    )


def _not_of_the_list(ignored: dict[str, list[int]]) -> list[Notice]:
    """Says which lines were taken for something else than rows of the list."""
    told = [
        f"{kind} {in_ranges(lines)}"
        for kind, lines in sorted(ignored.items())
        if kind not in ("blank", "header")
    ]
    return [Notice("landing.not_rows", {"lines": "; ".join(told)})] if told else []


def in_ranges(lines: list[int], most: int = 10) -> str:
    """Line numbers as people write them: `5-6, 8-9`."""
    ranges: list[list[int]] = []
    for line in sorted(lines):
        if ranges and line == ranges[-1][1] + 1:
            ranges[-1][1] = line
        else:
            ranges.append([line, line])
    told = [str(first) if first == last else f"{first}-{last}" for first, last in ranges[:most]]
    return ", ".join(told + ["..."] * (len(ranges) > most))
