"""What is wrong with a rule book: gathered first, told all at once."""

import difflib
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field

from selaras.errors import ExitCode, Refusal
from selaras.messages import say


@dataclass(frozen=True)
class Place:
    """Where in the rule book something stands; line and column count from one."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Hint:
    """The nearest valid name, as part of a message; empty where nothing comes near."""

    name: str = ""

    def __str__(self) -> str:
        return say("rules.nearest", name=self.name) if self.name else ""


@dataclass(frozen=True)
class Problem:
    """One thing to mend (`is_error`) or to think about, with the message that says it.

    `example` is a case that shows it, as an entry of `examples:` ready to paste.
    """

    place: Place
    key: str
    values: dict[str, object]
    is_error: bool = True
    example: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"

    @property
    def message(self) -> str:
        """Why it is wrong and what to do, in the language in use."""
        return say(f"rules.{self.key}", **self.values)

    @property
    def words(self) -> str:
        """The words that it is about."""
        named = (self.values.get(key) for key in ("words", "name", "example", "key"))
        return str(next((each for each in named if each not in (None, "")), ""))

    def fields(self) -> dict[str, object]:
        """The finding as plain values for a machine."""
        hint = self.values.get("hint")
        return {
            **asdict(self.place),
            "severity": "error" if self.is_error else "warning",
            "kind": self.key,
            "words": self.words,
            "message": self.message,
            "nearest": (hint.name if isinstance(hint, Hint) else "") or None,
            "example": self.example or None,
        }


@dataclass
class Problems:
    """A list to which every check adds what it finds."""

    found: list[Problem] = field(default_factory=list)

    def add(self, place: Place, key: str, *, example: str = "", **values: object) -> None:
        """Note an error."""
        self.found.append(Problem(place, key, values, example=example))

    def warn(self, place: Place, key: str, *, example: str = "", **values: object) -> None:
        """Note something that does not stop a compile."""
        self.found.append(Problem(place, key, values, is_error=False, example=example))

    @property
    def all(self) -> list[Problem]:
        """Everything once, in the order of the files."""
        unique = {str(problem): problem for problem in self.found}
        return sorted(
            unique.values(), key=lambda each: (each.place.file, each.place.line, each.place.column)
        )

    @property
    def errors(self) -> list[Problem]:
        """What stops a compile, in the order of the files."""
        return [problem for problem in self.all if problem.is_error]

    def refuse(self) -> None:
        """Stop with every error in one refusal, if there is any."""
        if self.errors:
            told = "\n".join(str(problem) for problem in self.errors)
            raise Refusal(ExitCode.RULES_REFUSED, "rules.refused", problems=told)


def nearest(word: str, valid: Iterable[str], likeness: float = 0.5) -> Hint:
    """The valid name that looks most like a word, if any does."""
    close = difflib.get_close_matches(word, list(valid), n=1, cutoff=likeness)
    return Hint(*close)


def spelt_out(words: str) -> str:
    """Words whose letters may only look like those of the valid name, told apart by their code."""
    return words if words.isascii() else f"{words} ({words.encode('unicode_escape').decode()})"
