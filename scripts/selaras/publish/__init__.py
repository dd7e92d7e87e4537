"""Publish marts and open data, all at once or not at all.

Each publication is a folder of its own, named by its day and content; `publish/current` is a
link that is moved to it in one step. Whoever has the old files open keeps reading them.
"""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

from selaras.completeness import landed_at, refuse_incomplete
from selaras.desk.copied import renew_copy
from selaras.errors import ExitCode, Refusal
from selaras.folders import SUMS, refuse_unwritable, write_sums
from selaras.guard import hold_moved
from selaras.landing.batches import batches, flush, sync_path
from selaras.landing.drop import sha256
from selaras.landing.key import SAMPLE_KEY
from selaras.landing.notice import Notice
from selaras.privacy.draft import refuse_people
from selaras.publish.provenance import describe
from selaras.publish.pruning import prune
from selaras.publish.tables import (
    DATABASE,
    published_words,
    write_csv,
    write_database,
    write_parquet,
)
from selaras.publish.words import WORDS_FILE, write_dictionary
from selaras.publish.workbook import write_workbook
from selaras.validate import Check, refuse_unfit, refuse_unknown_words, validate
from selaras.warehouse import open_warehouse
from selaras.workspace import PROJECT, Workspace, as_pattern


@dataclass(frozen=True)
class Wishes:
    """What is done only where a person asks for it."""

    sample_key: bool = False
    make_current: bool = False
    accept: str | None = None
    postgres: bool = False


Tell = Callable[[Notice], None]


def publish(
    workspace: Workspace,
    checks: list[Check] | None = None,
    wishes: Wishes | None = None,
    tell: Tell = lambda _: None,
) -> Path:
    """The folder of the publication of a whole build; refused when a check failed.

    The checks run if they are not given; `tell` hears what else is to be said.
    """
    wishes = wishes or Wishes()
    refuse_incomplete(workspace)
    refuse_sample_key(workspace, wishes)
    refuse_unknown_words(workspace)
    checks = validate(workspace) if checks is None else checks
    refuse_unfit(checks)
    for notice in hold_moved(workspace, checks, wishes.accept):
        tell(notice)
    draft = workspace.publish / ".building"
    load = _loader() if wishes.postgres else None
    with refuse_unwritable("publish.unwritable", workspace.publish, draft):
        folder = _publish(workspace, wishes, tell)
    if (workspace.publish / "current").resolve() == folder.resolve():
        renew_copy(workspace)
    if load:
        load((workspace.publish / "current").resolve())
    return folder


def _loader() -> Callable[[Path], None]:
    """What loads a publication into PostgreSQL; its driver is an extra that may be missing."""
    try:
        from selaras.publish.postgres import load
    except ImportError:
        raise Refusal(ExitCode.INPUT_REFUSED, "postgres.no_driver") from None
    return load


def refuse_sample_key(workspace: Workspace, wishes: Wishes) -> None:
    """Refuse to publish real data under the key that everybody knows."""
    landing = landed_at(workspace)
    with duckdb.connect() as connection:
        key = as_pattern(landing / "pseudonym_key" / "key.parquet")
        (found,) = connection.execute("select pseudonym_key from read_parquet(?)", [key]).fetchone()
    if found != SAMPLE_KEY or wishes.sample_key:
        return
    for batch in batches(landing):
        if not batch.is_sample:
            raise Refusal(ExitCode.INPUT_REFUSED, "publish.sample_key", drop=batch.day)


def _publish(workspace: Workspace, wishes: Wishes, tell: Tell) -> Path:
    """Write a publication beside the others, then bring it into place."""
    building = workspace.publish / ".building"
    shutil.rmtree(building, ignore_errors=True)
    building.mkdir(parents=True)
    with open_warehouse(workspace) as connection:
        described = published_words(connection)
        tables = write_parquet(connection, building, described)
        write_dictionary(building / WORDS_FILE, described)
        spelt = str(sha256(building / WORDS_FILE))
        manifest = describe(connection, tables, spelt, workspace.project)
    folder = workspace.publish / f"{manifest['as_of_date']}-{manifest['content'][:8]}"
    broken = damaged_files(folder) if folder.exists() else []
    if folder.exists() and not broken:  # the same content: only what describes it may be newer
        _write(building / "manifest.json", manifest)
        sync_path(building / "manifest.json")
        (building / "manifest.json").replace(folder / "manifest.json")
        shutil.rmtree(building)
    else:
        with open_warehouse(workspace) as connection:
            refuse_people(connection, building)
        write_database(building / DATABASE, tables, described, workspace.database)
        known = {table.file: table.sha256 for table in tables} | {WORDS_FILE: spelt}
        known |= write_csv(building, tables)
        known |= write_workbook(building, described, date.fromisoformat(manifest["as_of_date"]))
        write_sums(building, known | {DATABASE: sha256(building / DATABASE)})
        _write(building / "manifest.json", manifest)
        flush(building)
        if broken:
            shutil.rmtree(workspace.publish / ".damaged", ignore_errors=True)
            folder.replace(workspace.publish / ".damaged")
            tell(Notice("publish.healed", {"files": ", ".join(broken)}))
        building.rename(folder)
        shutil.rmtree(workspace.publish / ".damaged", ignore_errors=True)
    _point(workspace, folder, manifest, wishes, tell)
    if gone := prune(workspace, folder.name):
        tell(Notice("publish.pruned", {"folders": ", ".join(gone)}))
    sync_path(workspace.publish)
    return folder


def damaged_files(folder: Path) -> list[str]:
    """The files of a publication that are not as they were written."""
    try:
        lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return [SUMS]
    written = dict(reversed(line.split("  ", 1)) for line in lines if "  " in line)
    broken = [name for name, digest in written.items() if sha256(folder / name) != digest]
    return broken + ([] if (folder / "manifest.json").is_file() else ["manifest.json"])


def _write(path: Path, manifest: dict[str, object]) -> None:
    """The manifest as text that a person can read and a tool can compare."""
    path.write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _point(
    workspace: Workspace, folder: Path, manifest: dict[str, object], wishes: Wishes, tell: Tell
) -> None:
    """Let `current` point at a folder, in one step; back in time only where that is asked for.

    Whoever took a drop back has asked for it. So it is with what the rules of another day say.
    """
    link = workspace.publish / "current"
    before = _described(link)
    is_back = before is not None and str(before["as_of_date"]) > str(manifest["as_of_date"])
    landed = {batch.day for batch in batches(landed_at(workspace))}
    is_withdrawn = before is not None and not set(before["drops"]) <= landed
    is_of_then = before is not None and workspace.project != PROJECT
    if (is_of_then or (is_back and not is_withdrawn)) and not wishes.make_current:
        values = {"folder": folder.name, "current": link.resolve().name}
        tell(Notice("publish.kept_rules" if is_of_then else "publish.kept_current", values))
        return
    if is_back:
        values = {"folder": folder.name, "before": link.resolve().name}
        tell(Notice("publish.moved_back", values))
    fresh = link.with_name(".current")
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(folder.name, target_is_directory=True)
    fresh.replace(link)


def _described(link: Path) -> dict | None:
    """What the current publication says of itself, or None where there is none to read."""
    try:
        manifest = json.loads((link / "manifest.json").read_text(encoding="utf-8"))
        date.fromisoformat(manifest["as_of_date"])
        return manifest if isinstance(manifest["drops"], list) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None
