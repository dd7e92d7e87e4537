"""Sentences about one file: why it was refused, or what a person should know about it."""

from dataclasses import dataclass, field

from selaras.messages import catalogue, say


@dataclass(frozen=True)
class Notice:
    """An entry of the message catalogue with its values; its text follows the language in use."""

    key: str
    values: dict[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return say(self.key, **self.values)

    @property
    def english(self) -> str:
        """The sentence in English, whatever language is in use, as the ledger keeps it."""
        values = {
            name: value.english if isinstance(value, Notice) else value
            for name, value in self.values.items()
        }
        return catalogue()[self.key]["en"].format(**values)


class Unfit(Exception):
    """A file that cannot be used; it is caught where the file is landed, and never leaves."""

    def __init__(self, key: str, **values: object) -> None:
        self.notice = Notice(f"landing.{key}", values)
        super().__init__(key)
