"""What of a file fits the grammar: every complaint is a problem with a place, the rest is kept."""

import re
from collections.abc import Iterable
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from selaras.messages import say
from selaras.rules.read.problems import Hint, Place, Problems, nearest, spelt_out
from selaras.rules.read.source import KEY, Source

Model = TypeVar("Model", bound=BaseModel)
ROUNDS = 6
MOST = 100  # complaints about one file
DAY = re.compile(r"datetime\.date\((\d+), (\d+), (\d+)\)")
KINDS = {
    **{f"{name}_type": name for name in ("string", "int", "bool", "date", "list", "dict")},
    "model_type": "dict",
    "model_attributes_type": "dict",
    "string_too_short": "text",
    "value_error": "text",
}
# Keys whose content is a collection of entries that can be looked at one by one.
COLLECTIONS = {
    *("parameters", "values", "criteria", "any_of", "tiers", "components", "examples", "members"),
    *("given", "overlaps", "always", "agencies", "programmes", "person", "household", "between"),
    *("entitlements", "supplied_by", "codes"),
}
STAND_IN = "stand_in"
_SAYS = {"id": STAND_IN, "en": STAND_IN}
_LONG_AGO = date(2000, 1, 1)
_CRITERION = {"says": _SAYS, "when": "true", "basis": STAND_IN, "status": "assumed"}
_EXAMPLE = {"name": STAND_IN, "date": _LONG_AGO, "given": {}, "expect": {}}
# What takes the place of a whole section that cannot be used.
STAND_INS: dict[str, object] = {
    "programme": STAND_IN,
    "title": _SAYS,
    "owner": STAND_IN,
    "level": "central",
    "unit": "person",
    "purpose": [STAND_IN],
    "basis": STAND_IN,
    "valid_from": _LONG_AGO,
    "valid_to": None,
    "parameters": {},
    "applies_to": None,
    "criteria": {STAND_IN: _CRITERION},
    "benefit": {"kind": "flat", "amount": "0", "per": "month"},
    "examples": [_EXAMPLE],
    **{name: {} for name in ("overlaps", "always", "agencies", "programmes")},
    **{name: {} for name in ("person", "household", "codes", "entitlements", "supplied_by")},
}
# What takes the place of one word of an entry, so that the rest of the entry is still looked at.
LEAVES: dict[str, object] = {
    **{name: STAND_IN for name in ("id", "en", "basis", "source", "unit")},
    **{"says": _SAYS, "status": "assumed", "per": "month", "verdict": None, "contestable": False},
}
_ENTRIES: dict[str, object] = {"examples": _EXAMPLE, "members": {}}
Step = str | int | date


@dataclass(frozen=True)
class Read(Generic[Model]):
    """A file as far as it fits the grammar, and the sections of which something was left out."""

    model: Model | None
    broken: frozenset[str] = frozenset()


def read_model(kind: type[Model], source: Source, problems: Problems) -> Read[Model]:
    """The checked content of a file, every complaint noted and what it is about left out."""
    data, broken = source.data, set()
    for turn in range(ROUNDS):
        try:
            return Read(kind.model_validate(data), frozenset(broken))
        except ValidationError as error:
            complaints = [
                {**each, "loc": tuple(map(_step, each["loc"]))}
                for each in error.errors(include_url=False)
            ]
        if turn == 0:
            _note_all(complaints, kind, source, problems)
        broken |= {str(complaint["loc"][0]) for complaint in complaints if complaint["loc"]}
        data = mended(data, complaints)
    return Read(None)


def _note_all(
    complaints: list[dict], kind: type[BaseModel], source: Source, problems: Problems
) -> None:
    """Note the complaints about a file, each value once; what the YAML lacks was told before."""
    unique = {_where(each, source): each for each in reversed(complaints)}
    fresh = [
        each
        for each in reversed(unique.values())
        if _is_told_here(source, path_in(source.data, each["loc"]))
    ]
    for complaint in fresh[:MOST]:
        _note(complaint, kind, source, problems)
    if len(fresh) > MOST:
        problems.add(Place(source.file), "many_more", count=len(fresh) - MOST)


def _is_told_here(source: Source, path: list) -> bool:
    """Whether a complaint is about what is written at its own place, and new there."""
    is_taken_over = "examples" in path and not source.says(*path)
    return not is_taken_over and source.place(*path) not in source.flaws


def _step(step: int | str) -> int | str | date:
    """One step of the way to a complaint; pydantic writes a key that is a day as code."""
    found = DAY.fullmatch(step) if isinstance(step, str) else None
    return date(*map(int, found.groups())) if found else step


def _where(complaint: dict, source: Source) -> tuple:
    """The value that a complaint is about: one that may be of several types is told once."""
    path = tuple(path_in(source.data, complaint["loc"]))
    return path if complaint["type"].endswith("_type") else (*path, complaint["type"])


