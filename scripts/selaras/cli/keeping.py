"""The verbs that keep what is landed, published and sent right, and tell what was done."""

from datetime import datetime
from typing import Annotated

import typer

from selaras.cli.options import Home, Json, Lang
from selaras.errors import ExitCode
from selaras.lock import only_run
from selaras.messages import say
from selaras.runs import recorded
from selaras.workspace import Workspace


def withdraw(
    drop: Annotated[datetime, typer.Argument(formats=["%Y-%m-%d"], help=say("cli.argument_drop"))],
    why: Annotated[str, typer.Option("--why", help=say("cli.option_why"))],
    home: Home = None,
    lang: Lang = None,
) -> None:
    """Take a landed drop back."""
    from selaras.landing.withdrawal import withdraw as run

    workspace = Workspace.at(home)
    with only_run(workspace):
        run(workspace, drop.date(), why)
    typer.echo(say("cli.withdrawn", day=drop.date()))


def verify(home: Home = None, lang: Lang = None, json: Json = False) -> None:
    """Compare every landed and published file with the digest it was written with."""
    from selaras.cli import show
    from selaras.verification import verify as run

    workspace = Workspace.at(home)
    with only_run(workspace):
        found = run(workspace)
    show.verified(found, as_json=json)
    if found.damaged:
        raise typer.Exit(int(ExitCode.INPUT_REFUSED))


def outbox(home: Home = None, lang: Lang = None, json: Json = False) -> None:
    """Write what each agency is asked, from a whole build."""
    from selaras.cli import sent
    from selaras.outbox import write_outbox as run

    workspace = Workspace.at(home)
    with only_run(workspace):
        found = run(workspace)
    sent.show(found, as_json=json)


def report(home: Home = None, lang: Lang = None, json: Json = False) -> None:
    """Write the weekly report on what is published."""
    from selaras.cli import show
    from selaras.sync import report_with_progress as run

    workspace = Workspace.at(home)
    with only_run(workspace), recorded(workspace, "report"):
        found = run(workspace)
    show.report(found, as_json=json)


def runs(home: Home = None, lang: Lang = None, json: Json = False) -> None:
    """List past runs with what each and its steps took."""
    from selaras.cli import past
    from selaras.runs import past_runs

    workspace = Workspace.at(home)
    past.show(past_runs(workspace), workspace, as_json=json)
