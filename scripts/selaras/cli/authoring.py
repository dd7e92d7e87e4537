"""The verbs for people who write rules: a new programme, and what changed in the rule book."""

from typing import Annotated, Literal

import typer

from selaras.cli.options import Home, Json, Lang
from selaras.errors import ExitCode, Refusal
from selaras.messages import say
from selaras.workspace import PROJECT, Workspace


def new(
    programme: Annotated[str, typer.Argument(help=say("cli.argument_new"))],
    owner: Annotated[str | None, typer.Option("--owner", help=say("cli.option_owner"))] = None,
    unit: Annotated[
        Literal["person", "household"], typer.Option("--unit", help=say("cli.option_unit"))
    ] = "person",
    lang: Lang = None,
) -> None:
    """Write the three files of a new programme."""
    from selaras.clock import today
    from selaras.rules.drafting.draft import draft_programme, write_draft

    files = draft_programme(PROJECT, programme, owner, unit, today())
    write_draft(PROJECT, files)
    typer.echo(say("new.written"))
    for path in files:
        typer.echo(f"  {path.as_posix()}")
    typer.echo(say("new.next"))


def rules_diff(
    ref: Annotated[str, typer.Argument(metavar="GIT_REF", help=say("cli.argument_ref"))],
    lang: Lang = None,
    json: Json = False,
) -> None:
    """Tell in words what changed in the rule book since a commit."""
    from selaras.cli import differences
    from selaras.rules.differences.changes import changes_between
    from selaras.rules.differences.history import book_at, book_now, commit_of

    commit = commit_of(PROJECT, ref)
    changes = changes_between(book_at(PROJECT, commit, ref), book_now(PROJECT))
    differences.show(changes, ref, commit, as_json=json)


def rules_flips(
    ref: Annotated[str, typer.Argument(metavar="GIT_REF", help=say("cli.argument_ref"))],
    lang: Lang = None,
    json: Json = False,
) -> None:
    """Tell what changed in the rule book since a commit, and which verdicts of the sample flip."""
    from selaras.cli import flipped
    from selaras.flips import flips
    from selaras.rules.differences.changes import changes_between
    from selaras.rules.differences.history import book_at, book_now, commit_of

    commit = commit_of(PROJECT, ref)
    changes = changes_between(book_at(PROJECT, commit, ref), book_now(PROJECT))
    flipped.show(changes, flips(ref), ref, as_json=json)


def workbench(
    port: Annotated[int, typer.Option("--port", help=say("workbench.option_port"))] = 8766,
    home: Home = None,
    lang: Lang = None,
) -> None:
    """Edit rules in the browser beside what they do, on the loopback."""
    try:
        from selaras.workbench.serve import serve
    except ImportError:
        raise Refusal(ExitCode.INPUT_REFUSED, "desk.no_packages") from None
    serve(Workspace.at(home), port)
