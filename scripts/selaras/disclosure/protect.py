"""Which cells are hidden beside the small ones, so that these cannot be worked out."""

import numpy as np

from selaras.disclosure.attack import SLACK, Bounds, Search, is_close, widen
from selaras.disclosure.block import Block
from selaras.disclosure.solver import Programme

KEPT = 1e-3  # a move of what is hidden costs next to nothing
CHEAP = 4  # what cells lose together is more than what they lose apart, if it is so many widths


class Unprotectable(Exception):
    """Cells that stay close to what is known whatever else is hidden."""


def protect(block: Block, hidden: np.ndarray, bounds: Bounds) -> np.ndarray:
    """The hidden cells and those that must be hidden with them, at the least loss found.

    For hidden cells that may be too well known, the cheapest other world is looked for in which
    they are as far away as they must be; the visible cells that differ in it are hidden too.
    `bounds` are what worlds have shown so far, and are widened: as long as no hidden cell is shown
    again, what was possible stays so.
    """
    hidden = hidden.copy()
    if not is_close(block, hidden, bounds).any():
        return hidden
    moves = Moves(block, hidden)
    Search(block, hidden).glance(bounds)
    while (left := is_close(block, hidden, bounds)).any():
        while left.any():
            cells = _apart(block, left)
            left[cells] = False
            moves.away(cells, hidden, bounds)
            left &= is_close(block, hidden, bounds)
    return hidden


def _apart(block: Block, left: np.ndarray) -> np.ndarray:
    """Cells of which no two stand in one sum: the heaviest first, of equals the first."""
    order = np.flatnonzero(left)
    order = order[np.argsort(-block.weight[order], kind="stable")]
    rank = np.full(len(left), len(left))
    rank[order] = np.arange(len(order))
    sums = block.sums
    first = np.full(sums.count, len(left))
    np.minimum.at(first, sums.row, rank[sums.cell])
    is_first = np.ones(len(left), dtype=bool)
    np.logical_and.at(is_first, sums.cell, rank[sums.cell] == first[sums.row])
    return order[is_first[order]]


class Moves:
    """Other worlds by what each cell gains and loses in them, and what that costs."""

    def __init__(self, block: Block, hidden: np.ndarray) -> None:
        """Two columns a cell: how much more and how much less it is than in truth."""
        self._block = block
        is_fixed = ~block.may_hide()
        self._rise = np.where(is_fixed, 0.0, block.most - block.value)
        self._fall = np.where(is_fixed, 0.0, block.value - block.least)
        sums, count = block.sums, len(hidden)
        entries = (
            np.concatenate([sums.row, sums.row]),
            np.concatenate([sums.cell, sums.cell + count]),
            np.concatenate([sums.sign, -sums.sign]),
        )
        self._programme = Programme(
            (np.zeros(2 * count), np.concatenate([self._rise, self._fall])),
            (np.zeros(sums.count), np.zeros(sums.count)),
            entries,
        )

    def away(self, cells: np.ndarray, hidden: np.ndarray, bounds: Bounds) -> None:
        """Hide what must be, so that cells may be a width above the least that they may be.

        Where some of them cannot be so together, half of them are taken at a time.
        """
        block = self._block
        wanted = bounds[0][cells] + block.width[cells] - block.value[cells]
        price = np.where(hidden, KEPT, np.where(block.may_hide(), block.weight, 0.0))
        world = None
        if (wanted <= self._rise[cells]).all():
            world = self._nearest(cells, wanted, price)
        if world is not None:
            moved = np.abs(world - block.value) > SLACK
            lost = block.weight[moved & ~hidden].sum()
            if len(cells) == 1 or lost <= CHEAP * block.width[cells].sum():
                widen(bounds, block.checked(world, hidden | moved))
                hidden |= moved
                return
        elif len(cells) == 1:
            raise Unprotectable
        for half in np.array_split(cells, 2):
            self.away(half, hidden, bounds)

    def _nearest(
        self, cells: np.ndarray, wanted: np.ndarray, price: np.ndarray
    ) -> np.ndarray | None:
        """The cheapest world in which cells have gained as much as is wanted."""
        count = len(price)
        zero = np.zeros(len(cells))
        self._programme.bound(cells, wanted, self._rise[cells])
        self._programme.bound(cells + count, zero, zero)
        found = self._programme.solve(np.concatenate([price, price]))
        self._programme.bound(cells, zero, self._rise[cells])
        self._programme.bound(cells + count, zero, self._fall[cells])
        if found is None:
            return None
        return self._block.value + found[:count] - found[count:]
