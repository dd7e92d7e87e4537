"""From data to grammar: pydantic's complaints become problems with a place."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from selaras.linkage.grammar import linkage_book
from selaras.lists import grammar as lists_grammar
from selaras.messages import say
from selaras.rules.grammar import benefit, overlap_example, rule, shared
from selaras.rules.read.mending import mended, path_in
from selaras.rules.read.problems import Place, Problems, nearest, spelt_out
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
            _note_all(complaints, source, problems)
        broken |= {str(complaint["loc"][0]) for complaint in complaints if complaint["loc"]}
        data = mended(data, complaints)
    return Read(None)


def _note_all(complaints: list[dict], source: Source, problems: Problems) -> None:
    """Note the complaints about a file, each value once; what the YAML lacks was told before."""
    unique = {_where(each, source): each for each in reversed(complaints)}
    fresh = [
        each
        for each in reversed(unique.values())
        if source.place(*path_in(source.data, each["loc"])) not in source.flaws
    ]
    for complaint in fresh[:MOST]:
        _note(complaint, source, problems)
    if len(fresh) > MOST:
        problems.add(Place(source.file), "many_more", count=len(fresh) - MOST)


def _step(step: int | str) -> int | str | date:
    """One step of the way to a complaint; pydantic writes a key that is a day as code."""
    found = DAY.fullmatch(step) if isinstance(step, str) else None
    return date(*map(int, found.groups())) if found else step


def _where(complaint: dict, source: Source) -> tuple:
    """The value that a complaint is about: one that may be of several types is told once."""
    path = tuple(path_in(source.data, complaint["loc"]))
    return path if complaint["type"].endswith("_type") else (*path, complaint["type"])


def _note(complaint: dict, source: Source, problems: Problems) -> None:
    """Note one complaint where the offending key or value stands."""
    path: list = [step for step in complaint["loc"] if step != "[key]"]
    if complaint["type"].endswith("_type"):
        path = path_in(source.data, complaint["loc"])
    place = source.place(*path)
    key, given = str(path[-1]) if path else "", complaint["input"]
    words = ascii(given)[:60] if not isinstance(given, str) else given[:60]
    match complaint["type"]:
        case "extra_forbidden":
            place = source.place(*path, KEY)
            hint = nearest(key, _keys_beside(path, source))
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


def _choices(context: dict) -> list[str]:
    """The values that pydantic says were possible."""
    return re.findall(r"'([^']+)'", str(context.get("expected") or context["expected_tags"]))


def _keys_beside(path: list, source: Source) -> set[str]:
    """The keys that the grammar has where a key stands, by the keys that stand beside it."""
    holder: object = source.data
    for step in path_in(source.data, tuple(path))[:-1]:
        holder = holder[step]
    beside = set(holder) if isinstance(holder, dict) else set()
    files = (rule, benefit, overlap_example, shared, linkage_book, lists_grammar)
    models = [each for file in files for each in vars(file).values()]
    kinds = [each for each in models if isinstance(each, type) and issubclass(each, BaseModel)]
    most = max(len(beside & set(kind.model_fields)) for kind in kinds)
    fits = [each for each in kinds if len(beside & set(each.model_fields)) == most]
    return {name for kind in fits for name in kind.model_fields}
