"""Which cells are hidden beside the small ones, so that these cannot be worked out."""

import numpy as np

from selaras.disclosure.attack import SLACK, attack, costs, glance, is_close, widen, worlds
from selaras.disclosure.block import Block, View, view
from selaras.disclosure.solver import INFINITE, Programme

KEPT = 1e-3  # a move of what is hidden costs next to nothing
CHEAP = 10  # a loss of so many widths is not worth a look further off


class Unprotectable(Exception):
    """Cells that stay close to what is known whatever else is hidden."""


def protect(block: Block, hidden: np.ndarray) -> np.ndarray:
    """The hidden cells and those that must be hidden with them, at the least loss found.

    For each hidden cell that may be too well known, the cheapest other world is looked for in which
    it is as far away as it must be; the visible cells that differ in it are hidden too.
    """
    hidden = hidden.copy()
    while True:
        seen = view(block, hidden)
        low, high = glance(block, seen, hidden)

        def is_wide(cell: int, low: np.ndarray = low, high: np.ndarray = high) -> bool:
            return high[cell] - low[cell] >= block.width[cell] - SLACK

        left = is_close(block, hidden, (low, high))
        before = hidden.copy()
        programme = worlds(seen)
        for cell in _by_weight(block, left):
            if is_wide(cell):
                continue
            widen((low, high), seen, programme.solve(costs(seen, seen.inside, cell, 1.0)))
            if is_wide(cell):
                continue
            world, moved = cheapest(block, seen, hidden, cell, low[cell] + block.width[cell])
            widen((low, high), seen, world)
            hidden |= moved
        if (hidden == before).all():
            break
    if is_close(block, hidden, attack(block, hidden)).any():
        raise Unprotectable
    return hidden


def _by_weight(block: Block, cells: np.ndarray) -> np.ndarray:
    """Cells in the order in which they are looked at: the heaviest first, of equals the first."""
    found = np.flatnonzero(cells)
    return found[np.argsort(-block.weight[found], kind="stable")]


def cheapest(
    block: Block, seen: View, hidden: np.ndarray, cell: int, wanted: float
) -> tuple[np.ndarray, np.ndarray]:
    """The world, a figure per class, in which a cell is `wanted`, and what must be hidden for it.

    It is looked for around the cell first, and further off where it would change what lies beyond.
    """
    best, least = None, np.inf
    for area in block.around(cell):
        classes = np.unique(seen.of_atom[area])
        world = _cheapest_of(block, seen, hidden, (cell, wanted), classes)
        if world is None:
            continue
        figure = np.bincount(seen.row, world[seen.column], len(seen.cell))
        moved = np.zeros(len(hidden), dtype=bool)
        moved[seen.cell[(figure > seen.most + SLACK) | (figure < seen.least - SLACK)]] = True
        lost = block.weight[moved & ~hidden].sum()
        if lost < least:
            best, least = (world, moved), lost
        is_beyond = np.isin(block.member[~area], np.flatnonzero(moved & ~hidden)).any()
        if not is_beyond or lost <= CHEAP * block.width[cell]:
            break
    if best is None:
        raise Unprotectable
    return best


def _cheapest_of(
    block: Block, seen: View, hidden: np.ndarray, wish: tuple[int, float], classes: np.ndarray
) -> np.ndarray | None:
    """The cheapest world in which nothing but some classes differs from what truly is."""
    cell, wanted = wish
    place = np.full(len(seen.total), -1)
    place[classes] = np.arange(len(classes))
    kept = place[seen.column] >= 0
    rows, row = np.unique(seen.row[kept], return_inverse=True)
    column = place[seen.column[kept]]
    touched = place[seen.touched.of(cell)]
    touched = touched[touched >= 0]
    count, height = len(classes), len(rows)
    truth = np.bincount(seen.row, seen.total[seen.column], len(seen.cell))[rows]
    price = np.where(hidden, KEPT, block.weight)[seen.cell[rows]]
    # What is known anyway does not move, nor does what is hidden and was told by an earlier week.
    is_fixed = np.isinf(price) | block.pinned(hidden)[seen.cell[rows]]
    room, price = np.where(is_fixed, 0.0, INFINITE), np.where(is_fixed, 0.0, price)
    # What each class gains and loses, and by how much each row rises and falls.
    programme = Programme(
        (
            np.zeros(2 * (count + height)),
            np.concatenate([np.full(count, INFINITE), seen.total[classes], room, room]),
        ),
        (
            np.append(seen.least[rows] - truth, wanted - seen.total[seen.touched.of(cell)].sum()),
            np.append(seen.most[rows] - truth, INFINITE),
        ),
        _entries((row, column), touched, count, height),
    )
    found = programme.solve(np.concatenate([np.full(2 * count, KEPT), price, price]))
    if found is None:
        return None
    world = seen.total.copy()
    world[classes] += found[:count] - found[count : 2 * count]
    return world


def _entries(
    entry: tuple[np.ndarray, np.ndarray], touched: np.ndarray, count: int, height: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Row, column and coefficient: a row is what its classes gain and lose, less its own change."""
    row, column = entry
    each, last = np.arange(height), np.full(len(touched), height)
    return (
        np.concatenate([row, row, each, each, last, last]),
        np.concatenate(
            [
                column,
                column + count,
                2 * count + each,
                2 * count + height + each,
                touched,
                touched + count,
            ]
        ),
        np.repeat(
            [1.0, -1.0, -1.0, 1.0, 1.0, -1.0],
            [len(row), len(row), height, height, len(touched), len(touched)],
        ),
    )
