"""The verbs that ask what would happen if."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from selaras.cli.options import Home, Json, Lang
from selaras.messages import say
from selaras.workspace import Workspace

DAY = "%Y-%m-%d"


def allocate(
    name: Annotated[str, typer.Argument(help=say("allocate.argument"))],
    without: Annotated[
        list[str] | None, typer.Option("--without", help=say("allocate.option_without"))
    ] = None,
    home: Home = None,
    lang: Lang = None,
    json: Json = False,
) -> None:
    """Tell who gets a place, who waits, and who comes next."""
    from selaras.allocate import allocate as run
    from selaras.cli import allocated
    from selaras.lock import only_run
    from selaras.runs import recorded

    workspace = Workspace.at(home)
    with only_run(workspace), recorded(workspace, "allocate"):
        found = run(workspace, name, tuple(without or ()))
    allocated.show(found, as_json=json)


def ask(
    agency: Annotated[str | None, typer.Option("--agency", help=say("ask.option_agency"))] = None,
    visits: Annotated[
        Path | None, typer.Option("--visits", metavar="FILE", help=say("ask.option_visits"))
    ] = None,
    families: Annotated[
        int, typer.Option("--families", min=1, max=5000, help=say("ask.option_families"))
    ] = 200,
    home: Home = None,
    lang: Lang = None,
    json: Json = False,
) -> None:
    """Tell which missing facts would settle most open verdicts, or whom to visit for them."""
    from selaras.ask.book import write_visits
    from selaras.ask.everyone import questions
    from selaras.ask.visits import visits as chosen
    from selaras.cli import asking, visited
    from selaras.lock import only_run
    from selaras.runs import recorded

    workspace = Workspace.at(home)
    with only_run(workspace), recorded(workspace, "ask"):
        if visits:
            told = chosen(workspace, families, agency)
            write_visits(workspace, visits, told)
        else:
            found = questions(workspace, agency)
    if visits:
        visited.show(told, visits, as_json=json)
    else:
        asking.show(found, as_json=json)


def what_if(
    reforms: Annotated[list[str], typer.Argument(help=say("what_if.argument"))],
    as_of: Annotated[
        list[datetime] | None,
        typer.Option("--as-of", formats=[DAY], help=say("what_if.option_as_of")),
    ] = None,
    until: Annotated[
        datetime | None,
        typer.Option("--until", formats=[DAY], help=say("what_if.option_until")),
    ] = None,
    report: Annotated[
        Path | None, typer.Option("--report", help=say("what_if.option_report"))
    ] = None,
    home: Home = None,
    lang: Lang = None,
    json: Json = False,
) -> None:
    """Judge the built warehouse by reforms and tell what each would do."""
    from selaras.cli import reform_told, time_told
    from selaras.cli.show import as_text, console
    from selaras.lock import only_run
    from selaras.runs import recorded
    from selaras.what_if import what_if as run
    from selaras.what_if.over_time import over_time
    from selaras.what_if.page import write_page

    workspace = Workspace.at(home)
    with only_run(workspace), recorded(workspace, "what-if"):
        result = run(workspace, reforms)
        page = write_page(workspace, result, report) if report else None
        days = [each.date() for each in as_of or ()]
        told = (
            over_time(workspace, reforms, days, until and until.date()) if days or until else None
        )
    if json:
        print(as_text(reform_told.fields(result) | time_told.fields(told)))
        return
    for scenario in result.scenarios:
        for line in reform_told.told(scenario, result):
            console.print(line, highlight=False)
    for row in result.interactions:
        console.print(reform_told.interaction(row), highlight=False)
    for line in time_told.lines(told):
        console.print(line, highlight=False)
    if page:
        console.print(say("what_if.written", place=page), soft_wrap=True, highlight=False)
    console.print(say("what_if.kept", database=result.database), soft_wrap=True, highlight=False)
