"""Landing one drop: sort its files out, read them, and bring the batch into place."""

import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from difflib import get_close_matches
from multiprocessing import get_context
from pathlib import Path

from selaras.bound import end_with_parent
from selaras.landing.again import Known, doubt_after, known_files, note_reader, write_read
from selaras.landing.answers import TOLD_BY, answers_in, is_answer, is_text_of_answers
from selaras.landing.batches import write_book
from selaras.landing.compare import Accepted, compare, write_held
from selaras.landing.drop import (
    DROP_NOTE,
    MANIFEST,
    Drop,
    Entry,
    is_sample,
    sha256,
    shown,
    write_note,
)
from selaras.landing.manifest import Listed, read_manifest
from selaras.landing.notice import Notice, Unfit
from selaras.landing.onefile import Task, file_id, land_file, refuse, what_was_read
from selaras.landing.result import ABSENT, ACCEPTED, LandedFile
from selaras.landing.store import ledger_folder, new_stage, publish, write_books
from selaras.landing.warehouse import LEAST, connect
from selaras.landing.zipguard import guard_workbook
from selaras.lists import Layout, layouts
from selaras.memory import memory_bytes

WORTH_TWO_PROCESSES = 32 << 20
OTHER_WORKBOOKS = (".ods", ".fods", ".xls", ".xlsb", ".xlsm", ".numbers")

Tell = Callable[[LandedFile], None]


@dataclass(frozen=True)
class Sorted:
    """The files of a drop: those to read, and those settled by their name alone."""

    tasks: list[Task]
    settled: list[LandedFile]


def land_drop(
    landing: Path,
    drop: Drop,
    entries: dict[str, Entry],
    accepted: Accepted,
    tell: Tell | None,
    in_full: bool = False,
) -> list[LandedFile]:
    """Land one drop as a whole, `in_full` reading all of it; what became of each file."""
    try:
        return _land(landing, drop, entries, accepted, tell, in_full)
    finally:
        connect.cache_clear()


def _land(
    landing: Path,
    drop: Drop,
    entries: dict[str, Entry],
    accepted: Accepted,
    tell: Tell | None,
    in_full: bool,
) -> list[LandedFile]:
    """Stage a drop, then bring it into place."""
    doubt_after(landing, drop.batch_date)
    stage = new_stage(landing, drop.batch_date)
    name = f"batch_date={drop.batch_date}"
    sorted_out = sort_out(drop, entries, stage)
    known = [] if in_full else known_files(landing)
    tasks = [replace(task, known=_alike(known, task)) for task in sorted_out.tasks]
    done = _run(tasks, tell)
    files = [*sorted_out.settled, *done]
    files = compare(landing, stage, files, accepted)
    files.sort(key=lambda file: file.file)
    write_books(stage, drop.batch_date, files)
    write_held(stage / "ledger" / name, files)
    by_id = {task.file_id: task for task in tasks}
    reads = ((file, what_was_read(by_id[file.file_id], file)) for file in done)
    write_read(stage / "ledger" / name, reads)
    note_reader(stage / "ledger" / name)
    sums = {file.file: file.sha256 for file in files}
    told = [
        replace(entry, sha256=sums.get(shown(name)) or sha256(drop.folder / name))
        for name, entry in entries.items()
    ]
    write_note(told, ledger_folder(stage, drop.batch_date) / DROP_NOTE)
    taken = {
        file.file: file.sha256
        for file in files
        if file.status == ACCEPTED and f"{file.source}__{file.table_name}" not in TOLD_BY
    }
    write_book(stage, name, is_sample(drop.folder, taken))
    publish(landing, stage, drop.batch_date)
    return files


def sort_out(drop: Drop, entries: dict[str, Entry], stage: Path) -> Sorted:
    """Match the files of a drop with layouts and manifest."""
    listed, settled = _manifest(drop, entries, stage)
    candidates: dict[tuple[str, str], list[Task]] = {}
    for name, entry in entries.items():
        if name.lower() == MANIFEST:
            continue
        layout, parts = _layout_of(name)
        if layout is None and (layout := answers_in(drop.folder / name)):
            parts = {}
        if layout is None and is_text_of_answers(drop.folder / name):
            settled.append(_refused(drop, None, name, "answers_as_text"))
        elif layout is None and Path(name).suffix.lower() in OTHER_WORKBOOKS:
            settled.append(_refused(drop, None, name, "not_a_workbook"))
        elif listed is not None and name not in listed and not is_answer(layout):
            settled.append(_refused(drop, layout, name, "not_listed"))
        elif layout is None and (wrong := _damage(drop.folder / name)):
            settled.append(refuse(_plain(drop, None, name), wrong))
        elif layout is None:
            settled.append(_refused(drop, None, name, "unknown_file", pattern=_nearest(name)))
        elif wrong := layout.impossible(parts):
            settled.append(_refused(drop, layout, name, "impossible_period", part=wrong))
        else:
            task = Task(
                path=drop.folder / name,
                entry=entry,
                layout=layout,
                snapshot_key=_snapshot(drop.folder / name, layout, parts),
                batch_date=drop.batch_date,
                listed=listed.get(name) if listed else None,
                stage=stage,
            )
            candidates.setdefault((layout.identifier, task.snapshot_key), []).append(task)
    tasks = []
    for rivals in candidates.values():
        *older, newest = sorted(rivals, key=_recency)
        tasks.append(newest)
        settled += [
            _refused(drop, task.layout, task.path.name, "superseded", newer=newest.file)
            for task in older
        ]
    return Sorted(tasks, settled + _absent(drop, listed or {}, entries))


