"""No hidden cell of open data can be worked out from what is published, now or with last week."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import numpy as np

from selaras.disclosure.attack import attack, is_close
from selaras.disclosure.block import Block
from selaras.disclosure.choose import last_week, this_week
from selaras.disclosure.read import Cells, Limits, read

TABLES = ("open_cell", "open_sum", "open_change")
# What is published as hidden, whatever chose it; cells between others are published nowhere.
HIDDEN = "select cell_id, is_suppressed from disclosure.open_shown"
# A small figure that is shown, or a figure beside the word that it is hidden.
BARE = """
    select
        cell.cell_id as subject,
        shown.unit_count || ' is shown' as observed,
        'hidden' as expected

    from disclosure.open_shown as shown
    inner join disclosure.open_cell as cell
        on shown.cell_id = cell.cell_id
    where
        cell.role = 'shown'
        and shown.unit_count is not null
        and (shown.is_suppressed or cell.unit_count < {smallest})
"""


def query(connection: duckdb.DuckDBPyConnection, project: Path) -> str:
    """One row per hidden cell that an attacker bounds too closely."""
    limits = Limits.of(project)
    told = ", ".join(
        f"('{cell}', '{low:.1f} to {high:.1f}', '{width:.0f} apart')"
        for cell, low, high, width in worked_out(connection, limits)
    )
    return BARE.format(smallest=limits.smallest) + (f"union all values {told}" if told else "")


def worked_out(
    connection: duckdb.DuckDBPyConnection, limits: Limits
) -> Iterator[tuple[str, float, float, float]]:
    """Each cell that can be told: its id, its bounds, and how far apart they should be.

    Bounds are families or persons, or rupiah in units of the least that a family gets.
    """
    hidden = dict(connection.sql(HIDDEN).fetchall())
    tables = (connection.table(f"disclosure.{name}") for name in TABLES)
    for cells in read(*tables, limits):
        now = np.array([hidden.get(each, True) for each in cells.ids]) | cells.is_between
        if now[cells.may_hide].all():
            continue  # nothing more can be hidden
        for block, unseen, alone in _attacked(cells, now):
            low, high = bounds = attack(block, unseen)
            close = is_close(block, unseen, bounds)
            if close.any() and alone:  # only what the other week adds
                close &= ~is_close(alone, unseen, attack(alone, unseen))
            for cell in np.flatnonzero(close):
                yield str(cells.ids[cell]), low[cell], high[cell], block.width[cell]


def _attacked(cells: Cells, hidden: np.ndarray) -> Iterator[tuple[Block, np.ndarray, Block | None]]:
    """This week beside the last one, and last week beside this one: what it is, what it hides.

    The third is last week without this one: what it told by itself cannot be taken back.
    """
    is_linked = cells.has_past and not all(each.is_unchanged() for each in cells.measures)
    for measure in cells.measures:
        if is_linked:
            yield this_week(measure, cells.was_hidden), hidden, None
            yield last_week(measure, hidden), cells.was_hidden, measure.before
        else:
            yield measure.now, hidden, None
