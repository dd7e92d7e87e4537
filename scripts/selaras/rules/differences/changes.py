"""What changed between two states of the rule book."""

import dataclasses

from selaras.rules.check.book import Book
from selaras.rules.differences.entries import Entries, Fields, Path, entries_of

NOTHING: Fields = {}


@dataclasses.dataclass(frozen=True)
class Change:
    """One change: an entry came (`added`), went (`removed`) or says another thing (`changed`).

    `field`, `before` and `after` are of a field that changed. Of a parameter's value that was
    added or removed, `before` and `after` are what is in force from its day on, before the change
    and after it. `fields` is all that an added or removed entry says.
    """

    file: str
    path: Path
    kind: str
    field: str | None = None
    before: object = None
    after: object = None
    fields: Fields = dataclasses.field(default_factory=dict)


def changes_between(old: Book, new: Book) -> list[Change]:
    """Every change from one rule book to another, file by file; none for mere layout or order."""
    before, after = entries_of(old), entries_of(new)
    places = list(dict.fromkeys([*after, *before]))
    whole = {place for place in places if (place in before) != (place in after)}
    found: list[Change] = []
    for place in places:
        if place[1][0] != "example" and not _has_parent_in(place, whole):
            found += _entry(place, before, after)
    found += _examples(before, after, whole)
    return sorted(found, key=lambda change: change.file)


def _has_parent_in(place: tuple[str, Path], whole: set[tuple[str, Path]]) -> bool:
    """Whether what an entry belongs to came or went as a whole, and so tells it already."""
    file, path = place
    parents = {(file, path[:length]) for length in range(1, len(path))}
    programme = (file, ("programme", file.removeprefix("rules/").removesuffix(".yml")))
    return bool(parents & whole) or (programme in whole and place != programme)


def _entry(place: tuple[str, Path], before: Entries, after: Entries) -> list[Change]:
    """The changes of one entry."""
    file, path = place
    one, other = before.get(place, NOTHING), after.get(place, NOTHING)
    if place in before and place in after:
        return [
            Change(file, path, "changed", name, one.get(name), other.get(name))
            for name in dict.fromkeys([*one, *other])
            if one.get(name) != other.get(name)
        ]
    kind = "added" if place in after else "removed"
    was, now = (_in_force(place, each) for each in (before, after))
    return [Change(file, path, kind, None, was, now, _with_values(place, {**before, **after}))]


def _values_of(file: str, parameter: str, entries: Entries) -> dict[str, object]:
    """The values of a parameter by first day."""
    return {
        path[3]: fields["value"]
        for (where, path), fields in entries.items()
        if where == file and path[:3] == ("parameter", parameter, "value")
    }


def _in_force(place: tuple[str, Path], entries: Entries) -> object:
    """The value of a parameter that is in force from a day on; None for any other entry."""
    file, path = place
    if path[2:3] != ("value",):
        return None
    values = _values_of(file, path[1], entries)
    past = [day for day in values if day <= path[3]]
    return values[max(past)] if past else None


def _with_values(place: tuple[str, Path], entries: Entries) -> Fields:
    """What an entry says; of a parameter, its values as well."""
    file, path = place
    is_parameter = path[0] == "parameter" and len(path) == 2
    values = {"values": _values_of(file, path[1], entries)} if is_parameter else {}
    return entries[place] | values


def _examples(before: Entries, after: Entries, whole: set[tuple[str, Path]]) -> list[Change]:
    """For each programme whose examples differ: how many there were and are, and which differ."""
    found = []
    for file in sorted({file for file, path in {**before, **after} if path[0] == "example"}):
        old, new = (
            {path: each for (where, path), each in entries.items() if (where, path[0]) == key}
            for entries, key in ((before, (file, "example")), (after, (file, "example")))
        )
        differ = {
            "added": [path[1] for path in new if path not in old],
            "removed": [path[1] for path in old if path not in new],
            "changed": [path[1] for path in new if path in old and new[path] != old[path]],
        }
        if any(differ.values()) and not _has_parent_in((file, ("example", "")), whole):
            found.append(Change(file, ("examples",), "changed", None, len(old), len(new), differ))
    return found
