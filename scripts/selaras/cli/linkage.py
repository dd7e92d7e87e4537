"""The verbs of linkage: learning what likenesses are worth, and showing how well it works."""

import typer

from selaras.cli.options import Home, Lang
from selaras.lock import only_run
from selaras.messages import say
from selaras.progress import step
from selaras.workspace import PROJECT, Workspace


def train(home: Home = None, lang: Lang = None) -> None:
    """Learn the weights from a built warehouse and write rules/linkage/model.yml."""
    from selaras.linkage.run import train as run

    workspace = Workspace.at(home)
    with only_run(workspace), step(say("linkage.training")) as progress:
        model = run(PROJECT, workspace, lambda _: progress.advance())
    typer.echo(say("linkage.trained", records=f"{model.records:,}", people=f"{model.people:,}"))