def _damage(path: Path) -> Notice | None:
    """Why nobody can tell what a workbook is, which may be one of answers under any name."""
    if path.suffix.lower() != ".xlsx":
        return None
    try:
        guard_workbook(path, shown(path.name))
    except Unfit as verdict:
        return verdict.notice
    except OSError:
        pass
    return None


def _snapshot(path: Path, layout: Layout, parts: dict[str, str]) -> str:
    """The snapshot that a file is of; every copy of a workbook with answers counts by itself."""
    if is_answer(layout):
        return (sha256(path) or "")[:12]
    return layout.snapshot_of(parts)


def _alike(known: list[Known], task: Task) -> tuple[Known, ...]:
    """The files read before that may hold what a file holds."""
    return tuple(
        each
        for each in known
        if (each.read.table, each.read.size) == (task.layout.identifier, task.entry.size)
    )


def _recency(task: Task) -> tuple[bool, str, str]:
    """Orders files of one snapshot; a day after the drop's own cannot be the newest."""
    day = (task.layout.match(task.path.name) or {}).get("yyyymmdd", "")
    return day <= f"{task.batch_date:%Y%m%d}", task.file.lower(), task.file


def _manifest(
    drop: Drop, entries: dict[str, Entry], stage: Path
) -> tuple[dict[str, Listed] | None, list[LandedFile]]:
    """What the manifest lists, or None; a manifest that cannot be read is refused itself."""
    name = next((name for name in entries if name.lower() == MANIFEST), None)
    if name is None:
        return None, []
    try:
        return read_manifest(drop.folder / name, stage / "scratch"), []
    except Unfit as verdict:
        return None, [refuse(_plain(drop, None, name), verdict.notice)]


def _layout_of(name: str) -> tuple[Layout | None, dict[str, str]]:
    """The layout that a file name fits, and the parts of the name."""
    for layout in layouts():
        if (parts := layout.match(name)) is not None:
            return layout, parts
    return None, {}


def _nearest(name: str) -> str:
    """The pattern that looks most like a file name."""
    patterns = [layout.pattern for layout in layouts()]
    return (get_close_matches(shown(name), patterns, n=1, cutoff=0.0) or patterns)[0]


def _plain(drop: Drop, layout: Layout | None, name: str) -> LandedFile:
    """A file of which only the name is known."""
    return LandedFile(
        file_id=file_id(layout, drop.batch_date, shown(name)),
        batch_date=drop.batch_date,
        source=layout.source if layout else None,
        table_name=layout.table if layout else None,
        file=shown(name),
    )


def _refused(
    drop: Drop, layout: Layout | None, name: str, key: str, **values: object
) -> LandedFile:
    """A file refused by its name alone."""
    notice = Notice(f"landing.{key}", {"file": shown(name), **values})
    return refuse(_plain(drop, layout, name), notice)


def _absent(drop: Drop, listed: dict[str, Listed], entries: dict[str, Entry]) -> list[LandedFile]:
    """The files that the manifest lists and the drop does not hold."""
    return [
        replace(
            _refused(drop, _layout_of(name)[0], name, "absent"),
            status=ABSENT,
            as_of=line.as_of or None,
            sent_by=line.sent_by or None,
        )
        for name, line in listed.items()
        if name not in entries
    ]


def _run(tasks: list[Task], tell: Tell | None) -> list[LandedFile]:
    """Land the files, the largest first, several at a time where that pays."""
    tasks = sorted(tasks, key=lambda task: -task.entry.size)
    say = tell or (lambda file: None)
    workers = min(_cores(), len(tasks), max(1, memory_bytes() // LEAST))
    if workers > 1 and sum(task.entry.size for task in tasks) > WORTH_TWO_PROCESSES:
        try:
            with ProcessPoolExecutor(workers, get_context("spawn"), end_with_parent) as pool:
                return _gather(pool.map(land_file, [replace(t, threads=1) for t in tasks]), say)
        except BrokenProcessPool:
            pass
    return _gather(map(land_file, tasks), say)


def _cores() -> int:
    """How many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not told by every system
        return os.cpu_count() or 1


def _gather(files: object, say: Tell) -> list[LandedFile]:
    """Collect landed files as they come and tell about each."""
    found = []
    for file in files:
        say(file)
        found.append(file)
    return found
