"""The one place where dbt is called."""

import errno
import gc
import logging
import os
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import chdir, contextmanager
from dataclasses import dataclass
from datetime import date

import duckdb
from dbt.adapters.duckdb.connections import DuckDBConnectionManager
from dbt.artifacts.schemas.results import NodeResult
from dbt.cli.main import dbtRunner, dbtRunnerResult
from dbt_common.events.base_types import EventMsg

from selaras.acceptance import keep_accepted
from selaras.completeness import WHOLE, Inputs, mark_complete
from selaras.errors import ExitCode, Refusal
from selaras.lists.at_fault import list_at_fault
from selaras.memory import VARIABLE, memory_bytes, memory_limit
from selaras.messages import say
from selaras.parsed import remember, remembered
from selaras.progress import Step, step
from selaras.rules.check.whole_book import read_book
from selaras.rules.read.problems import Problems
from selaras.spark.target import brought_home, on_spark, places_of_spark
from selaras.warehouse import open_warehouse
from selaras.workspace import SPARK, Workspace

FAILED = ("error", "fail", "runtime error")
LOCKED = "Could not set lock on file"
NO_SPACE = os.strerror(errno.ENOSPC)
NO_MEMORY = "Out of Memory Error"
# Of such a failure the contract of a list is not to blame: what is missing is not a column.
NO_TABLE = re.compile(r"Table with name \S+ does not exist|TABLE_OR_VIEW_NOT_FOUND")
# What dbt writes over a reason, be it once or twice: "Runtime Error in model x (models/x.sql)".
HEADING = re.compile(r"\s*[A-Z][a-z]+ Error( in .*)?")
SHOWN = 3
# Two models at a time want so many times the memory that the largest drop takes as it was landed.
ROOM = 30
# dbt keeps a million objects, which Python would look through after every 700 new ones.
OBJECTS_BETWEEN_COLLECTIONS = 50_000
PLACE = ("table_name", "column_name")  # what the tests of many tables call these


@dataclass(frozen=True)
class DbtSummary:
    """How many nodes (models, seeds, tests) ended in which way."""

    passed: int
    warned: int
    skipped: int


def run_dbt(
    workspace: Workspace,
    arguments: list[str],
    as_of: date | None = None,
    title: str = "run.building",
    **told: object,
) -> DbtSummary:
    """Run one dbt command on a workspace; a failure is a Refusal that names the failed nodes.

    `title` is the message that a watching person reads meanwhile, `told` fills its placeholders.
    """
    os.environ["SELARAS_HOME"] = str(workspace.home)
    os.environ[VARIABLE] = memory_limit()
    os.environ["SELARAS_AS_OF"] = as_of.isoformat() if as_of else ""
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    workspace.prepare()
    if workspace.landing.is_dir():  # the warehouse reads it, be it empty
        keep_accepted(workspace.landing, [])
    inputs = Inputs.now(workspace) if arguments[:1] == ["build"] else None
    where = ["--project-dir", str(workspace.project)]
    where += ["--profiles-dir", str(workspace.project)]
    where += ["--target-path", str(workspace.target), "--log-path", str(workspace.logs)]
    where += remembered(workspace) + one_by_one(workspace, arguments) + on_spark(workspace)
    quiet = [
        "--log-level",
        "none",
        "--log-level-file",
        "info",
        "--no-use-colors",
        "--no-use-colors-file",
    ]
    logging.raiseExceptions = False  # where the disk is full the log is too; the end tells
    with step(title, **told) as progress:
        runner = dbtRunner(callbacks=[_follower(progress)])
        try:
            with _in_home(workspace):
                result = runner.invoke([*arguments, *where, *quiet])
        except OSError as error:
            raise Refusal(
                ExitCode.INPUT_REFUSED, "run.no_home", home=workspace.home, error=error.strerror
            ) from error
        try:
            brought_home(workspace, result.success)
        except duckdb.Error as error:
            raise stopped(["DuckDB"], [str(error)], workspace) from error
        if result.success and workspace.database.exists():
            progress.wrote(_rows_held(workspace))
    remember(workspace)
    if not result.success:
        raise _refusal(result, workspace)
    if inputs and arguments[1:] in WHOLE:
        mark_complete(workspace, inputs)
    return _summary(result)


def one_by_one(workspace: Workspace, arguments: list[str]) -> list[str]:
    """The option that has one model built after another, where two at a time would be too much."""
    if arguments[:1] != ["build"] or "--threads" in arguments:
        return []
    drops: Counter[str] = Counter()
    for file in workspace.landing.glob("*/*/batch_date=*/*.parquet"):
        drops[file.parent.name] += file.stat().st_size
    is_large = max(drops.values(), default=0) * ROOM > memory_bytes()
    return ["--threads", "1"] if is_large else []


