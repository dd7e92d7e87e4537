"""What can be worked out of a publication: the least and the greatest that a hidden cell can be."""

import numpy as np

from selaras.disclosure.block import Block, components
from selaras.disclosure.solver import PRIMAL, Programme

SLACK = 1e-6
FEW = 2  # cells that a look at many at once must add to be worth another
Bounds = tuple[np.ndarray, np.ndarray]  # the least and the greatest figure of each cell


def attack(block: Block, hidden: np.ndarray) -> Bounds:
    """Bounds of every cell for one who knows all that is not `hidden`.

    Bounds closer than the width of a cell are all that can be proven of it; where they are further
    apart, both are figures that fit everything that is known.
    """
    bounds = truth(block)
    look(block, hidden, bounds)
    return bounds


def look(block: Block, hidden: np.ndarray, bounds: Bounds) -> None:
    """Widen bounds until every cell is shown to be far enough apart, or all is known of it."""
    search = Search(block, hidden)
    search.glance(bounds)
    left = is_close(block, hidden, bounds)
    linked = components(block.sums, hidden)
    while left.any():
        # What one component costs does not hang on another: one search serves a cell of each.
        _, first = np.unique(linked[left], return_index=True)
        cells = np.flatnonzero(left)[first]
        search.widen(bounds, search.extreme(cells, -1.0))
        # Most cells are few families, or none: how many more they could be is the answer.
        close = cells[is_close(block, hidden, bounds)[cells]]
        if len(close):
            search.widen(bounds, search.extreme(close, 1.0))
        left &= is_close(block, hidden, bounds)
        left[cells] = False


def is_close(block: Block, hidden: np.ndarray, bounds: Bounds) -> np.ndarray:
    """Which cells are hidden and bounded more closely than they may be, as a mask."""
    low, high = bounds
    return hidden & block.is_target & (high - low < block.width - SLACK)


def truth(block: Block) -> Bounds:
    """Bounds before any other world is known."""
    return block.value.copy(), block.value.copy()


def widen(bounds: Bounds, world: np.ndarray) -> None:
    """Let bounds be as far apart as one more world shows."""
    low, high = bounds
    np.minimum(low, world, out=low)
    np.maximum(high, world, out=high)


class Search:
    """All worlds that could be, as far as one can tell who does not know the hidden cells."""

    def __init__(self, block: Block, hidden: np.ndarray) -> None:
        """Each hidden cell is a column, each sum of some a row."""
        self._block, self._hidden = block, hidden
        sums = block.sums
        is_open = hidden[sums.cell]
        rows, row = np.unique(sums.row[is_open], return_inverse=True)
        column = (np.cumsum(hidden) - 1)[sums.cell[is_open]]
        sign = sums.sign[is_open]
        right = np.bincount(row, sign * block.value[sums.cell[is_open]], len(rows))
        ceiling = 2 * block.value.sum() + 1  # so that no search is without end
        self._lower, self._upper = block.least, np.minimum(block.most, ceiling)
        self._programme = Programme(
            (self._lower[hidden], self._upper[hidden]),
            (right, right),
            (row, column, sign),
            PRIMAL,
        )
        alike = np.flatnonzero(block.interchangeable(hidden))
        self._alike = alike[np.argsort(block.twin[alike], kind="stable")]
        _, self._starts, self._like = np.unique(
            block.twin[self._alike], return_index=True, return_inverse=True
        )

    def glance(self, bounds: Bounds) -> None:
        """Widen bounds by what some worlds show of many cells at once.

        Each world has as many as it can of the cells left as far away from truth as they must be,
        above it and then below it, and none further, so that there is enough for others.
        """
        block, hidden = self._block, self._hidden
        low, high = bounds
        for sign in (-1.0, 1.0):
            gained = True
            while gained and (left := is_close(block, hidden, bounds)).any():
                lower, upper = self._lower.copy(), self._upper.copy()
                if sign < 0:
                    upper[left] = np.minimum(upper, low + block.width)[left]
                else:
                    lower[left] = np.maximum(lower, high - block.width)[left]
                columns = np.flatnonzero(left[hidden])
                cells = np.flatnonzero(left)
                self._programme.bound(columns, lower[cells], upper[cells])
                self.widen(bounds, self._world(sign * left))
                self._programme.bound(columns, self._lower[cells], self._upper[cells])
                gained = is_close(block, hidden, bounds).sum() < left.sum() - FEW

    def widen(self, bounds: Bounds, world: np.ndarray) -> None:
        """Let bounds be as far apart as a world shows, and every other with places changed."""
        low, high = world.copy(), world.copy()
        if len(self._alike):
            of_twins = world[self._alike]
            low[self._alike] = np.minimum.reduceat(of_twins, self._starts)[self._like]
            high[self._alike] = np.maximum.reduceat(of_twins, self._starts)[self._like]
        widen(bounds, low)
        widen(bounds, high)

    def extreme(self, cells: np.ndarray, sign: float) -> np.ndarray:
        """The world where cells of different components are the least; the most if `sign` is -1."""
        costs = np.zeros(len(self._hidden))
        costs[cells] = sign
        return self._world(costs)

    def _world(self, costs: np.ndarray) -> np.ndarray:
        """The figure of every cell in the cheapest world."""
        world = self._block.value.copy()
        world[self._hidden] = self._programme.solve(costs[self._hidden])
        return self._block.checked(world, self._hidden)
