"""The one family of errors that people see; anything else is a bug."""

from enum import IntEnum

from selaras.messages import say


class ExitCode(IntEnum):
    """What the shell gets to know, as documented in the README."""

    DONE = 0
    USAGE = 2
    RULES_REFUSED = 10
    STALE = 11
    DBT_FAILED = 12
    VALIDATION_FAILED = 13
    INPUT_REFUSED = 14


class Refusal(Exception):
    """A sentence for a person (what, where, what to do) and the exit code that goes with it.

    `key` names an entry of the message catalogue; `values` fill its placeholders.
    """

    def __init__(self, exit_code: ExitCode, key: str, **values: object) -> None:
        self.exit_code = exit_code
        self.key = key
        self.values = values
        super().__init__(key)

    def __str__(self) -> str:
        return say(self.key, **self.values)
