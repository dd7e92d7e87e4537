"""The words of lists that are no data, as patterns; they are written in words.yml."""

import re
from functools import cache
from pathlib import Path

from selaras.plain_yaml import plain_yaml

MARKS = ("total", "signature", "note", "title")
_EDGE = r"[\s\"'=\u00a0\u200b\ufeff]*"
_LETTERS_APART = re.compile(r"\b\w(?: \w)+\b")


@cache
def _words() -> dict[str, list[str]]:
    """The lists of words.yml."""
    text = Path(__file__).with_name("words.yml").read_text(encoding="utf-8")
    return plain_yaml(text)


def _one_of(name: str) -> str:
    """A pattern that any entry of a list fits."""
    return "(?:" + "|".join(_words()[name]) + ")"


@cache
def blank_pattern() -> str:
    """The pattern of a whole cell that says nothing, for Python and for the warehouse alike."""
    return r"\s*" + _one_of("blank") + r"\s*"


@cache
def _blank() -> re.Pattern[str]:
    return re.compile(_EDGE + _one_of("blank") + "?" + _EDGE, re.IGNORECASE)


@cache
def _beginning(mark: str) -> re.Pattern[str]:
    return re.compile(_EDGE + r"[(\[]?" + _one_of(mark), re.IGNORECASE)


@cache
def _whole_total() -> re.Pattern[str]:
    following = rf"(?:[\W\d_]*\b{_one_of('total_of')}\b)*[\W\d_]*"
    whole = f"{_one_of('subtotal')}|{_one_of('total')}\\b{following}"
    return re.compile(rf"\W*(?:{whole})", re.IGNORECASE)


def is_blank(cell: str | None) -> bool:
    """Whether a cell holds nothing, or a word for nothing."""
    return not cell or _blank().fullmatch(cell) is not None


def is_total_label(cell: str) -> bool:
    """Whether a whole cell is the label of a total, such as `JUMLAH 3 KPM`."""
    return _whole_total().fullmatch(_close_up(cell)) is not None


@cache
def column_type_pattern() -> str:
    """The pattern of a whole cell that says what a column holds, for Python and DuckDB alike."""
    return r"\s*" + _one_of("column_type") + r"\s*(\(\s*[\d., ]+(\s*(digit|karakter))?\s*\))?\s*"


def is_column_type(cell: str) -> bool:
    """Whether a whole cell says what a column holds, such as `VARCHAR(16)` or `tanggal`."""
    return re.fullmatch(column_type_pattern(), cell, re.IGNORECASE) is not None


def is_section(cell: str) -> bool:
    """Whether a cell begins like the heading of a part of the list, such as `RW 05`."""
    return _beginning("section").match(_close_up(cell)) is not None


def is_place_and_day(cell: str) -> bool:
    """Whether a whole cell says where and when a list was signed, such as `Palu, 24 Mei 2025`."""
    whole = f"{_EDGE}{_one_of('signed_at')}{_EDGE}"
    return re.fullmatch(whole, cell, re.IGNORECASE) is not None


def mark_of(cell: str) -> str | None:
    """What a cell begins like that is no data: `total`, `signature`, `note`, `title`, or None."""
    plain = _close_up(cell)
    if is_total_label(plain):
        return "total"
    return next((mark for mark in MARKS[1:] if _beginning(mark).match(plain)), None)


def _close_up(cell: str) -> str:
    """A text whose letters stood apart, such as `T O T A L`, as one word."""
    return _LETTERS_APART.sub(lambda found: found[0].replace(" ", ""), cell)
