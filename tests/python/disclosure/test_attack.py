"""The attacker finds what can be worked out, and what is chosen to be hidden cannot be."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from selaras.disclosure.attack import attack, is_close
from selaras.disclosure.block import Block
from selaras.disclosure.protect import Unprotectable, protect
from selaras.disclosure.solver import INFINITE

WIDTH = 8.0


def block(table: list[list[float]], known: tuple[int, ...] = ()) -> Block:
    """A table with its sums of rows and columns and its total, each row a place of its own.

    The cells are those of the table row by row, then sums of rows, sums of columns, the total.
    """
    atom = np.array(table, dtype=float)
    height, width = atom.shape
    places = list(product(range(height), range(width)))
    inner = height * width
    member = [
        [row * width + column, inner + row, inner + height + column, inner + height + width]
        for row, column in places
    ]
    value = np.concatenate([atom.ravel(), atom.sum(axis=1), atom.sum(axis=0), [atom.sum()]])
    weight = value + 1
    weight[list(known)] = np.inf
    return Block(
        value=value,
        width=np.full(len(value), WIDTH),
        weight=weight,
        is_target=np.ones(len(value), dtype=bool),
        least=np.zeros(len(value)),
        most=np.full(len(value), INFINITE),
        atom=atom.ravel(),
        member=np.array(member),
        area=np.array([[row, 0] for row, _ in places]),
    )


TABLE = [[3, 40, 25], [30, 20, 50], [60, 70, 12]]


def test_a_single_hidden_cell_is_worked_out_from_its_sums() -> None:
    cells = block(TABLE)
    hidden = cells.value < 10
    low, high = attack(cells, hidden)
    assert (low[0], high[0]) == (3, 3)
    assert is_close(cells, hidden, (low, high)).tolist() == hidden.tolist()


def test_the_bounds_are_those_of_every_table_that_could_be() -> None:
    cells = block([[2, 9], [5, 4]])
    hidden = np.array([True] * 4 + [False] * 5)
    low, high = attack(cells, hidden)
    possible = [(a, 11 - a, 7 - a, a + 2) for a in range(12) if min(11 - a, 7 - a, a + 2) >= 0]
    assert low[:4].tolist() == [min(each) for each in zip(*possible, strict=True)]
    assert high[:4].tolist() == [max(each) for each in zip(*possible, strict=True)]


def test_what_is_hidden_beside_it_leaves_enough_doubt_and_no_more_is_lost_than_must_be() -> None:
    cells = block(TABLE)
    hidden = protect(cells, cells.value < 10)
    assert not is_close(cells, hidden, attack(cells, hidden)).any()
    # Every choice of four corners that works loses at least as much.
    rows_and_columns = [(row, column) for row in (1, 2) for column in (1, 2)]
    costs = [TABLE[row][0] + TABLE[0][col] + TABLE[row][col] for row, col in rows_and_columns]
    assert cells.value[hidden].sum() - 3 == min(costs)


def test_what_is_known_anyway_is_never_hidden() -> None:
    cells = block(TABLE, known=(1, 15))
    hidden = protect(cells, (cells.value < 10) & ~np.isinf(cells.weight))
    assert not hidden[[1, 15]].any()
    assert not is_close(cells, hidden, attack(cells, hidden)).any()


def test_a_cell_that_everything_known_tells_cannot_be_protected() -> None:
    cells = block([[3, 5]], known=(0,))
    with pytest.raises(Unprotectable):
        protect(
            replace(cells, weight=np.array([3, np.inf, np.inf, np.inf, np.inf, np.inf])),
            cells.value == 3,
        )


def test_what_an_earlier_week_told_bounds_a_cell_of_this_one() -> None:
    cells = block(TABLE)
    hidden = protect(cells, cells.value < 10)
    told = np.zeros(len(hidden), dtype=bool)
    told[np.flatnonzero(hidden & (cells.value >= 10))[0]] = True
    known = replace(
        cells,
        least=np.where(told, cells.value, 0.0),
        most=np.where(told, cells.value, INFINITE),
    )
    assert is_close(known, hidden, attack(known, hidden)).any()
    wider = protect(replace(known, is_target=~told), hidden)
    assert wider.sum() > hidden.sum()


def test_the_choice_is_the_same_every_time() -> None:
    random = np.random.default_rng(5)
    cells = block(random.poisson(12, (8, 9)).tolist())
    first = protect(cells, cells.value < 10)
    assert not is_close(cells, first, attack(cells, first)).any()
    assert all((protect(cells, cells.value < 10) == first).all() for _ in range(3))
