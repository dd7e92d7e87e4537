"""A new programme: three files that compile at once and say where a person has to fill in."""

import re
from datetime import date
from pathlib import Path
from string import Template

from selaras.errors import ExitCode, Refusal
from selaras.rules.check.book import FOLDER, OTHER, SHARED, Book
from selaras.rules.check.reserved import reserved_words
from selaras.rules.check.whole_book import read_book
from selaras.rules.grammar.overlaps import STANDINGS
from selaras.rules.read.problems import Place, Problems, nearest

TEMPLATES = Path(__file__).parent / "templates"
SNAKE_CASE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
LONGEST = 40
MARK = "FILL IN"
UNITS: dict[str, dict[str, str]] = {
    "person": {
        "someone": "someone",
        "decile": "household.national_decile",
        "alive": "is_alive",
        "alive_id": "Masih hidup menurut data kependudukan.",
        "alive_en": "Is alive in the population register.",
    },
    "household": {
        "someone": "a family",
        "decile": "national_decile",
        "alive": "has_living_member",
        "alive_id": "Masih ada anggota keluarga yang hidup.",
        "alive_en": "Some member of the family is alive.",
    },
}


def draft_programme(
    project: Path, programme: str, owner: str | None, unit: str, today: date
) -> dict[Path, str]:
    """The files of a new programme (paths relative to the project), none of them written yet.

    It begins on the first day of the next year, so that a draft judges nobody. Without an owner
    it is given to the first agency of the register, marked to be looked at. Raises Refusal for a
    rule book with errors and for a name or owner that cannot be used.
    """
    problems = Problems()
    book = read_book(project, problems)
    problems.refuse()
    assert book is not None
    _check_name(programme, book)
    left = "" if owner else f" # {MARK} the agency; without --owner it is the first of the register"
    owner = owner or next(iter(book.register.agencies), "")
    if owner not in book.register.agencies:
        hint = nearest(owner, book.register.agencies)
        known = ", ".join(book.register.agencies)
        raise Refusal(ExitCode.USAGE, "new.unknown_owner", owner=owner, hint=hint, known=known)
    agency = owner.partition("_")[0]
    folder = Path("models/staging") / agency
    properties = f"_{agency}__{programme}__sources.yml"
    words = {
        "programme": programme,
        "owner": owner,
        "left": left,
        "level": book.register.agencies[owner].level,
        "unit": unit,
        "agency": agency,
        "properties": properties,
        "start": f"{today.year + 1}-01-01",
        "eve": f"{today.year}-12-31",
        **UNITS[unit],
    }
    files = {
        Path(FOLDER) / f"{programme}.yml": "rule.yml",
        folder / f"stg_{agency}__{programme}.sql": "staging.sql",
        folder / properties: "properties.yml",
    }
    return {path: _fill(template, words) for path, template in files.items()}


def write_draft(project: Path, files: dict[Path, str]) -> None:
    """Write the files of a draft; Refusal where one of them exists, and then none is written."""
    for path in files:
        if (project / path).exists():
            raise Refusal(ExitCode.USAGE, "new.file_exists", path=path.as_posix())
    try:
        for path, text in files.items():
            (project / path).parent.mkdir(parents=True, exist_ok=True)
            with (project / path).open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
    except OSError as error:
        raise Refusal(
            ExitCode.INPUT_REFUSED, "new.read_only", path=project, reason=error.strerror
        ) from error


def check_filled_in(book: Book, problems: Problems) -> None:
    """Warn of every place of a draft that nobody has filled in yet."""
    for checked in book.rules:
        for at, line in enumerate(checked.source.text.splitlines(), start=1):
            if MARK in line and not line.startswith("#"):
                place = Place(checked.source.file, at, line.index(MARK) + 1)
                problems.warn(place, "left_to_fill_in", words=MARK)


def _check_name(programme: str, book: Book) -> None:
    """A name in snake_case that means nothing else yet."""
    if not SNAKE_CASE.fullmatch(programme) or len(programme) > LONGEST:
        raise Refusal(ExitCode.USAGE, "new.odd_name", name=ascii(programme)[:60], longest=LONGEST)
    files = {name.removesuffix(".yml") for name in (*SHARED, *OTHER)}
    if programme in {*files, *STANDINGS, "readme", "schema"} | reserved_words():
        raise Refusal(ExitCode.USAGE, "new.reserved", name=programme)
    if programme in {each.programme for each in book.rules}:
        raise Refusal(ExitCode.USAGE, "new.exists", name=programme)
    if programme in book.register.programmes:
        raise Refusal(ExitCode.USAGE, "new.registered", name=programme)


def _fill(template: str, words: dict[str, str]) -> str:
    """The text of a template with its words filled in."""
    return Template((TEMPLATES / template).read_text(encoding="utf-8")).substitute(words)
