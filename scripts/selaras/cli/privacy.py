"""The verbs that keep what is personal where it belongs."""

from dataclasses import asdict
from typing import Annotated

import typer
from rich.table import Table

from selaras.cli.options import Home, Json, Lang
from selaras.cli.safe import shown
from selaras.errors import ExitCode, Refusal
from selaras.lock import only_run
from selaras.messages import say
from selaras.workspace import Workspace


def access_report(home: Home = None, lang: Lang = None, json: Json = False) -> None:
    """Who looked at whom, when and why."""
    from selaras.cli.show import as_text, console
    from selaras.privacy.access import looks

    found, broken = looks(Workspace.at(home))
    if json:
        print(as_text({"looks": [asdict(look) for look in found], "first_broken_line": broken}))
    else:
        table = Table(title=say("privacy.title_access"))
        for name in ("at", "who", "whom", "programme", "why"):
            table.add_column(say(f"privacy.column_{name}"))
        for look in found:
            table.add_row(*(shown(str(each or "")) for each in asdict(look).values()))
        console.print(table)
    if broken:
        raise Refusal(ExitCode.VALIDATION_FAILED, "privacy.log_broken", line=broken)


def scan(home: Home = None, lang: Lang = None, json: Json = False) -> None:
    """Search everything published, the logs and target/ for people."""
    from selaras.cli.show import as_text, console, number
    from selaras.privacy.scanner import scan as run

    workspace = Workspace.at(home)
    with only_run(workspace):
        done = run(workspace)
    if json:
        print(as_text(asdict(done)))
    else:
        for each in done.found:
            line = say("privacy.found", file=each.file, kind=each.kind, count=number(each.count))
            console.print(f"[red]x[/] {shown(line)}", highlight=False)
        console.print(
            say("privacy.scanned", files=number(done.files), bytes=number(done.bytes)),
            highlight=False,
        )
    if done.found:
        raise Refusal(ExitCode.VALIDATION_FAILED, "privacy.leak", count=len(done.found))


def retain(
    weeks: Annotated[int, typer.Option("--weeks", min=1, help=say("privacy.option_weeks"))],
    home: Home = None,
    lang: Lang = None,
    json: Json = False,
) -> None:
    """Delete what is older than so many weeks, and show that it is gone."""
    from selaras.cli.show import as_text, console
    from selaras.privacy.retention import retain as run

    workspace = Workspace.at(home)
    with only_run(workspace):
        done = run(workspace, weeks)
    if json:
        print(as_text(asdict(done)))
    else:
        names = {
            name: ", ".join(map(str, getattr(done, name))) or "-"
            for name in ("drops", "publications", "needed")
        }
        console.print(say("privacy.retained", before=done.before, **names), highlight=False)
    if done.left:
        raise Refusal(ExitCode.VALIDATION_FAILED, "privacy.left", paths=", ".join(done.left))


def rotate(home: Home = None, lang: Lang = None, json: Json = False) -> None:
    """Take the key that is set as the new one, and delete what carries the old pseudonyms."""
    from selaras.cli.show import as_text, console
    from selaras.privacy.rotation import rotate as run

    workspace = Workspace.at(home)
    with only_run(workspace):
        gone = run(workspace)
    if json:
        print(as_text({"deleted": gone}))
    else:
        console.print(say("privacy.rotated", deleted=", ".join(gone) or "-"), highlight=False)
