"""The verbs of sampling for truth: draw visits, and estimate from what came back."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from selaras.cli.options import Home, Json, Lang
from selaras.cli.safe import shown
from selaras.lock import only_run
from selaras.messages import say
from selaras.workspace import Workspace

if TYPE_CHECKING:
    from selaras.warehouse import Row


def draw(
    size: Annotated[int, typer.Option("--size", min=1, help=say("audit.option_size"))],
    by: Annotated[str, typer.Option("--by", help=say("audit.option_by"))] = "programme,city",
    seed: Annotated[int, typer.Option("--seed", help=say("cli.option_seed"))] = 1,
    home: Home = None,
    lang: Lang = None,
    json: Json = False,
) -> None:
    """Draw a random list for field visits, a workbook for each team."""
    from selaras.audit.draw import BY
    from selaras.audit.draw import draw as run
    from selaras.cli.show import as_text, console, number

    wanted = [name.strip() for name in by.split(",") if name.strip()]
    if not wanted or set(wanted) - set(BY):
        raise typer.BadParameter(say("audit.unknown_by", known=", ".join(BY)))
    workspace = Workspace.at(home)
    with only_run(workspace):
        made = run(workspace, size, sorted(set(wanted), key=BY.index), seed)
    if json:
        print(as_text(asdict(made)))
        return
    table = Table("team", say("audit.column_visits"), title=made.draw_id, title_justify="left")
    for team, count in made.teams.items():
        table.add_row(f"visits-{team}.xlsx", number(count))
    console.print(table)
    told = {"visits": number(sum(made.teams.values())), "strata": made.strata}
    key = "audit.drawn" if made.is_new else "audit.drawn_before"
    console.print(shown(say(key, folder=made.folder, **told)), soft_wrap=True, highlight=False)


def estimate(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help=say("audit.argument_file"))
    ],
    home: Home = None,
    lang: Lang = None,
    json: Json = False,
) -> None:
    """Turn returned workbooks into the errors of lists, verdicts and links."""
    from selaras.audit.estimate import estimate as run
    from selaras.cli.show import as_text, console

    workspace = Workspace.at(home)
    with only_run(workspace):
        found = run(workspace, files)
    if json:
        print(as_text(asdict(found)))
        return
    table = Table(title=say("audit.title"), title_justify="left", header_style="bold")
    for name in ("measure", "programme", "answered", "share", "interval", "administrative"):
        table.add_column(say(f"audit.column_{name}"), overflow="fold")
    for row in found.rows:
        if row["reported_for"] != "stratum" or not row["city_code"]:
            table.add_row(*_cells(row))
    console.print(table)
    console.print(say("audit.estimated", answered=found.answered), highlight=False)


def _cells(row: "Row") -> list[str]:
    """One estimate as people read it."""
    from selaras.cli.show import number

    limits = [_share(row[name]) for name in ("lower_limit", "upper_limit")]
    return [
        say(f"audit.{row['measure']}"),
        str(row["programme_id"] or say("audit.all")),
        f"{number(row['answered_count'])} / {number(row['drawn_count'])}",
        _share(row["error_share"]),
        " - ".join(limits) if row["error_share"] is not None else "",
        _share(row["administrative_share"]),
    ]


def _share(value: object) -> str:
    """A share in per cent; nothing where it is not known."""
    from selaras.cli.show import number

    return f"{number(round(100 * value, 1))} %" if isinstance(value, float) else ""
