"""The verbs of the desk."""

from pathlib import Path
from typing import Annotated

import typer

from selaras.cli.options import Home, Inbox, Lang
from selaras.errors import ExitCode, Refusal
from selaras.messages import say
from selaras.workspace import Workspace


def serve(
    inbox: Inbox,
    host: Annotated[str, typer.Option("--host", help=say("desk.option_host"))] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", help=say("desk.option_port"))] = 8765,
    name: Annotated[str | None, typer.Option("--name", help=say("desk.option_name"))] = None,
    proxy: Annotated[str, typer.Option("--proxy", help=say("desk.option_proxy"))] = "127.0.0.1",
    user_header: Annotated[
        str | None, typer.Option("--user-header", help=say("desk.option_user_header"))
    ] = None,
    two_people: Annotated[bool, typer.Option("--two-people", help=say("desk.option_two"))] = False,
    home: Home = None,
    lang: Lang = None,
) -> None:
    """The desk for officers, on the loopback unless told otherwise."""
    try:
        from selaras.desk.serve import Proxy
        from selaras.desk.serve import serve as run
    except ImportError:
        raise Refusal(ExitCode.INPUT_REFUSED, "desk.no_packages") from None
    typer.echo(say("desk.serving", host=host, port=port))
    behind = Proxy(proxy, user_header)
    run(Workspace.at(home), Path(inbox), host, port, name, two_people, behind)


def user(
    name: Annotated[str, typer.Argument(help=say("desk.argument_user"))],
    role: Annotated[str, typer.Option("--role", help=say("desk.option_role"))] = "officer",
    home: Home = None,
    lang: Lang = None,
) -> None:
    """Add a user of the desk, or give one another role and password."""
    try:
        from selaras.desk.users import ROLES, SHORTEST, keep_user
    except ImportError:
        raise Refusal(ExitCode.INPUT_REFUSED, "desk.no_packages") from None
    if role not in ROLES:
        raise Refusal(ExitCode.USAGE, "desk.no_role", role=role, roles=", ".join(ROLES))
    password = typer.prompt(
        say("desk.password"), hide_input=True, confirmation_prompt=say("desk.again_password")
    )
    if len(password) < SHORTEST:
        raise Refusal(ExitCode.USAGE, "desk.short_password", least=SHORTEST)
    keep_user(Workspace.at(home).desk, name, role, password)
    typer.echo(say("desk.kept", name=name, role=role))
