"""Examples that are `like` another one and say only what differs, written out in full.

Of `given` each fact is taken by itself, and null makes it unknown again; any other key that an
example has takes the place of that of the one that it is like.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from selaras.rules.read.once import once
from selaras.rules.read.problems import Hint, Place, Problems, nearest
from selaras.rules.read.source import Source

LIKE = "like"
# What an example says that is like none, so that nothing more is told of it.
_DAY = date(2000, 1, 1)
STAND_INS: dict[str, dict] = {
    "examples": {"date": _DAY, "given": {}, "expect": {}},
    "overlaps": {
        "date": _DAY,
        "enrolments": [{"programme": "stand_in", "starts_on": _DAY}],
        "expect": {"finding": False},
    },
}
Path = tuple[str, ...]


@once
def with_examples_in_full(source: Source, problems: Problems) -> Source:
    """A file in which every example says all of it; whom nobody is like is noted."""
    data, flaws = source.data, set(source.flaws)
    for path, examples in list(_lists(data)):
        if any(isinstance(each, dict) and LIKE in each for each in examples):
            listed = _Listed(examples, path, source, problems)
            data = _put(data, path, [listed.in_full(at) for at in range(len(examples))])
            flaws |= listed.flaws
    return replace(source, data=data, flaws=frozenset(flaws))


def _lists(data: object) -> Iterator[tuple[Path, list]]:
    """Every list of examples: of a programme, or of each overlap rule."""
    if not isinstance(data, dict):
        return
    if isinstance(data.get("examples"), list):
        yield ("examples",), data["examples"]
    rules = data.get("overlaps")
    for name, rule in rules.items() if isinstance(rules, dict) else ():
        if isinstance(rule, dict) and isinstance(rule.get("examples"), list):
            yield ("overlaps", name, "examples"), rule["examples"]


def _put(data: dict, path: Path, value: object) -> dict:
    """A copy of nested dictionaries with another value at a path."""
    first, *rest = path
    return {**data, first: _put(data[first], tuple(rest), value) if rest else value}


class _Listed:
    """The examples of one list, each of which may be like another one of it."""

    def __init__(self, examples: list, path: Path, source: Source, problems: Problems) -> None:
        self.examples, self.path, self.source, self.problems = examples, path, source, problems
        self.flaws: set[Place] = set()
        named = [each.get("name") if isinstance(each, dict) else None for each in examples]
        self.at = {name: at for at, name in reversed(list(enumerate(named))) if _is_text(name)}

    def in_full(self, at: int, seen: tuple[int, ...] = ()) -> object:
        """An example with everything that it takes from the one it is like."""
        example = self.examples[at]
        if not isinstance(example, dict) or LIKE not in example:
            return example
        own = {key: value for key, value in example.items() if key != LIKE}
        other = self.at.get(example[LIKE]) if _is_text(example[LIKE]) else None
        if other is None or other in (*seen, at):
            self._note(at, example[LIKE], "like_itself" if other is not None else "unknown_example")
            return {**STAND_INS[self.path[0]], **own}
        base = self.in_full(other, (*seen, at))
        if not isinstance(base, dict):
            return own
        return {**base, **own, **_given(base, own)}

    def _note(self, at: int, name: object, key: str) -> None:
        """Note that nothing is known of the example that one is like."""
        place = self.source.place(*self.path, at, LIKE)
        self.flaws.add(place)
        hint = nearest(name, self.at) if isinstance(name, str) else Hint()
        self.problems.add(place, key, words=str(name), hint=hint)


def _is_text(value: object) -> bool:
    """Whether a value can be the name of an example."""
    return isinstance(value, str)


def _given(base: dict, own: dict) -> dict:
    """The facts of one example over those of another, without what is unknown."""
    theirs, ours = base.get("given", {}), own.get("given", {})
    if not isinstance(theirs, dict) or not isinstance(ours, dict) or "given" not in base | own:
        return {}
    together = {**theirs, **ours}
    return {"given": {fact: value for fact, value in together.items() if value is not None}}
