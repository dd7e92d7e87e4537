"""Cells that are sums of each other, and what is known of them."""

from dataclasses import dataclass

import numpy as np

NEAR = 1e-7  # what sums may be apart, as a share of the greatest figure


@dataclass(frozen=True)
class Sums:
    """Which cells are sums of others: entries of a sparse matrix that gives 0 with true figures.

    All three have one value per entry: the number of the sum, the number of the cell, and 1 for
    the whole or -1 for a part of it. `count` is how many sums there are.
    """

    row: np.ndarray
    cell: np.ndarray
    sign: np.ndarray
    count: int


@dataclass(frozen=True)
class Block:
    """Cells of one subject and programme with one measure: families, persons or rupiah.

    Whoever attacks knows the sums, that no cell is negative, and `least` and `most`.
    All arrays have one value per cell.
    """

    value: np.ndarray  # what the cell truly is
    width: np.ndarray  # how far apart the bounds of a hidden cell must be at least
    weight: np.ndarray  # what is lost when it is hidden; infinite where it is known anyway
    is_target: np.ndarray  # whether it is published, so that it must be protected when hidden
    least: np.ndarray  # what else is known, as from an earlier week: 0 and infinite if nothing
    most: np.ndarray
    sums: Sums
    twin: np.ndarray  # the cell of the place around it that it is a part of; -1 if none is
    place: np.ndarray  # the number of the place that it tells of
    around: np.ndarray  # by number of a place, the place around it; -1 if none is

    def may_hide(self) -> np.ndarray:
        """The cells that nothing else tells, as a mask."""
        return ~np.isinf(self.weight)

    def interchangeable(self, hidden: np.ndarray) -> np.ndarray:
        """The cells of places that may change places within the place around them, as a mask.

        Nothing is seen of such a place and of those inside it, and nothing else is known of them.
        Where it has the figures of another such place, and that one its own, each can lay them
        into any one of those inside it, so that no sum is another one.
        """
        is_open = hidden & (self.twin >= 0) & (self.least == 0) & np.isinf(self.most)
        is_told = np.bincount(self.place, ~is_open, len(self.around)) > 0
        inside = np.flatnonzero(self.around >= 0)
        while True:
            wider = is_told.copy()
            np.logical_or.at(wider, self.around[inside], is_told[inside])
            if (wider == is_told).all():
                return ~is_told[self.place]
            is_told = wider

    def checked(self, world: np.ndarray, hidden: np.ndarray) -> np.ndarray:
        """A figure per cell as it is, if it fits all that is known; whatever solver found it.

        No proof rests on a solver: a world that does not hold is a bug.
        """
        sums, near = self.sums, NEAR * (1 + np.abs(self.value).max())
        rest = np.bincount(sums.row, sums.sign * world[sums.cell], sums.count)
        fits = (
            (np.abs(rest) <= near).all()
            and (np.abs(world - self.value)[~hidden] <= near).all()
            and (world >= np.minimum(self.least, self.value) - near).all()
            and (world <= np.maximum(self.most, self.value) + near).all()
        )
        if not fits:
            raise AssertionError("a world that cannot be")
        return world


def components(sums: Sums, hidden: np.ndarray) -> np.ndarray:
    """A number per cell: hidden cells have the same where sums link them, others -1.

    What is known of one component tells nothing of another.
    """
    is_open = hidden[sums.cell]
    row, cell = sums.row[is_open], sums.cell[is_open]
    found = np.where(hidden, np.arange(len(hidden)), -1)
    while True:
        of_row = np.full(sums.count, len(hidden))
        np.minimum.at(of_row, row, found[cell])
        lower = found.copy()
        np.minimum.at(lower, cell, of_row[row])
        lower[hidden] = lower[lower[hidden]]
        if (lower == found).all():
            return found
        found = lower
