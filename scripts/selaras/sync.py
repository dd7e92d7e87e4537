"""The main job: from the files of an inbox to published marts."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import duckdb

from selaras.carried import carried_forward
from selaras.completeness import EXAMPLES
from selaras.dbt import DbtSummary
from selaras.errors import ExitCode, Refusal
from selaras.headline import headline
from selaras.history import build, build_again
from selaras.landing import LandingResult, Notice, land
from selaras.outbox import Outbox, write_outbox
from selaras.progress import step
from selaras.publish import Wishes, publish, refuse_sample_key
from selaras.report import Report, write_report
from selaras.rules.compiler import check_rules
from selaras.rules.of_then import project_at
from selaras.validate import Check, refuse_unknown_words, validate
from selaras.warehouse import Row
from selaras.workspace import Workspace, as_pattern


@dataclass(frozen=True)
class Outcome:
    """What a run did, in the order in which it did it."""

    landing: LandingResult
    dbt: DbtSummary
    checks: list[Check]
    published: Path
    headline: list[Row]
    outbox: Outbox
    report: Report
    notices: tuple[Notice, ...] = ()


def sync(
    inbox: Path,
    workspace: Workspace,
    as_of: date | None = None,
    accept: str | None = None,
    wishes: Wishes | None = None,
    rules_at: str | None = None,
    in_full: bool = False,
) -> Outcome:
    """Land, check the rule book, build, validate, publish, write the report and the outbox.

    A refused file does not stop the rest.

    Nothing is published when the build or a check fails. `rules_at` is the git ref of the rules to
    judge by, where those are not the ones that stand now. Files that were read are not read again,
    and where nothing changed since the last build none is made, unless `in_full`.
    """
    wishes = wishes or Wishes()
    if rules_at is not None:
        with project_at(workspace.project, rules_at) as project:
            return sync(
                inbox, replace(workspace, project=project), as_of, accept, wishes, None, in_full
            )
    landing = land_with_progress(inbox, workspace, as_of, accept, in_full)
    _refuse_nothing(inbox, workspace)
    refuse_sample_key(workspace, wishes)
    check_rules(workspace.project)
    dbt = build(workspace, EXAMPLES, as_of) if in_full else build_again(workspace, as_of)
    refuse_unknown_words(workspace)
    checks = validate(workspace)
    notices = carried_forward(workspace)
    published = publish(workspace, checks, replace(wishes, accept=accept), notices.append)
    report = report_with_progress(workspace, published)
    figures = headline(workspace)
    outbox = write_outbox(workspace, checks)
    return Outcome(landing, dbt, checks, published, figures, outbox, report, tuple(notices))


def land_with_progress(
    inbox: Path,
    workspace: Workspace,
    as_of: date | None = None,
    accept: str | None = None,
    in_full: bool = False,
) -> LandingResult:
    """Land an inbox while a person watches."""
    with step("cli.landing") as progress:
        landing = land(inbox, workspace, as_of, lambda _: progress.advance(), accept, in_full)
        progress.wrote(sum(file.rows_accepted for file in landing.files))
    return landing


def report_with_progress(workspace: Workspace, published: Path | None = None) -> Report:
    """Write the report on a publication while a person watches."""
    with step("report.writing"):
        return write_report(workspace, published)


def _refuse_nothing(inbox: Path, workspace: Workspace) -> None:
    """Refuse to go on where no drop so far held a single file."""
    with duckdb.connect() as connection:
        ledgers = as_pattern(workspace.landing) + "/ledger/**/*.parquet"
        known = connection.execute("select count(*) from read_parquet(?)", [ledgers]).fetchone()
    if known == (0,):
        raise Refusal(ExitCode.INPUT_REFUSED, "landing.nothing_landed", inbox=inbox)
