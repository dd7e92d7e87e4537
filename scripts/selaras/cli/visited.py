"""Whom to visit and what to ask, in lines."""

from dataclasses import asdict
from pathlib import Path

from selaras.ask.visits import Visits
from selaras.cli.show import as_text, console, number
from selaras.messages import language, say

MOST = 5  # facts that are named of those that nobody is asked at a door


def show(told: Visits, file: Path, as_json: bool) -> None:
    """How many families are to be visited, what their answers settle, and what is not asked."""
    if as_json:
        print(as_text([asdict(each) for each in told.visits]))
        return
    if told.visits:
        said = say(
            "ask.visits",
            families=number(len(told.visits)),
            questions=number(sum(len(each.asked) for each in told.visits)),
            verdicts=number(sum(len(each.settles) for each in told.visits)),
            rupiah=number(sum(each.rupiah for each in told.visits)),
            overlaps=number(sum(each.overlaps for each in told.visits)),
        )
        console.print(said, highlight=False)
    else:
        console.print(say("ask.nobody_to_visit"))
    if told.not_asked:
        facts = ", ".join(
            f"{row[f'title_{language()}']} ({row['asked_of']}, {number(row['verdicts'])})"
            for row in told.not_asked[:MOST]
        )
        console.print(say("ask.not_at_a_door", facts=facts), highlight=False)
    if told.visits:
        console.print(say("ask.visits_written", file=file), soft_wrap=True, highlight=False)
