"""What is left of a file once its broken parts are set aside, so that the rest is still checked."""

from collections.abc import Iterable
from copy import deepcopy
from datetime import date

# Keys whose content is a collection of entries that can be looked at one by one.
COLLECTIONS = {
    *("parameters", "values", "criteria", "any_of", "tiers", "components", "examples", "members"),
    *("given", "overlaps", "always", "agencies", "programmes", "person", "household", "between"),
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
    **{name: {} for name in ("person", "household")},
}
# What takes the place of one word of an entry, so that the rest of the entry is still looked at.
LEAVES: dict[str, object] = {
    **{name: STAND_IN for name in ("id", "en", "basis", "source", "unit")},
    **{"says": _SAYS, "status": "assumed", "per": "month", "verdict": None, "contestable": False},
}
_ENTRIES: dict[str, object] = {"examples": _EXAMPLE, "members": {}}
Step = str | int | date


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
