"""Finding the header of a table and saying what each of its columns is."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from selaras.landing.notice import Unfit
from selaras.lists import Column, Layout

LOOK_AT = 20
_NOISE = re.compile(r"[\W_]+")
_NOISE_ENDS = re.compile('^[\\s"\u00a0\u200b\ufeff]+|[\\s"\u00a0\u200b\ufeff]+$')


@dataclass(frozen=True)
class Header:
    """The columns of a file by position: a canonical name, or None for one we do not know."""

    titles: tuple[str, ...]
    names: tuple[str | None, ...]
    required: tuple[str, ...]
    numbers: tuple[str, ...]
    people: tuple[str, ...]
    spare: int = 0

    @property
    def width(self) -> int:
        return len(self.titles)


def squeeze(text: str | None) -> str:
    """A header as it is compared: letters and digits only, no case."""
    return _NOISE.sub("", text or "").casefold()


def find_header(file: str, rows: Sequence[Sequence[str]], layout: Layout) -> tuple[int, Header]:
    """The index and the meaning of the header among the first rows; Unfit where there is none."""
    if not any(squeeze("".join(row)) for row in rows):
        raise Unfit("no_header", file=file)
    best = max(range(len(rows)), key=lambda at: (_found(rows[at], layout), -at))
    if _found(rows[best], layout) == 0:
        best = next(at for at, row in enumerate(rows) if squeeze("".join(row)))
    return best, _read(file, rows[best], layout)


def is_moved(header: Header, fields: Sequence[str]) -> bool:
    """Whether a repeated header names a column in another place than the header does."""
    titles = [squeeze(title) for title in header.titles]
    return any(
        squeeze(cell) in titles and squeeze(cell) != title
        for cell, title in zip(fields, titles, strict=False)
        if squeeze(cell)
    )


def has_header(rows: Sequence[Sequence[str]], layout: Layout) -> bool:
    """Whether one of the rows holds every required column."""
    needed = sum(column.required for column in layout.columns)
    return any(_found(row, layout) == needed for row in rows)


def is_undivided(text: str, cells: int, layout: Layout) -> bool:
    """Whether a line that is read as so few cells names every required column all the same."""
    needed = [column for column in layout.columns if column.required]
    whole = squeeze(text)
    return cells < len(needed) and all(
        any(spelling in whole for spelling in _spellings(column)) for column in needed
    )


def lacking(rows: Sequence[Sequence[str]], layout: Layout) -> list[Column]:
    """The required columns that a table lacks which has half of them at least, else none."""
    needed = [column for column in layout.columns if column.required]
    best = max(rows, key=lambda row: _found(row, layout), default=[])
    there = {squeeze(cell) for cell in best}
    missing = [column for column in needed if there.isdisjoint(_spellings(column))]
    return missing if len(missing) * 2 <= len(needed) else []


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
            raise Unfit(
                "missing_column",
                file=file,
                column=column.name,
                header=column.header,
                rows=LOOK_AT,
            )
    return Header(
        titles=tuple(titles),
        names=tuple(names),
        required=tuple(column.name for column in layout.columns if column.required),
        numbers=tuple(
            name for kind, each in layout.identity.items() if kind != "name" for name in each
        ),
        people=tuple(layout.identity.get("name", ())),
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
