"""A sheet of a workbook that holds a list."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from selaras.landing.cells import Cells
from selaras.landing.header import Header


@dataclass(frozen=True)
class Table:
    """A sheet that holds the list: where its header stands and what it says.

    `order` is where the columns of another sheet's header stand in this one, where they differ.
    """

    cells: Cells
    at: int
    header: Header
    order: tuple[int | None, ...] | None = None

    @property
    def name(self) -> str:
        return self.cells.sheet.name

    def rows(self) -> Iterator[tuple[int, list[object]]]:
        """The rows under the header with their numbers from 0."""
        for row, cells in enumerate(islice(self.cells.rows(), self.at + 1, None), self.at + 1):
            yield (
                row,
                cells
                if self.order is None
                else [cells[at] if at is not None and at < len(cells) else "" for at in self.order],
            )

    def spread(self) -> dict[int, dict[int, tuple[int, int]]]:
        """What merged cells are spread over, as `Cells.spread`, by the columns of `rows`."""
        found = self.cells.spread()
        if self.order is None:
            return found
        places = {own: at for at, own in enumerate(self.order) if own is not None}
        return {
            row: {
                places[column]: (top, places[first])
                for column, (top, first) in spread.items()
                if column in places and first in places
            }
            for row, spread in found.items()
        }

    def arranged_as(self, other: Header) -> "Table":
        """The same sheet with its columns in the order of another header."""
        if self.header.names == other.names:
            return self
        places = {name: at for at, name in enumerate(self.header.names) if name}
        order = tuple(places.get(name) if name else None for name in other.names)
        return replace(self, header=other, order=order)
