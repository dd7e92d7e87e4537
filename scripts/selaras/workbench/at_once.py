"""What is answered while somebody types: errors, sentences, examples, differences, the page."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import duckdb

from selaras.cli.differences import sentence
from selaras.lists.contract_checks import check_all_are_listed
from selaras.messages import language
from selaras.rules.all_checks import whole_rules
from selaras.rules.check.book import Book, CheckedRule
from selaras.rules.check.sentences import sentences_of
from selaras.rules.check.vocabulary import known_words
from selaras.rules.check.whole_book import Loaded, load
from selaras.rules.check.within_file import check_citations
from selaras.rules.differences.changes import changes_between
from selaras.rules.grammar.rule import Words
from selaras.rules.read.problems import Place, Problem, Problems
from selaras.rules.read.source import KEY, Source
from selaras.rules.sql.sentences import of_overlap, over_time
from selaras.rules.trial import Failure, Shown, try_book
from selaras.rules.write.pages import ENGLISH, INDONESIAN, page_files
from selaras.workbench.draft import file_of
from selaras.workbench.page import as_html

OVERLAPS = "overlaps"


@dataclass(frozen=True)
class Said:
    """A sentence of the rule in both languages, with its figures; where it stands, by its name."""

    name: str
    line: int
    words: Words


@dataclass(frozen=True)
class Example:
    """An example, what it says it comes to, and how it failed where it did."""

    name: str
    line: int
    day: date
    failure: Failure | None


@dataclass(frozen=True)
class AtOnce:
    """All that is told of a text; the last four are empty while the text has errors."""

    problems: list[Problem]
    sentences: list[Said]
    examples: list[Example]
    shown: list[Shown]
    changes: list[str]
    page: str

    @property
    def failed(self) -> int:
        """How many examples do not come to what they say."""
        return sum(each.failure is not None for each in self.examples)


def at_once(copy: Path, name: str, before: Book) -> AtOnce:
    """What is to be told of one file of a project's copy; `before` is what it is compared with."""
    problems = Problems()
    loaded = load(copy, problems)
    book = loaded.book
    if not problems.errors:
        programmes = (checked.programme for checked in book.rules)
        check_all_are_listed(book.contracts, programmes, problems)
    words = known_words(book.vocabulary)
    whole = [each for each in whole_rules(loaded, words) if each.programme == name]
    for checked in whole:
        check_citations(checked.rule, checked.source, problems)
    is_sound = not problems.errors
    examples, shown = [], []
    if whole or (name == OVERLAPS and is_sound):
        examples, shown = _tried(copy, replace(book, vocabulary=words), name, loaded, problems)
    changes = changes_between(before, book) if is_sound else []
    return AtOnce(
        problems.all,
        [each for checked in whole for each in _of_rule(checked)]
        or (list(_of_overlaps(loaded)) if name == OVERLAPS and is_sound else []),
        examples,
        shown,
        [sentence(each) for each in changes if each.file == file_of(name)],
        _page(book, name) if is_sound else "",
    )


def _tried(
    copy: Path, book: Book, name: str, loaded: Loaded, problems: Problems
) -> tuple[list[Example], list[Shown]]:
    """Every example of a file, tried on the SQL that is compiled from it; the failed ones first."""
    written = list(_written(name, loaded))
    try:
        tried = try_book(copy, book, name)
    except duckdb.Error as error:
        reason = str(error).splitlines()[0]
        problems.add(written[0][0], "examples_not_run", name=KEY, reason=reason)
        return [], []
    failed = {(each.place, each.example): each for each in tried.failures}
    examples = [
        Example(each, place.line, day, failed.get((place, each))) for place, each, day in written
    ]
    return sorted(examples, key=lambda each: each.failure is None), tried.shown


def _written(name: str, loaded: Loaded) -> Iterator[tuple[Place, str, date]]:
    """The examples of a file as they stand there: place, name and day."""
    for draft in loaded.drafts:
        if draft.checked.programme == name:
            for at, each in enumerate(draft.checked.rule.examples):
                yield draft.checked.source.place("examples", at, "name"), each.name, each.date
    if name == OVERLAPS and loaded.overlaps:
        for rule, overlap in loaded.book.overlaps.overlaps.items():
            for at, each in enumerate(overlap.examples):
                place = loaded.overlaps.place("overlaps", rule, "examples", at, "name")
                yield place, each.name, each.date


def _of_rule(checked: CheckedRule) -> Iterator[Said]:
    """Every sentence of a rule."""
    for path, says in sentences_of(checked.rule):
        yield _said(checked.source, path, over_time(says, checked.rule))


def _of_overlaps(loaded: Loaded) -> Iterator[Said]:
    """Every sentence of overlaps.yml."""
    assert loaded.overlaps
    for name, each in loaded.book.overlaps.overlaps.items():
        yield _said(loaded.overlaps, ("overlaps", name, "says"), of_overlap(each))
    for name, always in loaded.book.overlaps.always.items():
        yield _said(loaded.overlaps, ("always", name, "says"), always.says)


def _said(source: Source, path: tuple[str, ...], words: Words) -> Said:
    """A sentence under the name of what it is about."""
    return Said(path[-2], source.place(*path).line, words)


def _page(book: Book, name: str) -> str:
    """The page of the file in the language in use, where it has one."""
    folder = INDONESIAN if language() == "id" else ENGLISH
    pages = page_files(book)
    text = pages.get(folder / f"{name}.md") or pages.get(ENGLISH / f"{name}.md")
    return as_html(text) if text else ""
