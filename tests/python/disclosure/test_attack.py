"""The attacker finds what can be worked out, and what is chosen to be hidden cannot be."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from selaras.disclosure.attack import attack, is_close, truth
from selaras.disclosure.block import Block, Sums, components
from selaras.disclosure.protect import Unprotectable, protect
from selaras.disclosure.solver import INFINITE

WIDTH = 8.0


def block(table: list[list[float]], known: tuple[int, ...] = ()) -> Block:
    """A table with its sums of rows and columns and its total.

    The cells are those of the table row by row, then sums of rows, sums of columns, the total.
    Rows are places that are alike, and what is summed over rows is of the place around them.
    """
    inner = np.array(table, dtype=float)
    height, width = inner.shape
    rows, columns = inner.size + np.arange(height), inner.size + height + np.arange(width)
    total = inner.size + height + width
    cell = np.arange(inner.size).reshape(height, width)
    parts = [*cell, *cell.T, rows, columns]
    wholes = [*rows, *columns, total, total]
    value = np.concatenate([inner.ravel(), inner.sum(axis=1), inner.sum(axis=0), [inner.sum()]])
    weight = value + 1
    weight[list(known)] = np.inf
    return Block(
        value=value,
        width=np.full(len(value), WIDTH),
        weight=weight,
        is_target=np.ones(len(value), dtype=bool),
        least=np.zeros(len(value)),
        most=np.full(len(value), INFINITE),
        sums=sums(wholes, parts),
        twin=np.concatenate([*[columns] * height, [total] * height, [-1] * (width + 1)]),
        place=np.concatenate(
            [np.repeat(np.arange(height), width), np.arange(height), [height] * (width + 1)]
        ),
        around=np.array([height] * height + [-1]),
    )


def sums(wholes: list[int], parts: list[np.ndarray]) -> Sums:
    """Each whole is the sum of its parts."""
    sizes = [len(each) for each in parts]
    nth = np.arange(len(wholes))
    return Sums(
        row=np.concatenate([nth, np.repeat(nth, sizes)]),
        cell=np.concatenate([np.array(wholes), *parts]),
        sign=np.repeat([1.0, -1.0], [len(wholes), sum(sizes)]),
        count=len(wholes),
    )


def nested(smallest: np.ndarray, around: list[int]) -> Block:
    """Counts of smallest places by cut, and of those around them: the last is around all others.

    `around` says of every place but the last which is around it. Each place has its cuts, then
    their sum.
    """
    within = np.array([*around, -1])
    count, width = len(within), smallest.shape[1] + 1
    table = np.zeros((count, width))
    table[: len(smallest), :-1] = smallest
    table[:, -1] = table.sum(axis=1)
    for place in range(count - 1):  # those around come after
        table[within[place]] += table[place]
    cell = np.arange(count * width).reshape(count, width)
    by_place = [(place, column) for place in set(around) for column in range(width)]
    parts = [*cell[:, :-1], *(cell[within == place, column] for place, column in by_place)]
    wholes = [*cell[:, -1], *(cell[each] for each in by_place)]
    size = cell.size
    return Block(
        value=table.ravel(),
        width=np.full(size, WIDTH),
        weight=table.ravel() + 1,
        is_target=np.ones(size, dtype=bool),
        least=np.zeros(size),
        most=np.full(size, INFINITE),
        sums=sums(wholes, parts),
        twin=np.where(within[:, None] < 0, -1, cell[within]).ravel(),
        place=np.repeat(np.arange(count), width),
        around=within,
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
    hidden = protect(cells, cells.value < 10, truth(cells))
    assert not is_close(cells, hidden, attack(cells, hidden)).any()
    # Every choice of four corners that works loses at least as much.
    rows_and_columns = [(row, column) for row in (1, 2) for column in (1, 2)]
    costs = [TABLE[row][0] + TABLE[0][col] + TABLE[row][col] for row, col in rows_and_columns]
    assert cells.value[hidden].sum() - 3 == min(costs)


def test_what_is_known_anyway_is_never_hidden() -> None:
    cells = block(TABLE, known=(1, 15))
    hidden = protect(cells, (cells.value < 10) & cells.may_hide(), truth(cells))
    assert not hidden[[1, 15]].any()
    assert not is_close(cells, hidden, attack(cells, hidden)).any()


def test_a_cell_that_everything_known_tells_cannot_be_protected() -> None:
    cells = block([[3, 5]], known=(0,))
    with pytest.raises(Unprotectable):
        protect(
            replace(cells, weight=np.array([3, np.inf, np.inf, np.inf, np.inf, np.inf])),
            cells.value == 3,
            truth(cells),
        )


def test_what_an_earlier_week_told_bounds_a_cell_of_this_one() -> None:
    cells = block(TABLE)
    hidden = protect(cells, cells.value < 10, truth(cells))
    told = np.zeros(len(hidden), dtype=bool)
    told[np.flatnonzero(hidden & (cells.value >= 10))[0]] = True
    known = replace(
        cells,
        least=np.where(told, cells.value, 0.0),
        most=np.where(told, cells.value, INFINITE),
    )
    assert is_close(known, hidden, attack(known, hidden)).any()
    wider = protect(replace(known, is_target=~told), hidden, truth(cells))
    assert wider.sum() > hidden.sum()


def test_the_choice_is_the_same_every_time() -> None:
    random = np.random.default_rng(5)
    cells = block(random.poisson(12, (8, 9)).tolist())
    first = protect(cells, cells.value < 10, truth(cells))
    assert not is_close(cells, first, attack(cells, first)).any()
    assert all((protect(cells, cells.value < 10, truth(cells)) == first).all() for _ in range(3))


def test_places_that_may_change_places_say_no_more_than_each_by_itself() -> None:
    random, spared = np.random.default_rng(2), 0
    for _ in range(80):
        of_each = random.integers(1, 4, random.integers(2, 4))  # smallest places of larger ones
        count = int(of_each.sum())
        larger = count + np.arange(len(of_each))
        around = [*np.repeat(larger, of_each), *[count + len(of_each)] * len(of_each)]
        cells = nested(random.poisson(2, (count, random.integers(1, 4))), around)
        seen = random.random(len(cells.value)) < random.choice([0.03, 0.2])
        seen[-1] = True
        told = random.random(len(cells.value)) < 0.03
        cells = replace(cells, most=np.where(told, cells.value + 1, INFINITE))
        apart = replace(cells, twin=np.full(len(seen), -1))
        low, high = attack(cells, ~seen)
        least, most = attack(replace(apart, width=np.full(len(seen), INFINITE)), ~seen)
        assert (low >= least - 1e-6).all()
        assert (high <= most + 1e-6).all()
        close = is_close(apart, ~seen, attack(apart, ~seen))
        assert (is_close(cells, ~seen, (low, high)) == close).all()
        larger_ones = np.isin(cells.place, larger) & cells.interchangeable(~seen)
        spared += larger_ones.any() and not close.all()
    assert spared > 20


def test_a_world_that_does_not_add_up_proves_nothing() -> None:
    cells = block(TABLE)
    hidden = cells.value < 10
    assert (cells.checked(cells.value, hidden) == cells.value).all()
    for wrong in (0, 4):  # a hidden cell that its sums do not allow, and one that is seen
        world = cells.value.copy()
        world[wrong] += 1
        with pytest.raises(AssertionError):
            cells.checked(world, hidden)


def test_hidden_cells_that_no_sum_links_are_attacked_apart() -> None:
    cells = block([[3, 5, 40, 41], [6, 8, 42, 43], [44, 45, 2, 4], [46, 47, 7, 9]])
    linked = components(cells.sums, cells.value < 10)
    assert linked.tolist()[:16] == [0, 0, -1, -1, 0, 0, -1, -1, -1, -1, 10, 10, -1, -1, 10, 10]


def test_groups_that_no_table_shows_need_not_be_looked_at() -> None:
    """Kelurahan by group of deciles and kecamatan by decile: what kelurahan by decile could be."""
    inner = np.array([[2, 3], [1, 2]])  # kelurahan by decile, all in one group
    whole = int(inner.sum())
    cells = replace(
        block([[0.0]]),
        value=np.array([*inner.sum(axis=1), *inner.sum(axis=0), whole], dtype=float),
        width=np.full(5, WIDTH),
        weight=np.ones(5),
        is_target=np.ones(5, dtype=bool),
        least=np.zeros(5),
        most=np.full(5, INFINITE),
        sums=sums([4, 4], [np.array([0, 1]), np.array([2, 3])]),
        twin=np.array([4, 4, -1, -1, -1]),
        place=np.array([0, 1, 2, 2, 2]),
        around=np.array([2, 2, -1]),
    )
    for shown in product([False, True], repeat=4):
        hidden = ~np.array([*shown, True])
        worlds = []
        for a, b, c, d in product(range(whole + 1), repeat=4):
            world = np.array([a + b, c + d, a + c, b + d, a + b + c + d])
            if (world == cells.value)[~hidden].all():
                worlds.append(world)
        low, high = attack(replace(cells, width=np.full(5, 1e3)), hidden)
        assert low.tolist() == np.min(worlds, axis=0).tolist()
        assert high.tolist() == np.max(worlds, axis=0).tolist()
