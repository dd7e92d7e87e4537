"""Whether a build would only say again what the warehouse holds.

What a build makes is a function of what is landed, the weeks before, the visits, the day, the
project and the code. Beside the warehouse lies a note of these as they were at its last whole
build. Where any of them is another, or anybody has written to the warehouse since, all is built.
"""

import json
from datetime import date
from importlib.metadata import version
from pathlib import Path

from selaras import acceptance
from selaras.completeness import Inputs, landed_at, refuse_incomplete
from selaras.errors import Refusal
from selaras.history.store import NOTE, weeks
from selaras.landing.batches import batches
from selaras.landing.drop import sha256
from selaras.versions import digest
from selaras.workspace import DUCKDB, SPARK, Workspace

NOTED = "built.json"
LIBRARIES = {
    DUCKDB: ("dbt-core", "dbt-duckdb", "duckdb"),
    SPARK: ("dbt-core", "dbt-spark", "pyspark", "duckdb", "sqlglot"),
}
FOLDERS = ("models", "macros", "seeds", "tests/data", "rules")
FILES = ("dbt_project.yml", "profiles.yml", "selectors.yml")


def is_built(workspace: Workspace, as_of: date | None) -> bool:
    """Whether the warehouse is a whole build of what there is now, and nobody has touched it."""
    try:
        told = json.loads((workspace.home / NOTED).read_text(encoding="utf-8"))
        if told != _note(workspace, as_of):
            return False
        refuse_incomplete(workspace)
    except (OSError, ValueError, Refusal):
        return False
    return True


def note_built(workspace: Workspace, as_of: date | None) -> None:
    """Write down what the warehouse, as it lies there now, was built from."""
    draft = workspace.home / f".{NOTED}"
    draft.write_text(json.dumps(_note(workspace, as_of), indent=1) + "\n", encoding="utf-8")
    draft.replace(workspace.home / NOTED)


def basis_of(workspace: Workspace, as_of: date | None) -> str:
    """One digest of all that a build rests on."""
    landing = landed_at(workspace)
    day = as_of.isoformat() if as_of else max((batch.day for batch in batches(landing)), default="")
    inputs = Inputs.now(workspace)
    told = [day, inputs.landing, inputs.visits, str(sha256(landing / acceptance.FILE))]
    told += [str(sha256(week.folder / NOTE)) for week in weeks(workspace) if str(week.day) < day]
    told += [f"{library} {version(library)}" for library in LIBRARIES[workspace.engine]]
    package = Path(__file__).parent
    for folder in (package, *(workspace.project / name for name in FOLDERS)):
        files = (it for it in folder.rglob("*") if it.is_file() and it.suffix != ".pyc")
        told += [f"{it.relative_to(folder)} {sha256(it)}" for it in sorted(files)]
    told += [str(sha256(workspace.project / name)) for name in FILES]
    return digest(told)


def _note(workspace: Workspace, as_of: date | None) -> dict[str, object]:
    """What a build rests on, and by what its warehouse is known: bytes and time."""
    found = workspace.database.stat()
    return {
        "basis": basis_of(workspace, as_of),
        "warehouse": [found.st_size, found.st_mtime_ns],
    }
