"""Reading linkage.yml and linkage/model.yml: all that is wrong is noted, nothing raised."""

from collections.abc import Iterator
from pathlib import Path

from selaras.linkage.grammar.condition import flaw_in
from selaras.linkage.grammar.linkage_book import Comparison, LinkageBook, LinkageModel
from selaras.linkage.grammar.weights import Linkage
from selaras.rules.read.fit import read_model
from selaras.rules.read.problems import Place, Problems, nearest
from selaras.rules.read.source import Source, read_source

BOOK = "linkage.yml"
MODEL = "linkage/model.yml"
TAKEN = {"missing", "prior", "match"}  # what the compiled models call things of their own


def read_linkage(
    folder: Path, digests: dict[str, str], problems: Problems, needs_model: bool = True
) -> Linkage | None:
    """The linkage of a rule book; None where the file is not there or cannot be used."""
    if BOOK not in digests:
        return None
    source = read_source(folder / BOOK, f"{folder.name}/{BOOK}", problems)
    before = len(problems.errors)
    book = read_model(LinkageBook, source, problems).model if source else None
    if source is None or book is None:
        return None
    _check(book, source, problems)
    if len(problems.errors) > before or not needs_model:
        return Linkage(book, None, (digests[BOOK],))
    model = _model(folder, book, problems)
    return Linkage(book, model, (digests[BOOK], digests.get(MODEL, "")))


def _check(book: LinkageBook, source: Source, problems: Problems) -> None:
    """Note conditions that are none and names that nothing has."""
    fields = set(book.fields)
    for name, keys in book.blocking.items():
        for at, key in enumerate(keys):
            _note(key, fields, False, source, problems, "blocking", name, at)
    for name, comparison in book.comparisons.items():
        path = ("comparisons", name)
        taken = [*(each for each in comparison.levels if each in TAKEN), *({name} & TAKEN)]
        for each in taken:
            problems.add(source.place(*path), "linkage_taken", name=each)
        _check_names(comparison.of, fields, source, problems, *path, "of")
        _check_levels(comparison, fields, source, problems, *path, "levels")
    if not book.thresholds.review.value <= book.thresholds.match.value < 1:
        problems.add(source.place("thresholds", "match", "value"), "linkage_thresholds")
    for at, names in enumerate(book.training.learn_where_same):
        _check_names(names, fields, source, problems, "training", "learn_where_same", at)


def _check_levels(
    comparison: Comparison, fields: set[str], source: Source, problems: Problems, *path: object
) -> None:
    """Every level but the last has a condition, and none is rare by itself without one."""
    for name, level in comparison.levels.items():
        is_last = name == comparison.last
        if is_last != (level.when is None):
            key = "linkage_last_has_when" if is_last else "linkage_no_when"
            problems.add(source.place(*path, name), key, name=name)
        if level.when:
            _note(level.when, fields, True, source, problems, *path, name, "when")
        if level.rarity_of:
            _check_names([level.rarity_of], fields, source, problems, *path, name)


def _check_names(
    names: list[str], fields: set[str], source: Source, problems: Problems, *path: object
) -> None:
    """Note names that are no fields."""
    for name in names:
        if name not in fields:
            place = source.words(name, *path)
            problems.add(place, "linkage_no_field", name=name, hint=nearest(name, fields))


def _note(
    text: str, fields: set[str], has_sides: bool, source: Source, problems: Problems, *path: object
) -> None:
    """Note what is wrong with a condition, where its words stand."""
    flaw = flaw_in(text, fields, has_sides)
    if flaw:
        place, hint = source.words(flaw.words, *path), nearest(flaw.words, fields)
        problems.add(place, flaw.key, name=flaw.words, hint=hint)


def _model(folder: Path, book: LinkageBook, problems: Problems) -> LinkageModel | None:
    """The trained model, if it has learnt just the levels of the book."""
    name = f"{folder.name}/{MODEL}"
    if not (folder / MODEL).exists():
        problems.add(Place(name), "linkage_untrained", name=MODEL)
        return None
    source = read_source(folder / MODEL, name, problems)
    model = read_model(LinkageModel, source, problems).model if source else None
    if source and model:
        wanted, learnt = set(_levels(book.comparisons)), set(_levels(model.comparisons))
        for comparison, level in sorted(wanted ^ learnt):
            place = source.place("comparisons", comparison, level)
            problems.add(place, "linkage_other_levels", name=f"{comparison}.{level}")
    return model


def _levels(comparisons: dict) -> Iterator[tuple[str, str]]:
    """Every comparison and level."""
    for name, each in comparisons.items():
        levels = each.levels if isinstance(each, Comparison) else each
        yield from ((name, level) for level in levels)
