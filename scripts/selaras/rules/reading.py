"""From data to grammar: pydantic's complaints become problems with a place."""

from typing import TypeVar

from pydantic import BaseModel, ValidationError

from selaras.rules import grammar, grammar_example, grammar_shared
from selaras.rules.problems import Problems, nearest
from selaras.rules.source import KEY, Source

Model = TypeVar("Model", bound=BaseModel)


def read_model(kind: type[Model], source: Source, problems: Problems) -> Model | None:
    """The checked content of a file, or None with every complaint noted."""
    try:
        return kind.model_validate(source.data)
    except ValidationError as error:
        for complaint in error.errors(include_url=False):
            _note(complaint, source, problems)
        return None


def _note(complaint: dict, source: Source, problems: Problems) -> None:
    """Note one complaint where the offending key or value stands."""
    path = [step for step in complaint["loc"] if step != "[key]"]
    place = source.place(*path)
    key = str(path[-1]) if path else ""
    match complaint["type"]:
        case "extra_forbidden":
            place = source.place(*path, KEY)
            problems.add(place, "unknown_key", name=key, hint=nearest(key, _keys()))
        case "missing":
            problems.add(place, "missing_key", name=key)
        case "string_pattern_mismatch":
            problems.add(place, "odd_name", words=ascii(str(complaint["input"])[:60]))
        case _:
            problems.add(place, "wrong_value", name=key, reason=complaint["msg"])


def _keys() -> set[str]:
    """Every key that the grammar knows."""
    files = (grammar, grammar_example, grammar_shared)
    models = [each for file in files for each in vars(file).values()]
    kinds = [each for each in models if isinstance(each, type) and issubclass(each, BaseModel)]
    return {name for kind in kinds for name in kind.model_fields}
