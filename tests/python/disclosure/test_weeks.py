"""What one week hides cannot be worked out from what the week before, or after, shows."""

import duckdb
import numpy as np
import pytest

from selaras.disclosure.attack import attack, is_close
from selaras.disclosure.choose import Cells, Limits, hide, read
from selaras.disclosure.protect import protect

LIMITS = Limits(smallest=10, width=8)
PLACES = ("3171010001", "3171010002", "3171020001", "3171020002")
CUTS = ("1", "2", "3")
Counts = dict[tuple[str, str], int]


@pytest.fixture
def counts() -> Counts:
    """Families by kelurahan and decile: one cell is small, and so is a sum of none."""
    figures = [4, 30, 41, 22, 35, 28, 31, 26, 24, 40, 33, 29]
    return dict(zip([(place, cut) for place in PLACES for cut in CUTS], figures, strict=True))


def cells(now: Counts, past: Counts | None = None, hidden: dict[str, bool] | None = None) -> Cells:
    """The cells of one programme: kelurahan by decile, with the sums of both and the whole."""
    past = past or {}
    connection = duckdb.connect()
    connection.execute("create table atom (place varchar, cut varchar, now int, past int)")
    connection.executemany(
        "insert into atom values (?, ?, ?, ?)",
        [(*key, now[key], past.get(key, 0)) for key in now],
    )
    connection.execute("create table was (cell_id varchar, is_hidden boolean)")
    connection.executemany("insert into was values (?, ?)", list((hidden or {"": True}).items()))
    connection.execute(
        """
        create table member as
        select 'family' as subject, 'x' as programme_id, place || '|' || cut as atom_id, *
        from (
            select *, place || cut as cell_id, 'decile' as cut_kind, 'kelurahan' as level from atom
            union all
            select *, place as cell_id, 'all' as cut_kind, 'kelurahan' as level from atom
            union all
            select *, cut as cell_id, 'decile' as cut_kind, 'province' as level from atom
            union all
            select *, 'whole' as cell_id, 'all' as cut_kind, 'province' as level from atom
        )
        """
    )
    cell = connection.sql(
        """
        select
            cell_id, subject, programme_id, cut_kind, level as region_level, 'shown' as table_name,
            sum(now)::bigint as unit_count, null::bigint as amount,
            any_value(was.is_hidden) as was_hidden
        from member left join was using (cell_id) group by all
        """
    )
    member = connection.sql(
        """
        select
            subject, programme_id, atom_id, cell_id, now as unit_count, 0 as amount,
            past as past_unit_count
        from member
        """
    )
    (found,) = read(cell, member, LIMITS)
    return found


def shown(found: Cells, chosen: np.ndarray) -> dict[str, bool]:
    """By cell whether it is hidden, as the week after reads it."""
    return dict(zip(found.ids.tolist(), chosen.tolist(), strict=True))


def test_a_week_with_no_change_hides_what_was_hidden(counts: Counts) -> None:
    first = hide(cells(counts), LIMITS)
    wider = first.copy()
    wider[np.flatnonzero(~first)[0]] = True  # as if the week before had to hide more
    wider = protect(cells(counts).families, wider)
    assert wider.sum() > first.sum()
    again = hide(cells(counts, counts, shown(cells(counts), wider)), LIMITS)
    assert (again == wider).all()


def test_a_cell_that_grew_does_not_tell_what_it_was(counts: Counts) -> None:
    before = cells(counts)
    first = hide(before, LIMITS)
    grown = counts | {(PLACES[0], "1"): 10}  # from hidden to large enough, and all else as it was
    found = cells(grown, counts, shown(before, first))
    second = hide(found, LIMITS)
    then, now = found.before, found.families
    bounds = {
        "least": np.where(second, 0, np.maximum(now.value - 9, 0)),
        "most": np.where(second, np.inf, now.value + 9),
    }
    told = type(then)(**{**then.__dict__, **bounds})
    assert not is_close(told, found.was_hidden, attack(told, found.was_hidden)).any()
    assert not is_close(now, second, attack(now, second)).any()


def test_the_order_in_which_rows_are_read_changes_nothing(counts: Counts) -> None:
    backwards = dict(reversed(counts.items()))
    first, second = cells(counts), cells(backwards)
    assert shown(first, hide(first, LIMITS)) == shown(second, hide(second, LIMITS))


def test_more_than_the_small_cell_is_hidden_and_never_what_is_known_anyway(counts: Counts) -> None:
    found = cells(counts)
    hidden = shown(found, hide(found, LIMITS))
    small = f"{PLACES[0]}1"
    assert hidden[small]
    assert not hidden["whole"]
    assert sum(hidden.values()) > 1
