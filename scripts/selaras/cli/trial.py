"""The verbs that put the rule book to the test: its examples, and what they do not notice."""

from typing import TYPE_CHECKING, Annotated

import typer

from selaras.cli.options import Json, Lang
from selaras.errors import ExitCode
from selaras.messages import say
from selaras.workspace import PROJECT

if TYPE_CHECKING:
    from selaras.rules.check.book import Book

FILE = Annotated[str | None, typer.Argument(metavar="PROGRAMME", help=say("cli.argument_file"))]
OVERLAPS = "overlaps"


def test(programme: FILE = None, lang: Lang = None, json: Json = False) -> None:
    """Run all examples in one pass and tell what they have shown."""
    from selaras.cli import tried
    from selaras.rules.trial import try_book

    found = try_book(PROJECT, _book(programme), programme)
    tried.examples(found, in_detail=programme is not None, as_json=json)
    _refuse_if(found.failures)


def mutants(programme: FILE = None, lang: Lang = None, json: Json = False) -> None:
    """Change every figure and operator by the least step and tell which changes go unnoticed."""
    from selaras.cli import tried
    from selaras.rules.trial import hunt

    found = hunt(PROJECT, _book(programme), programme)
    tried.changes(found, as_json=json)
    _refuse_if(found.survivors)


def _book(programme: str | None) -> "Book":
    """The rule book, sound, with the programme in it that was asked for."""
    from selaras.rules.check.whole_book import read_book
    from selaras.rules.read.problems import Problems, nearest

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
