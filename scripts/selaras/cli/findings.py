"""What is to be said of the rule book, for people line by line, or for machines."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from selaras.cli.show import as_text
from selaras.messages import say

if TYPE_CHECKING:
    from selaras.rules.read.problems import Problem


def show(problems: "Sequence[Problem]", as_json: bool) -> None:
    """Every finding in the order of the files, each with its example; then how many there are."""
    errors = sum(problem.is_error for problem in problems)
    if as_json:
        counts = {"errors": errors, "warnings": len(problems) - errors}
        typer.echo(as_text({**counts, "findings": [each.fields() for each in problems]}))
        return
    for problem in problems:
        typer.echo(_line(problem))
        if problem.example:
            typer.echo(f"{say('cli.finding_example')}\n{problem.example}\n")
    if problems:
        typer.echo(say("cli.findings", errors=errors, warnings=len(problems) - errors))
    if not errors:
        typer.echo(say("cli.rules_read"))


def _line(problem: "Problem") -> str:
    """One finding: where, how grave, and what."""
    severity = say("cli.severity_error" if problem.is_error else "cli.severity_warning")
    return f"{problem.place}: {severity}: {problem.message}"
