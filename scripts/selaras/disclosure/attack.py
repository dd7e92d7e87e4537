"""What can be worked out of a publication: the least and the greatest that a hidden cell can be."""

import numpy as np

from selaras.disclosure.block import Block, Parts, View, view
from selaras.disclosure.solver import Programme

SLACK = 1e-6
FEW = 3
Bounds = tuple[np.ndarray, np.ndarray]  # the least and the greatest figure of each cell


def attack(block: Block, hidden: np.ndarray) -> Bounds:
    """Bounds of every cell for one who knows all that is not `hidden`.

    Bounds closer than the width of a cell are all that can be proven of it; where they are further
    apart, both are figures that fit everything that is known.
    """
    seen = view(block, hidden)
    low, high = glance(block, seen, hidden)
    programme = worlds(seen)
    for cell in np.flatnonzero(is_close(block, hidden, (low, high))):
        low[cell], high[cell] = np.inf, -np.inf
        for sign, parts in ((1.0, seen.inside), (-1.0, seen.touched)):
            found = programme.solve(costs(seen, parts, cell, sign))
            low[cell] = min(low[cell], found[seen.inside.of(cell)].sum())
            high[cell] = max(high[cell], found[seen.touched.of(cell)].sum())
    return low, high


def is_close(block: Block, hidden: np.ndarray, bounds: Bounds) -> np.ndarray:
    """Which cells are hidden and bounded more closely than they may be, as a mask."""
    low, high = bounds
    return hidden & block.is_target & (high - low < block.width - SLACK)


def worlds(seen: View) -> Programme:
    """All that could be, as far as one can tell, to be searched for extremes."""
    count = len(seen.total)
    most = np.full(count, 2 * seen.total.sum() + 1)  # so that no search is without end
    entries = (seen.row, seen.column, np.ones(len(seen.row)))
    return Programme((np.zeros(count), most), (seen.least, seen.most), entries)


def glance(block: Block, seen: View, hidden: np.ndarray) -> Bounds:
    """Bounds that some worlds show, of many cells at once: never further apart than the truth."""
    low, high = seen.reach()
    programme = worlds(seen)
    left = is_close(block, hidden, (low, high))
    turn, gained = 0, len(left)
    while left.any() and gained > FEW:
        signs = np.where(left, _signs(len(left), turn), 0.0)
        each = np.repeat(signs, np.diff(seen.touched.starts))
        world = programme.solve(np.bincount(seen.touched.classes, each, len(seen.total)))
        widen((low, high), seen, world)
        before, left = left.sum(), is_close(block, hidden, (low, high))
        turn, gained = turn + 1, before - left.sum()
    return low, high


def costs(seen: View, parts: Parts, cell: int, sign: float) -> np.ndarray:
    """What each class costs when a cell shall be as little (1), or as much (-1), as it can be."""
    found = np.zeros(len(seen.total))
    found[parts.of(cell)] = sign
    return found


def widen(bounds: Bounds, seen: View, world: np.ndarray) -> None:
    """Let bounds be as far apart as one more world shows."""
    low, high = bounds
    np.minimum(low, seen.inside.sums(world), out=low)
    np.maximum(high, seen.touched.sums(world), out=high)


def _signs(count: int, turn: int) -> np.ndarray:
    """More or less: another mixture for each even turn, and the opposite in the turn after it."""
    mixed = (np.arange(count) + 1) * (2654435761 + 40503 * (turn // 2)) >> 13
    return (1.0 - 2.0 * (mixed & 1)) * (-1) ** turn
