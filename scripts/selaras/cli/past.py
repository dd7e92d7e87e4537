"""Past runs as a table for people, or as JSON for machines."""

import re

from selaras.cli.show import as_text, console, number, titled_table
from selaras.messages import catalogue, language, say
from selaras.runs import DONE, ENDLESS, Cost, Run, as_fields
from selaras.workspace import Workspace

SHOWN = 20
_FILLED = re.compile(r"\{\w+\}")
TAKEN = ("rows", "seconds", "cpu_seconds", "peak_mib")


def show(runs: list[Run], workspace: Workspace, as_json: bool) -> None:
    """All runs for machines, oldest first; the last ones for people, with their steps."""
    if as_json:
        print(as_text([as_fields(run) for run in runs]))
        return
    if not runs:
        console.print(say("run.none_yet", home=workspace.home), soft_wrap=True, highlight=False)
        return
    listed = titled_table("cli.title_runs", "started", "run", "outcome", *TAKEN)
    for run in runs[-SHOWN:]:
        outcome = _outcome(run)
        listed.add_row(run.started_at, f"[bold]{run.command}[/]", outcome, *_taken(run))
        for step in run.steps:
            listed.add_row("", f"  {_title(step.step)}", "", *_taken(step))
    console.print(listed)


def _title(key: str) -> str:
    """The title of a step without what was filled in."""
    texts = catalogue().get(key, {})
    return _FILLED.sub("", texts.get(language(), key)).strip()


def _outcome(run: Run) -> str:
    """What became of a run."""
    if run.outcome in (DONE, ENDLESS):
        text = say(f"run.{run.outcome}")
        return f"{text} ({run.exit_code})" if run.exit_code else text
    return f"[red]{run.outcome} ({run.exit_code or '-'})[/]"


def _taken(cost: Cost) -> list[str]:
    """What a run or step took, cell by cell."""
    return [
        number(cost.rows),
        number(round(cost.seconds, 1)),
        number(round(cost.cpu_seconds, 1)),
        number(cost.peak_mib),
    ]
