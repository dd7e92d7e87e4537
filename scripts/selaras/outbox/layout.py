"""The layout of the workbook that is sent and comes back: its contract says what it is."""

from functools import cache

from selaras.lists import Layout, layouts
from selaras.messages import catalogue

LIST = "outbox__answer"
# The cells that an agency fills in.
ANSWERS = ("jawaban", "alasan", "oleh", "tanggal")
# What it may answer, as the sheet offers it; seeds/source_word.csv knows more spellings.
CHOICES = ("SETUJU", "TOLAK", "SUDAH DIPERBAIKI")


@cache
def answer_layout() -> Layout:
    """The contract of the answers."""
    return next(each for each in layouts() if each.identifier == LIST)


@cache
def headers() -> dict[str, str]:
    """What each column is headed, by its name, in order."""
    return {column.name: column.header for column in answer_layout().columns}


def both(key: str, **values: object) -> tuple[str, str]:
    """A text in Bahasa Indonesia and in English, whatever language is in use."""
    texts = catalogue()[f"outbox.{key}"]
    return texts["id"].format(**values), texts["en"].format(**values)
