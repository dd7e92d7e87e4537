"""Whether the warehouse is one whole build of exactly what is landed.

A whole build that passed leaves a mark in the warehouse; the next build begins by taking it away
(macros/forget_completeness.sql), so that a part of a build, or one that stopped, has none.
"""

from dataclasses import asdict, dataclass
from pathlib import Path

import duckdb

from selaras import __version__
from selaras.errors import ExitCode, Refusal
from selaras.landing.batches import landing_digest
from selaras.landing.drop import sha256
from selaras.versions import commit, digest, rule_digest
from selaras.warehouse import open_warehouse
from selaras.workspace import PROJECT, Workspace

# These try models and macros on examples: they say nothing about a drop.
# A key that tools see is a test of its own; tests/data/keys looks at those of a room at once.
# Where all is selected no test has to be looked for beside the models that it reads.
EXAMPLES = [
    *("--exclude-resource-type", "unit_test"),
    *("--exclude", "path:tests/data/examples", "test_type:generic"),
    *("--indirect-selection", "empty"),
]
WHOLE = ([], EXAMPLES)
_AS_OF = "select cast(as_of_date as varchar) from ops.as_of"
_TABLES = """
    select table_schema || '.' || table_name
    from information_schema.tables
    where table_schema in ('marts', 'open_data')
    order by all
"""


@dataclass(frozen=True)
class Inputs:
    """What a build is a function of."""

    landing: str
    rules: str
    code: str
    visits: str

    @classmethod
    def now(cls, workspace: Workspace) -> "Inputs":
        """As they are on disk."""
        code = f"{__version__} {commit(PROJECT) or ''}".strip()
        landing, rules = landing_digest(landed_at(workspace)), rule_digest(workspace.project)
        return cls(landing, rules, code, _visits_digest(workspace))


def landed_at(workspace: Workspace) -> Path:
    """Where a build reads from: the workspace, or the committed sample where nothing landed."""
    landed = any((workspace.landing / "ledger").glob("**/*.parquet"))
    return workspace.landing if landed else PROJECT / "data" / "sample" / "landing"


def _visits_digest(workspace: Workspace) -> str:
    """One digest of every draw of visits and of what came back from them."""
    files = sorted(workspace.audit.glob("[!.]*/[!.]*.parquet"))
    return digest([f"{path.parent.name} {path.name} {sha256(path)}" for path in files])


def mark_complete(workspace: Workspace, inputs: Inputs) -> None:
    """Write down that the warehouse is a whole build, with passed tests, of these inputs."""
    with duckdb.connect(str(workspace.database)) as connection:
        (as_of,) = connection.execute(_AS_OF).fetchone()
        tables = [name for (name,) in connection.execute(_TABLES).fetchall()]
        connection.execute(
            """
            create or replace table ops.complete_build as
            select
                $landing as landing, $rules as rules, $code as code, $visits as visits,
                $as_of as as_of_date, $tables::varchar[] as tables
            """,
            asdict(inputs) | {"as_of": as_of, "tables": tables},
        )


def refuse_incomplete(workspace: Workspace) -> None:
    """Refuse to go on where the warehouse is not one whole build of what is landed now."""
    if why := _what_is_wrong(workspace):
        raise Refusal(ExitCode.INPUT_REFUSED, f"publish.incomplete_{why}", home=workspace.home)


def _what_is_wrong(workspace: Workspace) -> str | None:
    """Why the warehouse may not be published, as the end of a message key."""
    with open_warehouse(workspace) as connection:
        try:
            mark = connection.execute(
                "select landing, rules, code, visits, as_of_date, tables from ops.complete_build"
            ).fetchone()
        except (duckdb.CatalogException, duckdb.BinderException):  # none, or an older one's
            mark = None
        if mark is None:
            return "build"
        (as_of,) = connection.execute(_AS_OF).fetchone()
        tables = {name for (name,) in connection.execute(_TABLES).fetchall()}
    landing, rules, code, visits, day, wanted = mark
    now = Inputs.now(workspace)
    compared = {
        "landing": landing == now.landing,
        "rules": rules == now.rules,
        "code": code == now.code,
        "visits": visits == now.visits,
        "tables": day == as_of and set(wanted) <= tables,
    }
    return next((name for name, holds in compared.items() if not holds), None)
