"""What a run need not build again: what is as it was and rests only on what is as it was.

A table is a function of its query and of the tables that it reads. Beside the warehouse lies a note
of what its last whole build was made from: a digest of every query as dbt compiled it, and one of
all that no query tells: what is landed, the weeks before, the visits, the day, the code. Where that
is another, or anybody has written to the warehouse since, everything is built.
"""

import json
from datetime import date
from importlib.metadata import version
from pathlib import Path

from selaras import acceptance
from selaras.completeness import EXAMPLES, Inputs, landed_at, mark_complete
from selaras.dbt import DbtSummary, run_dbt
from selaras.history.store import NOTE, weeks
from selaras.landing.batches import batches
from selaras.landing.drop import sha256
from selaras.nodes import Node
from selaras.versions import digest
from selaras.warehouse import open_warehouse
from selaras.workspace import Workspace

NOTED = "built.json"
COMPARED = ["compile", "--exclude", "resource_type:unit_test", "path:tests/data/examples"]
UNTRIED = ["build", "--exclude-resource-type", "unit_test", "--exclude-resource-type", "test"]
TABLES = """
    select table_schema || '.' || table_name
    from information_schema.tables
    where table_type = 'BASE TABLE'
"""
ROWS = "select count(*), sum(hash(each)), bit_xor(hash(each)) from {} as each"
LIBRARIES = ("dbt-core", "dbt-duckdb", "duckdb")
# Written by `selaras compile` out of the rule book; what they say stands in compiled queries.
OF_RULES = ("models/eligibility/elig_*.yml", "models/cause/again/*.yml", "macros/generated/*")
# dbt reads these by itself, or a macro does that runs beside the queries.
READ = ("*.yml", "macros/**/*.sql", "models/**/*.yml", "seeds/**/*.yml")


def build_changed(workspace: Workspace, as_of: date | None) -> DbtSummary | None:
    """Build what differs from the last whole build, and what rests on it.

    What differs is built first, with its next readers; then everything behind those that came out
    otherwise. None where the warehouse is no whole build of the same files, weeks, day and code.
    """
    known = _noted(workspace, basis_of(workspace, as_of))
    if known is None:
        return None
    inputs = Inputs.now(workspace)
    now = run_dbt(workspace, COMPARED, as_of, "run.comparing").nodes
    differ = {name for name, node in now.items() if known.get(name) != node.digest}
    near = {name for name, node in now.items() if name in differ or differ & node.parents}
    summary = _build_near(workspace, as_of, now, near) if near else DbtSummary(0, 0, 0)
    mark_complete(workspace, inputs)
    note_built(workspace, as_of, now)
    return summary


def _build_near(
    workspace: Workspace, as_of: date | None, now: dict[str, Node], near: set[str]
) -> DbtSummary:
    """Build some nodes, then all that is behind those whose rows are others; tests come last."""
    models = {name: now[name] for name in near if now[name].table}
    tests = [
        node.name
        for name, node in now.items()
        if not node.table and (name in near or near & node.parents)
    ]
    before = _contents(workspace, models)
    select = ["--select", *(node.name for node in models.values())]
    if models:
        run_dbt(workspace, [*UNTRIED, *select], as_of)
    after = _contents(workspace, models)
    behind = [
        f"{node.name}+"
        for name, node in models.items()
        if before.get(name) is None or before[name] != after.get(name)
    ]
    wanted = [*tests, *behind]
    if not wanted:
        return DbtSummary(0, 0, 0)
    return run_dbt(workspace, ["build", *EXAMPLES, "--select", *wanted], as_of)


def _contents(workspace: Workspace, models: dict[str, Node]) -> dict[str, tuple]:
    """The columns of each model that is a table, and a digest of its rows, whatever their order."""
    with open_warehouse(workspace) as connection:
        tables = {name for (name,) in connection.execute(TABLES).fetchall()}
        return {
            name: (
                connection.execute(f"describe {node.table}").fetchall(),
                connection.execute(ROWS.format(node.table)).fetchone(),
            )
            for name, node in models.items()
            if node.table in tables
        }


def note_built(workspace: Workspace, as_of: date | None, nodes: dict[str, Node]) -> None:
    """Write down what the warehouse, as it lies there now, was built from."""
    told = {
        "basis": basis_of(workspace, as_of),
        "warehouse": _stat(workspace.database),
        "nodes": {name: node.digest for name, node in nodes.items()},
    }
    draft = workspace.home / f".{NOTED}"
    draft.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    draft.replace(workspace.home / NOTED)


def basis_of(workspace: Workspace, as_of: date | None) -> str:
    """One digest of all that a build rests on and that no compiled query or seed tells."""
    landing = landed_at(workspace)
    day = as_of.isoformat() if as_of else max((batch.day for batch in batches(landing)), default="")
    inputs = Inputs.now(workspace)
    told = [day, inputs.landing, inputs.visits, str(sha256(landing / acceptance.FILE))]
    told += [str(sha256(week.folder / NOTE)) for week in weeks(workspace) if str(week.day) < day]
    told += [f"{library} {version(library)}" for library in LIBRARIES]
    told += [f"{path.name} {sha256(path)}" for path in (*_code(), *_read(workspace.project))]
    return digest(told)


def _noted(workspace: Workspace, basis: str) -> dict[str, str] | None:
    """The digests of what the warehouse was built from; None where it is of something else.

    So it is where anything but the build has written to the warehouse since.
    """
    try:
        told = json.loads((workspace.home / NOTED).read_text(encoding="utf-8"))
        is_same = told["basis"] == basis and told["warehouse"] == _stat(workspace.database)
        return dict(told["nodes"]) if is_same else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _stat(path: Path) -> list[int]:
    """By what a file is known to be untouched: its size in bytes and its time."""
    found = path.stat()
    return [found.st_size, found.st_mtime_ns]


def _code() -> list[Path]:
    """The files of this package."""
    package = Path(__file__).parent
    return sorted(it for it in package.rglob("*") if it.is_file() and it.suffix != ".pyc")


def _read(project: Path) -> list[Path]:
    """The files of the project that compiled queries do not wholly tell."""
    of_rules = {path for pattern in OF_RULES for path in project.glob(pattern)}
    return sorted({path for pattern in READ for path in project.glob(pattern)} - of_rules)
