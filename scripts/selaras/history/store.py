"""The folders of the weeks: each is written whole beside the others and takes its place at once."""

import json
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

from selaras.completeness import Inputs, landed_at
from selaras.folders import put, refuse_unwritable
from selaras.folders import settle as settle_places
from selaras.history.in_order import write_in_order
from selaras.landing.batches import landing_digest
from selaras.landing.drop import sha256
from selaras.memory import memory_limit
from selaras.warehouse import open_warehouse
from selaras.workspace import Workspace

NOTE = "week.json"
# The models that a week leaves behind, by their schema.
KEPT = {"history": Path("models/history"), "cause": Path("models/cause/kept")}
_WRITING = ".writing"
_DAY = """
    select as_of_date, as_of_date in (select batch_date from landing.ledger)
    from ops.as_of
"""


@dataclass(frozen=True)
class Week:
    """One kept week: its day, and the digest of what was landed up to that day when it was built.

    `files` and `sizes` are the digest and the bytes of the file of each fact, by its name.
    """

    day: date
    folder: Path
    landing: str
    files: dict[str, str]
    sizes: dict[str, int]

    @property
    def is_whole(self) -> bool:
        """Whether all of its files are there in their length; their content is not read."""
        try:
            return all(
                (self.folder / name).stat().st_size == self.sizes[name] for name in self.files
            )
        except (OSError, KeyError):
            return False

    def damaged(self) -> list[str]:
        """The files that are not as they were written."""
        return [name for name, told in self.files.items() if sha256(self.folder / name) != told]

    def forget(self) -> None:
        """Let it count as none from here on."""
        (self.folder / NOTE).unlink()


def keep_week(workspace: Workspace) -> Path | None:
    """Write what the warehouse holds of its week as the folder of that week; the one before goes.

    None where no drop landed on the day of judgement: such a day is no week.
    """
    history = workspace.history
    with refuse_unwritable("history.unwritable", history, draft=history / _WRITING):
        with open_warehouse(workspace) as connection:
            day, is_week = connection.execute(_DAY).fetchone()
            if not is_week:
                return None
            draft = _written(workspace, connection, day)
        return put(draft, history / f"as_of_date={day}")


def weeks(workspace: Workspace) -> list[Week]:
    """Every kept week, oldest first; a folder that does not say what it is counts as none."""
    found = []
    for folder in sorted(workspace.history.glob("as_of_date=*")):
        try:
            note = json.loads((folder / NOTE).read_text(encoding="utf-8"))
            day = date.fromisoformat(folder.name.partition("=")[2])
            files, sizes = dict(note["files"]), dict(note["sizes"])
            found.append(Week(day, folder, str(note["landing"]), files, sizes))
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return found


def settle(workspace: Workspace) -> None:
    """Clear away what an interrupted run left: a week that was on its way out comes back."""
    shutil.rmtree(workspace.history / _WRITING, ignore_errors=True)
    settle_places(workspace.history)


def _written(workspace: Workspace, connection: duckdb.DuckDBPyConnection, day: date) -> Path:
    """A folder beside the weeks with every fact of this one."""
    settle(workspace)
    draft = workspace.history / _WRITING
    draft.mkdir(parents=True)
    connection.execute("set preserve_insertion_order = true")
    connection.execute(f"set memory_limit = '{memory_limit()}'")
    for schema, folder in KEPT.items():
        for model in sorted((workspace.project / folder).glob("*.sql")):
            target = draft / f"{model.stem}.parquet"
            write_in_order(connection, f"{schema}.{model.stem}", target)
    inputs = Inputs.now(workspace)
    note = {
        "as_of_date": day.isoformat(),
        "landing": landing_digest(landed_at(workspace), day),
        "rules": inputs.rules,
        "code": inputs.code,
        "files": {path.name: sha256(path) for path in sorted(draft.iterdir())},
        "sizes": {path.name: path.stat().st_size for path in sorted(draft.iterdir())},
    }
    (draft / NOTE).write_text(json.dumps(note, indent=1) + "\n", encoding="utf-8")
    return draft
