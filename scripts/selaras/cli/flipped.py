"""Which verdicts a change of the rules flips on the sample, as Markdown that a person reads."""

from dataclasses import asdict
from itertools import groupby

import typer

from selaras.cli.differences import sentence
from selaras.cli.show import as_text, number
from selaras.flips import GAINS, LOSES, TURNS, Flip
from selaras.messages import say
from selaras.rules.differences.changes import Change

SHOWN = 30


def show(changes: list[Change], found: list[Flip], ref: str, as_json: bool) -> None:
    """What changed in words, then who gains and who loses, programme by programme."""
    if as_json:
        told = [asdict(each) | {"sentence": sentence(each)} for each in changes]
        flipped = [asdict(each) | {"effect": each.effect} for each in found]
        typer.echo(as_text({"ref": ref, "changes": told, "flips": flipped}))
        return
    typer.echo(f"### {say('flips.title_changes', ref=ref)}\n")
    typer.echo(
        "\n".join(f"- {each.file}: {sentence(each)}" for each in changes) or say("flips.same")
    )
    typer.echo(f"\n### {say('flips.title')}\n")
    if not found:
        typer.echo(say("flips.none"))
        return
    heads = ("programme", GAINS, LOSES, TURNS, "before", "now")
    typer.echo(_line([say(f"flips.column_{head}") for head in heads]))
    typer.echo(_line(["---", *["---:"] * 5]))
    for programme, each in groupby(found, key=lambda flip: flip.programme_id):
        of_it = list(each)
        counts = [sum(flip.effect == effect for flip in of_it) for effect in heads[1:4]]
        sums = [sum(getattr(flip, f"amount_{when}") for flip in of_it) for when in heads[4:]]
        typer.echo(_line([programme, *map(number, counts), *map(number, sums)]))
    typer.echo("")
    for flip in found[:SHOWN]:
        typer.echo(f"- {_told(flip)}")
    if len(found) > SHOWN:
        typer.echo(f"- {say('flips.more', count=len(found) - SHOWN)}")


def _line(cells: list[str]) -> str:
    """A line of a Markdown table."""
    return f"| {' | '.join(cells)} |"


def _told(flip: Flip) -> str:
    """One person or family in a sentence; the sample is invented, and this its pseudonym."""
    verdicts = (flip.verdict_before or "-", flip.verdict_now or "-")
    because = f" ({flip.because})" if flip.because else ""
    return say(
        "flips.told",
        effect=say(f"flips.{flip.effect}"),
        programme=flip.programme_id,
        subject=flip.subject_id[:9],
        verdicts=" → ".join(verdicts),
        amounts=" → ".join(map(number, (flip.amount_before, flip.amount_now))),
        because=because,
    )
