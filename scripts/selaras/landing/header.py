"""Finding the header of a table and saying what each of its columns is."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from selaras.landing.notice import Unfit
from selaras.lists import Column, Layout

LOOK_AT = 20
_NOISE = re.compile("[\\s_\"'`\u00a0\u200b\ufeff]+")
_NOISE_ENDS = re.compile('^[\\s"\u00a0\u200b\ufeff]+|[\\s"\u00a0\u200b\ufeff]+$')
_TOTAL = re.compile(r"\W*(sub|grand)?[\s_-]*(total|jumlah)\b", re.IGNORECASE)

_LONG_NUMBER = re.compile(r"\d{15}")


@dataclass(frozen=True)
class Header:
    """The columns of a file by position: a canonical name, or None for one we do not know."""

    titles: tuple[str, ...]
    names: tuple[str | None, ...]
    required: tuple[str, ...]
    identity: tuple[str, ...]
    spare: int = 0

    @property
    def width(self) -> int:
        return len(self.titles)

    def kind(self, fields: Sequence[str]) -> str:
        """What a row is: `data`, `blank`, `header` (repeated) or `total`."""
        filled = [field for field in fields if field and field.strip("\"' \t\u00a0\ufeff")]
        if not filled:
            return "blank"
        if self._is_repeated(fields):
            return "header"
        if not _TOTAL.match(filled[0]):
            return "data"
        if len(fields) < self.width:
            named = any(_LONG_NUMBER.search(cell) for cell in filled)
        else:
            cells = dict(zip(self.names, fields, strict=False))
            named = any(_names_someone(cells.get(name)) for name in self.identity)
        return "data" if named else "total"

    def _is_repeated(self, fields: Sequence[str]) -> bool:
        """Whether more than half of the required cells are their titles."""
        titles = self._required_titles
        others = 0
        for at, title in titles:
            others += at >= len(fields) or squeeze(fields[at]) != title
            if others * 2 >= len(titles):
                return False
        return bool(titles)

    @cached_property
    def _required_titles(self) -> list[tuple[int, str]]:
        """The places of the required columns and their titles as they are compared."""
        places = {name: at for at, name in enumerate(self.names)}
        return [(places[name], squeeze(self.titles[places[name]])) for name in self.required]


def squeeze(text: str | None) -> str:
    """A header as it is compared: no case, spaces, underscores or quotes."""
    return _NOISE.sub("", text or "").casefold()


def _names_someone(cell: str | None) -> bool:
    """Whether an identity cell of a likely total row holds more than the word itself."""
    return bool(cell and cell.strip("\"' -0.\u00a0")) and not _TOTAL.match(cell)


def find_header(file: str, rows: Sequence[Sequence[str]], layout: Layout) -> tuple[int, Header]:
    """The index and the meaning of the header among the first rows; Unfit where there is none."""
    if not any(squeeze("".join(row)) for row in rows):
        raise Unfit("no_header", file=file)
    best = max(range(len(rows)), key=lambda at: (_found(rows[at], layout), -at))
    if _found(rows[best], layout) == 0:
        best = next(at for at, row in enumerate(rows) if squeeze("".join(row)))
    return best, _read(file, rows[best], layout)


def has_header(rows: Sequence[Sequence[str]], layout: Layout) -> bool:
    """Whether one of the rows holds every required column."""
    needed = sum(column.required for column in layout.columns)
    return any(_found(row, layout) == needed for row in rows)


def _found(row: Sequence[str], layout: Layout) -> int:
    """How many required columns a row names."""
    there = {squeeze(cell) for cell in row}
    return sum(
        column.required and not there.isdisjoint(_spellings(column)) for column in layout.columns
    )


def _spellings(column: Column) -> tuple[str, ...]:
    """The names of a column as they are compared, the best first."""
    return tuple(squeeze(name) for name in (column.name, column.header, *column.aliases))


def _read(file: str, row: Sequence[str], layout: Layout) -> Header:
    """The header of one row, or Unfit where a required column is missing or there twice."""
    titles = [_NOISE_ENDS.sub("", cell or "") for cell in row]
    spare = 0
    while titles and not titles[-1]:
        titles.pop()
        spare += 1
    names = _assign(titles, layout, _refuser(file))
    for column in layout.columns:
        if column.required and column.name not in names:
            raise Unfit("missing_column", file=file, column=column.name, header=column.header)
    return Header(
        titles=tuple(titles),
        names=tuple(names),
        required=tuple(column.name for column in layout.columns if column.required),
        identity=tuple(name for kind in layout.identity.values() for name in kind),
        spare=spare,
    )


def _refuser(file: str) -> Callable[[str], Unfit]:
    """Says that a required column is there twice."""
    return lambda header: Unfit("duplicate_column", file=file, header=header)


def _assign(titles: list[str], layout: Layout, twice: Callable[[str], Unfit]) -> list[str | None]:
    """The canonical name of each title; exact names win over headers, those over aliases."""
    names: list[str | None] = [None] * len(titles)
    squeezed = [squeeze(title) for title in titles]
    for column in layout.columns:
        for spelling in dict.fromkeys(_spellings(column)):
            places = [
                at for at, title in enumerate(squeezed) if title == spelling and not names[at]
            ]
            if len(places) > 1 and column.required:
                raise twice(titles[places[0]])
            if places:
                names[places[0]] = column.name
                break
    return names
