"""How the cells of each column look, to see whether a short row has slipped by one column."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from selaras.landing.words import is_blank

RARE = 0.1
_SHAPES = {
    "long number": re.compile(r"\D*(?:\d[\s.\-]?){12,}\D{0,3}"),
    "date": re.compile(r"\d{1,4}[/.\- ]\w{1,9}[/.\- ]\d{2,4}.*"),
    "month": re.compile(r"\d{4}[-/]\d{1,2}"),
    "figure": re.compile(r"(?:rp)?[\s.]*[\d.,\s-]+", re.IGNORECASE),
}


@dataclass(frozen=True)
class Shapes:
    """How often cells of each shape stand in each column of some rows."""

    columns: tuple[Counter[str], ...]

    @classmethod
    def of(cls, rows: Iterable[Sequence[str]]) -> "Shapes":
        """Learn from rows."""
        columns: list[Counter[str]] = []
        for row in rows:
            columns += [Counter() for _ in row[len(columns) :]]
            for column, cell in zip(columns, row, strict=False):
                if not is_blank(cell):
                    column[_shape(cell)] += 1
        return cls(tuple(columns))

    def fit(self, row: Sequence[str]) -> bool:
        """Whether every filled cell looks as others in its column do."""
        return all(
            is_blank(cell) or not column or column[_shape(cell)] > RARE * column.total()
            for cell, column in zip(row, self.columns, strict=False)
        )


def _shape(cell: str) -> str:
    """The shape of a filled cell; anything unusual is a word."""
    plain = cell.strip(" \"'=\u00a0")
    return next((name for name, shape in _SHAPES.items() if shape.fullmatch(plain)), "word")
