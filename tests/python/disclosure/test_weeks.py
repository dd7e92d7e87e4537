"""What one week hides cannot be worked out from what the week before, or after, shows."""

from dataclasses import replace

import duckdb
import numpy as np
import pytest

from selaras.disclosure.attack import truth
from selaras.disclosure.choose import hide, is_told, last_week, this_week
from selaras.disclosure.protect import protect
from selaras.disclosure.read import Cells, Limits, read

LIMITS = Limits(smallest=10, width=8)
PLACES = ("3171010001", "3171010002", "3171020001", "3171020002")
CUTS = ("1", "2", "3")
Counts = dict[tuple[str, str], int]


@pytest.fixture
def counts() -> Counts:
    """Families by kelurahan and decile: one cell is small, and so is a sum of none."""
    figures = [4, 30, 41, 22, 35, 28, 31, 26, 24, 40, 33, 29]
    return dict(zip([(place, cut) for place in PLACES for cut in CUTS], figures, strict=True))


def cells(
    now: Counts,
    past: Counts | None = None,
    hidden: dict[str, bool] | None = None,
    rupiah: tuple[Counts | None, Counts | None] = (None, None),
) -> Cells:
    """The cells of one programme: kelurahan by decile, with the sums of both and the whole.

    `hidden` says what the week before hid; `rupiah` is the money of this week and of that.
    """
    past, (paid, paid_before) = past or {}, (each or {} for each in rupiah)
    connection = duckdb.connect()
    connection.execute("create table atom (place text, cut text, n int, m int, pn int, pm int)")
    connection.executemany(
        "insert into atom values (?, ?, ?, ?, ?, ?)",
        [(*key, now[key], paid.get(key), past.get(key, 0), paid_before.get(key, 0)) for key in now],
    )
    connection.execute("create table was (cell_id varchar, is_hidden boolean)")
    connection.executemany("insert into was values (?, ?)", list((hidden or {"": True}).items()))
    connection.execute(
        """
        create table inside as
        select *, place || cut as cell_id, 'decile' as cut_kind, 'kelurahan' as level,
            place as place_code from atom
        union all select *, place, 'all', 'kelurahan', place from atom
        union all select *, cut, 'decile', 'province', 'whole' from atom
        union all select *, 'whole', 'all', 'province', 'whole' from atom
        """
    )
    cell = connection.sql(
        """
        select
            cell_id, 'family' as subject, 'x' as programme_id, cut_kind, level as region_level,
            place_code, 'shown' as role, sum(n)::bigint as unit_count, sum(m)::bigint as amount,
            sum(pn)::bigint as past_unit_count, sum(pm)::bigint as past_amount,
            any_value(was.is_hidden) as was_hidden
        from inside left join was using (cell_id) group by all
        """
    )
    added = connection.sql(
        """
        select 'family' as subject, 'x' as programme_id, false as is_money_only, *
        from (
            select
                place || 'cut' as sum_id, place as whole_id, place || cut as part_id,
                false as is_by_place from atom
            union all select cut || 'place', cut, place || cut, true from atom
            union all select distinct 'places', 'whole', place, true from atom
            union all select distinct 'cuts', 'whole', cut, false from atom
        )
        """
    )
    change = connection.sql(
        """
        select
            'family' as subject, 'x' as programme_id,
            sum(greatest(n - pn, 0)) as gained_units, sum(greatest(pn - n, 0)) as lost_units,
            sum(greatest(coalesce(m, 0) - pm, 0)) as gained_amount,
            sum(greatest(pm - coalesce(m, 0), 0)) as lost_amount
        from atom
        """
    )
    (found,) = read(cell, added, change, LIMITS)
    return found


def shown(found: Cells, chosen: np.ndarray) -> dict[str, bool]:
    """By cell whether it is hidden, as the week after reads it."""
    return dict(zip(found.ids.tolist(), chosen.tolist(), strict=True))


def test_a_week_with_no_change_hides_what_was_hidden(counts: Counts) -> None:
    found = cells(counts)
    first = hide(found)
    wider = first.copy()
    wider[np.flatnonzero(~first)[0]] = True  # as if the week before had to hide more
    families = found.measures[0].now
    wider = protect(families, wider, truth(families))
    assert wider.sum() > first.sum()
    assert (hide(cells(counts, counts, shown(found, wider))) == wider).all()


def test_a_cell_that_grew_does_not_tell_what_it_was(counts: Counts) -> None:
    before = cells(counts)
    first = hide(before)
    grown = counts | {(PLACES[0], "1"): 10}  # from hidden to large enough, and all else as it was
    found = cells(grown, counts, shown(before, first))
    second = hide(found)
    assert not is_told(last_week(found.measures[0], second), found.was_hidden)
    assert not is_told(found.measures[0].now, second)


def test_a_cell_that_was_shown_last_week_is_not_told_by_what_changed_since(counts: Counts) -> None:
    """It was 12 and is 4; all other cells are as they were."""
    counts[PLACES[0], "1"] = 12
    before = cells(counts)
    first = hide(before)
    assert not first.any()
    found = cells(counts | {(PLACES[0], "1"): 4}, counts, shown(before, first))
    second = hide(found)
    families = found.measures[0]
    assert second[found.ids.tolist().index(f"{PLACES[0]}1")]
    assert not is_told(this_week(families, found.was_hidden), second)
    # What is small alone, without what is hidden beside it, would be told.
    assert is_told(this_week(families, found.was_hidden), found.is_small)


def test_rupiah_that_were_shown_last_week_do_not_tell_those_hidden_now(counts: Counts) -> None:
    """Families stay as they are, and their money changes: only rupiah link the weeks."""
    once = {key: 100 * families for key, families in counts.items()}
    before = cells(counts, rupiah=(once, None))
    first = hide(before)
    risen = once | {(PLACES[3], "2"): 160 * counts[PLACES[3], "2"]}
    shown_more = shown(before, first & (before.measures[0].now.value < 10))  # all but the small
    found = cells(counts, counts, shown_more, (risen, once))
    rupiah = found.measures[1]
    assert (rupiah.gained, rupiah.lost) == (60 * 33 / 100, 9)  # in families of 100 rupiah
    second = hide(found)
    assert not is_told(this_week(rupiah, found.was_hidden), second)
    # Who forgets last week finds enough doubt where there is none: the bounds it gives bind.
    known = this_week(replace(rupiah, gained=0.0, lost=0.0), found.was_hidden)
    assert not is_told(rupiah.now, second)
    assert is_told(replace(known, value=rupiah.before.value), second)


def test_the_order_in_which_rows_are_read_changes_nothing(counts: Counts) -> None:
    backwards = dict(reversed(counts.items()))
    first, second = cells(counts), cells(backwards)
    assert shown(first, hide(first)) == shown(second, hide(second))


def test_more_than_the_small_cell_is_hidden_and_never_what_is_known_anyway(counts: Counts) -> None:
    found = cells(counts)
    hidden = shown(found, hide(found))
    small = f"{PLACES[0]}1"
    assert hidden[small]
    assert not hidden["whole"]
    assert sum(hidden.values()) > 1
