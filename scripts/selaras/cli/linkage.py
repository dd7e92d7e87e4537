"""The verbs of linkage: learning what likenesses are worth, and showing how well it works."""

from pathlib import Path
from typing import Annotated

import typer

from selaras.cli.options import Home, Json, Lang
from selaras.lock import only_run
from selaras.messages import say
from selaras.progress import step
from selaras.workspace import PROJECT, Workspace


def train(home: Home = None, lang: Lang = None) -> None:
    """Learn the weights from a built warehouse and write rules/linkage/model.yml."""
    from selaras.linkage.train.from_warehouse import train as run

    workspace = Workspace.at(home)
    with only_run(workspace), step("linkage.training") as progress:
        model = run(PROJECT, workspace, lambda _: progress.advance())
    typer.echo(say("linkage.trained", records=f"{model.records:,}", people=f"{model.people:,}"))


def report(
    home: Home = None,
    truth: Annotated[Path | None, typer.Option("--truth", help=say("cli.option_truth"))] = None,
    out: Annotated[Path | None, typer.Option("--out", help=say("cli.option_report_out"))] = None,
    lang: Lang = None,
    json: Json = False,
) -> None:
    """Draw what likenesses are worth and what came of them; compare with the truth of a sample."""
    from selaras.cli import accuracy
    from selaras.linkage.report import report as run

    workspace = Workspace.at(home)
    drawn = run(PROJECT, workspace, truth)
    place = out or workspace.home / "linkage.html"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(drawn.html, encoding="utf-8")
    accuracy.show(drawn, place, as_json=json)
