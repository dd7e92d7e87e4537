"""Whom to visit and what to ask, in lines."""

from dataclasses import asdict
from pathlib import Path

from selaras.ask.visits import Visits
from selaras.cli.show import as_text, console, number
from selaras.messages import say


def show(told: Visits, file: Path, as_json: bool) -> None:
    """How many families are to be visited, and what their answers settle."""
    if as_json:
        print(as_text([asdict(each) for each in told.visits]))
        return
    if not told.visits:
        console.print(say("ask.nobody_to_visit"))
        return
    said = say(
        "ask.visits",
        families=number(len(told.visits)),
        questions=number(sum(len(each.asked) for each in told.visits)),
        verdicts=number(sum(len(each.settles) for each in told.visits)),
        rupiah=number(sum(each.rupiah for each in told.visits)),
        overlaps=number(sum(each.overlaps for each in told.visits)),
    )
    console.print(said, highlight=False)
    console.print(say("ask.visits_written", file=file), soft_wrap=True, highlight=False)
