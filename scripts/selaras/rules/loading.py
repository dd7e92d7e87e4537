"""Reading the whole rule book: every file, every expression, every name."""

from pathlib import Path

from selaras.rules.book import FOLDER, OTHER, SHARED, Book, digest_of
from selaras.rules.checks import check_rule
from selaras.rules.cross_checks import check_asked_of, check_overlaps, check_register
from selaras.rules.grammar import Rule
from selaras.rules.problems import Place, Problems
from selaras.rules.reading import read_model
from selaras.rules.source import read_source


def read_book(project: Path, problems: Problems) -> Book | None:
    """The rule book of a project, or None with the reasons in `problems`."""
    folder = project / FOLDER
    shared = {name: _read_shared(folder, name, kind, problems) for name, kind in SHARED.items()}
    vocabulary, register, overlaps = (shared[name] for name in SHARED)
    if vocabulary is None:
        return None
    checked = []
    for path in sorted(folder.glob("*.yml")):
        if path.name in SHARED or path.name in OTHER:
            continue
        source = read_source(path, f"{FOLDER}/{path.name}", problems)
        rule = read_model(Rule, source, problems) if source else None
        if source and rule:
            found = check_rule(rule, source, digest_of(path), vocabulary[0], problems)
            checked += [found] if found else []
    if register is None or overlaps is None:
        return None
    book = Book(
        rules=tuple(checked),
        vocabulary=vocabulary[0],
        register=register[0],
        overlaps=overlaps[0],
        digests={path.name: digest_of(path) for path in sorted(folder.glob("*.yml"))},
    )
    check_register(book, register[1], problems)
    check_overlaps(book, overlaps[1], problems)
    check_asked_of(book, vocabulary[1], problems)
    return None if problems.errors else book


def _read_shared(folder: Path, name: str, kind: type, problems: Problems) -> object:
    """One of the shared files with its source, or None."""
    path = folder / name
    if not path.is_file():
        problems.add(Place(f"{FOLDER}/{name}"), "file_missing")
        return None
    source = read_source(path, f"{FOLDER}/{name}", problems)
    found = read_model(kind, source, problems) if source else None
    if found is None or source is None:
        return None
    return found, source