@contextmanager
def _in_home(workspace: Workspace) -> Iterator[None]:
    """Let dbt reach the warehouse by its name alone, which has no `#` that is read as a mark.

    The same name in every home also lets dbt go on with what it read of the project before.
    """
    os.environ["SELARAS_DATABASE"] = workspace.database.name
    with chdir(workspace.home):
        try:
            yield
        finally:
            DuckDBConnectionManager.close_all_connections()  # dbt keeps the file open until told
            del os.environ["SELARAS_DATABASE"]


def _follower(progress: Step):
    """A listener that moves the progress bar along as dbt works through its nodes."""

    def follow(event: EventMsg) -> None:
        if event.info.name == "ConcurrencyLine":
            progress.expect(event.data.node_count)
        elif event.info.name == "NodeFinished":
            progress.advance()

    return follow


def _rows_held(workspace: Workspace) -> int:
    """How many rows the tables of the warehouse hold."""
    with open_warehouse(workspace) as connection:
        (rows_held,) = connection.execute(
            "select coalesce(sum(estimated_size), 0)::bigint from duckdb_tables()"
        ).fetchone()
    return rows_held


def _summary(result: dbtRunnerResult) -> DbtSummary:
    """The outcome in numbers."""
    counts = Counter(str(node.status) for node in getattr(result.result, "results", None) or [])
    return DbtSummary(
        passed=counts["success"] + counts["pass"],
        warned=counts["warn"],
        skipped=counts["skipped"],
    )


def _refusal(result: dbtRunnerResult, workspace: Workspace) -> Refusal:
    """Why the build stopped: another run, failed nodes, or what kept dbt from starting."""
    nodes = getattr(result.result, "results", None) or []
    failed = [node for node in nodes if node.status in FAILED]
    reasons = [str(result.exception or "")] + [_reason(node, workspace) for node in failed]
    if not nodes:  # dbt did not start: where rules or contracts are wrong they say it better
        problems = Problems()
        read_book(workspace.project, problems)
        problems.refuse()
    return stopped([node.node.name for node in failed], reasons, workspace)


def stopped(names: list[str], reasons: list[str], workspace: Workspace) -> Refusal:
    """What stopped a build there: a process beside, disk, memory, or the first of the reasons."""
    said = "\n".join(reasons)
    for sign, key in ((LOCKED, "run.in_use"), (NO_SPACE, "run.no_space")):
        if sign in said:
            return Refusal(ExitCode.INPUT_REFUSED, key, home=workspace.home)
    what = ", ".join(names[:SHOWN]) + (f" (+{len(names) - SHOWN})" if len(names) > SHOWN else "")
    if NO_MEMORY in said:
        values = {"what": what, "variable": VARIABLE, "limit": memory_limit()}
        return Refusal(ExitCode.DBT_FAILED, "run.no_memory", **values)
    told = next((text.strip() for text in reasons if text.strip()), "dbt").splitlines()
    lines = [line for line in told if line.strip() and not HEADING.fullmatch(line)]
    fault = None
    if not NO_TABLE.search(said):
        fault = list_at_fault(workspace.project, workspace.database, names)
    return Refusal(
        ExitCode.DBT_FAILED,
        fault.key if fault else "run.dbt_failed",
        what=what or "dbt",
        reason=(lines or told)[0].strip().removesuffix("."),
        log=workspace.logs / "dbt.log",
        **(fault.values if fault else {}),
    )


def _reason(node: NodeResult, workspace: Workspace) -> str:
    """Why a node failed: of a test where its rows are from and how to see them, else dbt's words.

    The rows themselves may hold personal numbers and are not told.
    """
    if node.status != "fail" or node.node.resource_type != "test":
        return str(node.message)
    places = _failing_places(node.node.compiled_code, workspace)
    return say(
        "run.test_failed",
        count=node.failures,
        places=", ".join(".".join(map(str, place)) for place in places) or node.node.name,
        query=node.node.compiled_path,
    )


def _failing_places(query: str, workspace: Workspace) -> Sequence[Sequence[object]]:
    """The first SHOWN tables and columns that a test of many tables found, from its engine.

    There may be as many rows as there are families, so the engine picks them out.
    """
    if workspace.engine == SPARK:
        return places_of_spark(query, PLACE, SHOWN)
    with open_warehouse(workspace) as connection:
        found = connection.sql(query)
        names = [name for name in PLACE if name in found.columns]
        if not names:
            return []
        return found.select(*names).distinct().order(", ".join(names)).limit(SHOWN).fetchall()
