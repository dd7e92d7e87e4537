"""Which cells are hidden beside the small ones, so that these cannot be worked out."""

import numpy as np

from selaras.disclosure.attack import SLACK, Bounds, is_close, look, widen
from selaras.disclosure.block import Block
from selaras.disclosure.solver import Programme

KEPT = 1e-3  # a move of what is hidden costs next to nothing
MASS = 8  # a share of all families is moved at a time, lest larger sums must move too
APART = 2  # sums between cells that are moved together
WORTH = 10  # times the heaviest cell: what a cell that is moved far enough is worth


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
    moves = Moves(block)
    look(block, hidden, bounds)
    while (left := is_close(block, hidden, bounds)).any():
        while left.any():
            cells = _apart(block, left)[: _together(block)]
            moves.away(cells, hidden, bounds)
            still = left & is_close(block, hidden, bounds)
            if still[cells].all():  # together they cannot, or not at all
                moves.away(cells[:1], hidden, bounds)
                still &= is_close(block, hidden, bounds)
                if still[cells[0]]:
                    raise Unprotectable
            left = still
    return hidden


def _together(block: Block) -> int:
    """How many cells are moved at a time."""
    return max(1, int(block.value.max() / (MASS * block.width.max())))


def _apart(block: Block, left: np.ndarray) -> np.ndarray:
    """Cells that have no cell beside them in common: the heaviest first, of equals the first.

    What is moved for one of them is then seldom moved for another.
    """
    order = np.flatnonzero(left)
    order = order[np.argsort(-block.weight[order], kind="stable")]
    rank = np.full(len(left), len(left))
    rank[order] = np.arange(len(order))
    sums, nearest = block.sums, rank.copy()
    for _ in range(APART):
        first = np.full(sums.count, len(left))
        np.minimum.at(first, sums.row, nearest[sums.cell])
        np.minimum.at(nearest, sums.cell, first[sums.row])
    return order[nearest[order] == rank[order]]


class Moves:
    """Other worlds by what each cell gains and loses in them, and what that costs."""

    def __init__(self, block: Block) -> None:
        """Two columns a cell: how much more and how much less it is than in truth."""
        self._block = block
        self._rise = np.where(block.may_hide(), block.most - block.value, 0.0)
        self._fall = np.where(block.may_hide(), block.value - block.least, 0.0)
        sums, count = block.sums, len(block.value)
        self._programme = Programme(
            (np.zeros(2 * count), np.concatenate([self._rise, self._fall])),
            (np.zeros(sums.count), np.zeros(sums.count)),
            (
                np.concatenate([sums.row, sums.row]),
                np.concatenate([sums.cell, sums.cell + count]),
                np.concatenate([sums.sign, -sums.sign]),
            ),
        )

    def away(self, cells: np.ndarray, hidden: np.ndarray, bounds: Bounds) -> None:
        """Hide what must be, so that cells may be a width above the least that they may be.

        As many of them as can be so together, at the least loss.
        """
        block, count = self._block, len(hidden)
        wanted = bounds[0][cells] + block.width[cells] - block.value[cells]
        cost = np.where(hidden, KEPT, np.where(block.may_hide(), block.weight, 0.0))
        cost = np.concatenate([cost, cost])
        cost[cells] = -WORTH * cost.max()
        columns = np.concatenate([cells, cells + count])
        zero, rise, fall = np.zeros(len(cells)), self._rise[cells], self._fall[cells]
        self._programme.bound(
            columns, np.zeros(len(columns)), np.concatenate([np.minimum(wanted, rise), zero])
        )
        found = self._programme.solve(cost)
        self._programme.bound(columns, np.zeros(len(columns)), np.concatenate([rise, fall]))
        if found is None:
            raise Unprotectable
        world = block.value + found[:count] - found[count:]
        hidden |= np.abs(world - block.value) > SLACK
        widen(bounds, block.checked(world, hidden))
