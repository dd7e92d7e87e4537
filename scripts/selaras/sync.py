"""The main job: from the files of an inbox to published marts."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from selaras import rules
from selaras.dbt import DbtSummary, run_dbt
from selaras.headline import headline
from selaras.landing import LandingResult, land
from selaras.publish import publish
from selaras.validate import Check, refuse_failed, validate
from selaras.warehouse import Row
from selaras.workspace import PROJECT, Workspace


@dataclass(frozen=True)
class Outcome:
    """What a run did, in the order in which it did it."""

    landing: LandingResult
    dbt: DbtSummary
    checks: list[Check]
    published: Path
    headline: list[Row]


def sync(inbox: Path, workspace: Workspace, as_of: date | None = None) -> Outcome:
    """Land, check the rule book, build, validate, publish; a refused file does not stop the rest.

    Nothing is published when the build or a check fails.
    """
    landing = land(inbox, workspace, as_of)
    rules.check(PROJECT, rules.compile_rules(PROJECT))
    dbt = run_dbt(workspace, ["build"], as_of)
    checks = validate(workspace)
    refuse_failed(checks)
    published = publish(workspace, checks)
    return Outcome(landing, dbt, checks, published, headline(workspace))
