"""What is wrong with a rule book: gathered first, told all at once."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field

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
class Problem:
    """One thing to mend (`is_error`) or to think about, with the message that says it."""

    place: Place
    key: str
    values: dict[str, object]
    is_error: bool = True

    def __str__(self) -> str:
        return f"{self.place}: {say(f'rules.{self.key}', **self.values)}"


@dataclass
class Problems:
    """A list to which every check adds what it finds."""

    found: list[Problem] = field(default_factory=list)

    def add(self, place: Place, key: str, **values: object) -> None:
        """Note an error."""
        self.found.append(Problem(place, key, values))

    def warn(self, place: Place, key: str, **values: object) -> None:
        """Note something that does not stop a compile."""
        self.found.append(Problem(place, key, values, is_error=False))

    @property
    def errors(self) -> list[Problem]:
        """What stops a compile, in the order of the files."""
        unique = {str(problem): problem for problem in self.found if problem.is_error}
        return sorted(
            unique.values(), key=lambda each: (each.place.file, each.place.line, each.place.column)
        )

    def refuse(self) -> None:
        """Stop with every error in one refusal, if there is any."""
        if self.errors:
            told = "\n".join(str(problem) for problem in self.errors)
            raise Refusal(ExitCode.RULES_REFUSED, "rules.refused", problems=told)


def nearest(word: str, valid: Iterable[str]) -> str:
    """A hint with the valid name that looks most like a word, or an empty text."""
    close = difflib.get_close_matches(word, list(valid), n=1, cutoff=0.5)
    return say("rules.nearest", name=close[0]) if close else ""
