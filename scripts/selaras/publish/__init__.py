"""Publish marts and open data, all at once or not at all.

Each publication is a folder of its own, named by its day and content; `publish/current` is a
link that is moved to it in one step. Whoever has the old files open keeps reading them.
"""

import json
import shutil
from pathlib import Path

from selaras.publish.provenance import describe
from selaras.publish.tables import write_database, write_parquet
from selaras.validate import Check, refuse_failed, refuse_unknown_words, validate
from selaras.warehouse import open_warehouse
from selaras.workspace import Workspace

DATABASE = "selaras_marts.duckdb"


def publish(workspace: Workspace, checks: list[Check] | None = None) -> Path:
    """The folder of the publication; refused when a check failed (they run if not given)."""
    refuse_unknown_words(workspace)
    refuse_failed(validate(workspace) if checks is None else checks)
    building = workspace.publish / ".building"
    shutil.rmtree(building, ignore_errors=True)
    building.mkdir(parents=True)
    with open_warehouse(workspace) as connection:
        tables = write_parquet(connection, building)
        manifest = describe(connection, tables)
    write_database(building / DATABASE, tables, building)
    _write(building / "manifest.json", manifest)
    folder = workspace.publish / f"{manifest['as_of_date']}-{manifest['content'][:8]}"
    if folder.exists():  # the same content again: only what describes it may be newer
        (building / "manifest.json").replace(folder / "manifest.json")
        shutil.rmtree(building)
    else:
        building.rename(folder)
    _point(workspace.publish / "current", folder)
    return folder


def _write(path: Path, manifest: dict[str, object]) -> None:
    """The manifest as text that a person can read and a tool can compare."""
    path.write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _point(link: Path, folder: Path) -> None:
    """Let a link point at a folder, in one step."""
    fresh = link.with_name(".current")
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(folder.name, target_is_directory=True)
    fresh.replace(link)
