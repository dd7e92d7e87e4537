"""Reading reforms: by the grammar, with the places of all that is wrong in them."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from selaras.errors import ExitCode, Refusal
from selaras.rules.check.book import FOLDER as RULES
from selaras.rules.grammar.reform import Reform
from selaras.rules.read.fit import read_model
from selaras.rules.read.likeness import with_examples_in_full
from selaras.rules.read.problems import Place, Problems, nearest
from selaras.rules.read.source import KEY, Source, read_source

FOLDER = "reforms"
OVERLAPS = "overlaps"
PARTS = {"parameters": "parameters", "suspends": "criteria"}


@dataclass(frozen=True)
class Read:
    """A reform as read: its data with examples in full, and where each of it stands."""

    source: Source
    reform: Reform

    @property
    def name(self) -> str:
        return self.reform.reform

    @property
    def day(self) -> date:
        return self.reform.takes_effect

    @property
    def data(self) -> dict:
        """What it says, in plain values."""
        assert isinstance(self.source.data, dict)
        return self.source.data


def names(project: Path) -> list[str]:
    """The reforms that are written down."""
    return sorted(path.stem for path in (project / FOLDER).glob("*.yml"))


def read_reform(project: Path, name: str, problems: Problems) -> Read | None:
    """A reform by its name, or None with the reasons in `problems`."""
    file = f"{FOLDER}/{name}.yml"
    source = read_source(project / file, file, problems)
    if source is None:
        return None
    books = base_sources(project, source)
    source = _in_full(source, books, problems)
    reform = read_model(Reform, source, problems).model
    if reform is None or problems.errors:
        return None
    read = Read(source, reform)
    _check(read, books, problems)
    return None if problems.errors else read


def sound_reform(project: Path, name: str) -> Read:
    """A reform by its name; Refusal with all that is wrong in it."""
    if name not in names(project):
        known = ", ".join(names(project)) or "-"
        raise Refusal(ExitCode.USAGE, "what_if.unknown", name=name, known=known)
    problems = Problems()
    read = read_reform(project, name, problems)
    problems.refuse()
    assert read is not None
    return read


def base_sources(project: Path, reform: Source) -> dict[str, Source]:
    """The files of the rule book that a reform changes, by programme, with examples in full.

    Where one of them is broken, or not there, it is left out.
    """
    found = {}
    for name in (*reform.names("programmes"), OVERLAPS):
        path = project / RULES / f"{name}.yml"
        source = read_source(path, f"{RULES}/{name}.yml", Problems()) if path.is_file() else None
        if source:
            found[name] = with_examples_in_full(source, Problems())
    return found


def _in_full(source: Source, books: dict[str, Source], problems: Problems) -> Source:
    """A reform whose examples say all, also what they take from one of the rule that they change.

    They are laid behind those of the rule, where `like` finds both.
    """
    data = dict(source.data) if isinstance(source.data, dict) else {}
    flaws = set(source.flaws)
    for path in _example_lists(data):
        own, others = _at(data, path), _others(path, books)
        shift = {
            (str(int(steps[0]) + len(others)), *steps[1:]): place
            for steps, place in _below(source, path)
        }
        at = {("examples", *steps): place for steps, place in shift.items()}
        both = Source(source.file, source.text, {"examples": [*others, *own]}, at)
        full = with_examples_in_full(both, problems)
        flaws |= full.flaws
        assert isinstance(full.data, dict)
        data = _put(data, path, full.data["examples"][len(others) :])
    return replace(source, data=data, flaws=frozenset(flaws))


def _example_lists(data: dict) -> list[tuple[str, ...]]:
    """The paths of all lists of examples of a reform."""
    paths = [("programmes", name, "examples") for name in _names(data, "programmes")]
    paths += [("begins", name, "examples") for name in _names(data, "begins")]
    rules = data.get(OVERLAPS)
    if isinstance(rules, dict):
        for part in ("rules", "suspends"):
            paths += [(OVERLAPS, part, name, "examples") for name in _names(rules, part)]
    return [path for path in paths if isinstance(_at(data, path), list)]


def _names(data: dict, section: str) -> list[str]:
    found = data.get(section)
    return list(found) if isinstance(found, dict) else []


def _others(path: tuple[str, ...], books: dict[str, Source]) -> list:
    """The examples of the rule book beside which those at a path stand."""
    if path[0] == "begins":
        return []
    book = books.get(OVERLAPS if path[0] == OVERLAPS else path[1])
    at = ("overlaps", *path[2:]) if path[0] == OVERLAPS else ("examples",)
    found = _at(book.data, at) if book else None
    return found if isinstance(found, list) else []


def _below(source: Source, path: tuple[str, ...]) -> list[tuple[tuple[str, ...], Place]]:
    """All places below a path, each by the rest of its way."""
    size = len(path)
    return [
        (steps[size:], place)
        for steps, place in source.places.items()
        if steps[:size] == path and steps[size : size + 1] not in ((), (KEY,))
    ]


def _at(data: object, path: tuple[str, ...]) -> object:
    """What stands at a path, or None."""
    for step in path:
        data = data.get(step) if isinstance(data, dict) else None
    return data


def _put(data: dict, path: tuple[str, ...], value: object) -> dict:
    """A copy of nested dictionaries with another value at a path."""
    first, *rest = path
    return {**data, first: _put(data[first], tuple(rest), value) if rest else value}


def _check(read: Read, books: dict[str, Source], problems: Problems) -> None:
    """A reform changes only what there is, begins only what there is not, and is named right."""
    source, data = read.source, read.data
    if f"{FOLDER}/{read.name}.yml" != source.file:
        problems.add(source.place("reform"), "reform_name", name=read.name)
    if not any((read.reform.programmes, read.reform.begins, _of_overlaps(read))):
        problems.add(Place(source.file), "reform_empty", name=read.name)
    for programme, changes in data.get("programmes", {}).items():
        if programme not in books:
            _unknown(source, ("programmes", programme), programme, set(), problems)
            continue
        rule = books[programme].data
        for part, section in PARTS.items():
            known = set(_names(rule, section))
            for at, name in enumerate(changes.get(part, {})):
                step = name if part == "parameters" else at
                if name not in known:
                    path = ("programmes", programme, part, step)
                    _unknown(source, path, name, known, problems)
        for name in changes.get("new_parameters", {}):
            if name in _names(rule, "parameters"):
                place = source.place("programmes", programme, "new_parameters", name, KEY)
                problems.add(place, "reform_exists", name=name)
    known = set(_names(books[OVERLAPS].data, OVERLAPS)) if OVERLAPS in books else set()
    for name in _of_overlaps(read).get("suspends", {}):
        if name not in known:
            _unknown(source, (OVERLAPS, "suspends", name), name, known, problems)


def _of_overlaps(read: Read) -> dict:
    """What a reform says of overlaps."""
    return read.data.get(OVERLAPS) or {}


def _unknown(source: Source, path: tuple, name: str, known: set[str], problems: Problems) -> None:
    """Note that the rule book has nothing of a name."""
    at = source.places.get((*map(str, path), KEY), source.place(*path))
    problems.add(at, "reform_unknown", name=name, hint=nearest(name, known))
