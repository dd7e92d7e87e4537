"""The one place where dbt is called."""

import json
import os
from datetime import date

from dbt.cli.main import dbtRunner

from selaras.errors import ExitCode, Refusal
from selaras.workspace import PROJECT, Workspace


def run_dbt(
    workspace: Workspace, arguments: list[str], as_of: date | None = None
) -> None:
    """Run one dbt command on a workspace; a failure is a Refusal with the failed nodes."""
    os.environ["SELARAS_HOME"] = str(workspace.home)
    workspace.home.mkdir(parents=True, exist_ok=True)
    where = ["--project-dir", str(PROJECT), "--profiles-dir", str(PROJECT)]
    where += ["--log-path", str(workspace.logs)]
    chosen = ["--vars", json.dumps({"as_of_date": as_of.isoformat()})] if as_of else []
    result = dbtRunner().invoke([*arguments, *where, *chosen])
    if not result.success:
        raise Refusal(
            ExitCode.DBT_FAILED,
            "run.dbt_failed",
            what=_failures(result),
            log=workspace.logs / "dbt.log",
        )


def _failures(result: object) -> str:
    """The names of the nodes that failed, or the error that kept dbt from starting."""
    nodes = getattr(result.result, "results", None) or []
    failed = [
        node.node.name for node in nodes if node.status in ("error", "fail", "runtime error")
    ]
    return ", ".join(failed) or str(result.exception or "dbt")