def _note(complaint: dict, kind: type[BaseModel], source: Source, problems: Problems) -> None:
    """Note one complaint where the offending key or value stands."""
    path: list = [step for step in complaint["loc"] if step != "[key]"]
    if complaint["type"].endswith("_type"):
        path = path_in(source.data, complaint["loc"])
    place = source.place(*path)
    key, given = str(path[-1]) if path else "", complaint["input"]
    words = given[:60] if isinstance(given, str) else ascii(given)[:60]
    if isinstance(given, str) and _reads_as_more(given):
        words = f'"{words}"'
    match complaint["type"]:
        case "extra_forbidden":
            place = source.place(*path, KEY)
            keys = _keys_beside(path, kind, source)
            also = {f"valid_{name}": name for name in ("from", "to") if name in keys}
            found = nearest(key, {*keys, *also})
            hint = Hint(also.get(found.name, found.name))
            problems.add(place, "unknown_key", name=spelt_out(key), hint=hint)
        case "missing":
            problems.add(place, "missing_key", name=key)
        case "string_pattern_mismatch":
            problems.add(place, "odd_name", words=ascii(words))
        case "literal_error" | "union_tag_invalid":
            choices = _choices(complaint["ctx"])
            if complaint["type"] == "union_tag_invalid":
                place, key, words = source.place(*path, "kind"), "kind", complaint["ctx"]["tag"]
            values = {"choices": ", ".join(choices), "hint": nearest(words, choices)}
            problems.add(place, "wrong_choice", name=key, words=words, **values)
        case found if found in KINDS:
            wanted = say(f"rules.kind_{KINDS[found]}")
            problems.add(place, "wrong_kind", name=key, words=words, wanted=wanted)
        case _:
            problems.add(place, "wrong_value", name=key, reason=complaint["msg"])


def _reads_as_more(text: str) -> bool:
    """Whether a text would be nothing, a number or a day without the quotes around it."""
    return re.fullmatch(r"\W*|[\d._-]+", text) is not None


def _choices(context: dict) -> list[str]:
    """The values that pydantic says were possible."""
    return re.findall(r"'([^']+)'", str(context.get("expected") or context["expected_tags"]))


def _keys_beside(path: list, kind: type[BaseModel], source: Source) -> set[str]:
    """The keys that a file can have where a key stands, by the keys that stand beside it."""
    holder: object = source.data
    for step in path_in(source.data, tuple(path))[:-1]:
        holder = holder[step]
    beside = set(holder) if isinstance(holder, dict) else set()
    parts = [_keys_of(part) for part in _parts_of(kind, set())]
    most = max(len(beside & keys) for keys in parts)
    return {name for keys in parts if len(beside & keys) == most for name in keys}


def _keys_of(part: type[BaseModel]) -> set[str]:
    """The keys of one part of the grammar, as they are written."""
    return {field.alias or name for name, field in part.model_fields.items()}


def _parts_of(kind: object, found: set[type[BaseModel]]) -> set[type[BaseModel]]:
    """Every part of the grammar that can stand in a file, or in the values of one field."""
    if isinstance(kind, type) and issubclass(kind, BaseModel) and kind not in found:
        found.add(kind)
        for field in kind.model_fields.values():
            _parts_of(field.annotation, found)
    for inner in get_args(kind):
        _parts_of(inner, found)
    return found


def mended(data: dict, complaints: Iterable[dict]) -> dict:
    """A copy of a file's data without the entries that pydantic complained about."""
    rest = deepcopy(data)
    for complaint in complaints:
        path = path_in(data, complaint["loc"])
        if complaint["type"] == "extra_forbidden":
            _cut(rest, path)
        elif not _filled(rest, path, complaint):
            _cut(rest, _entry(path))
    return rest


def _filled(data: dict, path: list[Step], complaint: dict) -> bool:
    """Whether the one word that is missing or wrong inside an entry could be stood in for."""
    is_missing, key = complaint["type"] == "missing", str(complaint["loc"][-1])
    outer = path if is_missing else path[:-1]
    if key not in LEAVES or not outer or (not is_missing and path[-1] != key):
        return False
    holder = _at(data, outer)
    if isinstance(holder, dict):
        holder[key] = deepcopy(LEAVES[key])
    return isinstance(holder, dict)


def path_in(data: object, location: tuple) -> list[Step]:
    """The steps of a complaint that lead to something in the data."""
    path: list[Step] = []
    for at, step in enumerate(location):
        inside = isinstance(data, dict) and step in data
        inside = inside or (isinstance(data, list) and isinstance(step, int) and step < len(data))
        if inside:
            path.append(step)
            data = data[step]
        elif at == len(location) - 1 and not path:
            path.append(step)
    return path


def _at(data: object, path: list[Step]) -> object:
    """What stands at a path, or None where it was taken out."""
    for step in path:
        inside = isinstance(data, list) or (isinstance(data, dict) and step in data)
        data = data[step] if inside else None
    return data


def _entry(path: list[Step]) -> list[Step]:
    """The innermost entry of a collection around a place, or the whole section."""
    for end in range(len(path), 1, -1):
        if path[end - 2] in COLLECTIONS:
            return path[:end]
    return path[:1]


def _cut(data: dict, path: list[Step]) -> None:
    """Take out what stands at a path, with a stand-in where its place must not be empty."""
    *outer, last = path
    holder = _at(data, outer)
    if isinstance(holder, list):  # later entries keep their numbers, and with them their places
        holder[last] = deepcopy(_ENTRIES.get(str(outer[-1]), STAND_IN))
    elif isinstance(holder, dict) and len(path) == 1 and last in STAND_INS:
        holder[last] = deepcopy(STAND_INS[str(last)])
    elif isinstance(holder, dict):
        holder.pop(last, None)
