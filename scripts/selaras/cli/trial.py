"""The verbs that put the rule book to the test: its examples, and what they do not notice."""

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from selaras.cli.options import Json, Lang
from selaras.cli.show import as_text, console, number
from selaras.errors import ExitCode
from selaras.messages import say
from selaras.workspace import PROJECT

if TYPE_CHECKING:
    from selaras.rules.book import Book
    from selaras.rules.trial import Mutant, Shown, Tried

FILE = Annotated[str | None, typer.Argument(metavar="PROGRAMME", help=say("cli.argument_file"))]
OUTCOME = {True: "true", False: "false", None: "unknown"}
OVERLAPS = "overlaps"


def test(programme: FILE = None, lang: Lang = None, json: Json = False) -> None:
    """Run all examples in one pass and tell what they have shown."""
    from selaras.rules.trial import try_book

    tried = try_book(PROJECT, _book(programme), programme)
    if json:
        typer.echo(as_text(_tried_fields(tried)))
    else:
        console.print(_parts(tried) if programme else _files(tried))
        for each in tried.shown:
            for outcome in each.missing:
                words = {"name": each.name, "outcome": say(f"rules.outcome_{OUTCOME[outcome]}")}
                typer.echo(f"{each.place}: {say('rules.not_shown', **words)}")
        for failure in tried.failures:
            typer.echo(str(failure))
        count = sum(tried.examples.values())
        typer.echo(say("rules.tried", count=number(count), failed=number(len(tried.failures))))
    _refuse_if(tried.failures)


def mutants(programme: FILE = None, lang: Lang = None, json: Json = False) -> None:
    """Change every figure and operator by the least step and tell which changes go unnoticed."""
    from selaras.rules.trial import hunt

    found = hunt(PROJECT, _book(programme), programme)
    if json:
        told = {"survivors": found.survivors, "equivalent": found.equivalent}
        fields = {name: list(map(_mutant_fields, each)) for name, each in told.items()}
        typer.echo(as_text({"mutants": found.count} | fields))
    else:
        for each in found.survivors:
            typer.echo(str(each))
        for each in found.equivalent:
            words = {"was": each.was, "became": each.became}
            typer.echo(f"{each.place}: {say('rules.mutant_equivalent', **words)}")
        counts = {"count": found.count, "survived": len(found.survivors)}
        counts |= {"equivalent": len(found.equivalent)}
        typer.echo(say("rules.hunted", **{key: number(each) for key, each in counts.items()}))
    _refuse_if(found.survivors)


def _book(programme: str | None) -> "Book":
    """The rule book, sound, with the programme in it that was asked for."""
    from selaras.rules.loading import read_book
    from selaras.rules.problems import Problems, nearest

    problems = Problems()
    book = read_book(PROJECT, problems)
    problems.refuse()
    assert book is not None
    known = [*(each.programme for each in book.rules), OVERLAPS]
    if programme and programme not in known:
        hint = nearest(programme, known)
        raise typer.BadParameter(say("cli.unknown_rule_file", name=programme, hint=hint))
    return book


def _refuse_if(found: list) -> None:
    """Tell the shell that the rule book does not hold."""
    if found:
        raise typer.Exit(int(ExitCode.RULES_REFUSED))


def _files(tried: "Tried") -> Table:
    """One row per file: how many examples, parts, and parts that are not fully shown."""
    parts = Counter(each.programme for each in tried.shown)
    lacking = Counter(each.programme for each in tried.shown if each.missing)
    table = _table("file", "examples", "parts", "not_fully_shown")
    for name, count in tried.examples.items():
        mark = f"[red]{lacking[name]}[/]" if lacking[name] else "0"
        table.add_row(f"rules/{name}.yml", number(count), number(parts[name]), mark)
    return table


def _parts(tried: "Tried") -> Table:
    """One row per part: how many examples show it true, false and unknown."""
    table = _table("kind", "part", *OUTCOME.values())
    for each in tried.shown:
        cells = [_cell(each, outcome) for outcome in OUTCOME]
        table.add_row(say(f"rules.kind_{each.kind}"), each.name, *cells)
    return table


def _cell(shown: "Shown", outcome: bool | None) -> str:
    """How often an outcome was shown; a dash where it can never be."""
    if outcome in shown.impossible:
        return "-"
    count = shown.counts[outcome]
    return number(count) if count else "[red]0[/]"


def _table(*columns: str) -> Table:
    """A table of figures behind one or two columns of names."""
    table = Table(title=say("cli.title_examples"), title_justify="left", header_style="bold")
    for column in columns:
        names = ("file", "kind", "part")
        justify = "left" if column in names else "right"
        table.add_column(say(f"cli.column_{column}"), justify=justify, overflow="fold")
    return table


def _tried_fields(tried: "Tried") -> dict:
    """What was tried as plain values."""
    failures = [
        {"place": str(each.place), "example": each.example}
        | {"expected": each.expected, "found": each.found}
        for each in tried.failures
    ]
    shown = [
        {"place": str(each.place), "programme": each.programme, "kind": each.kind}
        | {"name": each.name}
        | {OUTCOME[outcome]: each.counts[outcome] for outcome in OUTCOME}
        | {"missing": [OUTCOME[outcome] for outcome in each.missing]}
        | {"impossible": sorted(OUTCOME[outcome] for outcome in each.impossible)}
        for each in tried.shown
    ]
    return {"examples": tried.examples, "failures": failures, "coverage": shown}


def _mutant_fields(mutant: "Mutant") -> dict:
    """A mutant as plain values."""
    return {"place": str(mutant.place), "was": mutant.was, "became": mutant.became}
