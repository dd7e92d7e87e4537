"""Which cells are hidden, one subject and programme at a time."""

from dataclasses import replace

import duckdb
import numpy as np
import pyarrow

from selaras.disclosure.attack import attack, is_close, truth
from selaras.disclosure.block import Block
from selaras.disclosure.protect import Unprotectable, protect
from selaras.disclosure.read import Cells, Limits, Measure, read

CHOSEN = pyarrow.schema(
    {"cell_id": pyarrow.string(), "is_hidden": pyarrow.bool_(), "is_small": pyarrow.bool_()}
)


def choose(
    cells: duckdb.DuckDBPyRelation,
    sums: duckdb.DuckDBPyRelation,
    changes: duckdb.DuckDBPyRelation,
    limits: Limits,
) -> pyarrow.Table:
    """One row per cell of `open_cell`: cell_id, is_hidden, and is_small, the reason for some.

    Cells between others, which are never published, are left out.
    """
    parts = [CHOSEN.empty_table()]  # all there is where no family is
    for each in read(cells, sums, changes, limits):
        hidden = hide(each)
        found = pyarrow.table([each.ids, hidden, hidden & each.is_small], schema=CHOSEN)
        parts.append(found.filter(~each.is_between))
    return pyarrow.concat_tables(parts)


def hide(cells: Cells) -> np.ndarray:
    """Which cells are hidden: the small ones, and as few others as the attacker leaves a choice."""
    hidden = cells.is_small | cells.is_between
    as_before = hidden | (cells.was_hidden & cells.was_there & cells.may_hide)
    if not cells.has_past:
        return _all([each.now for each in cells.measures], hidden)
    if all(each.is_unchanged() for each in cells.measures):
        return _all([each.now for each in cells.measures], as_before)
    now = [this_week(each, cells.was_hidden) for each in cells.measures]
    hidden = _all(now, hidden)
    if not any(is_told(last_week(each, hidden), cells.was_hidden) for each in cells.measures):
        return hidden
    return _all(now, hidden | as_before)


def this_week(measure: Measure, was_hidden: np.ndarray) -> Block:
    """The cells of this week for one who saw the week before."""
    return _seen_from(
        measure.now, measure.before.value, ~was_hidden, (measure.lost, measure.gained)
    )


def last_week(measure: Measure, hidden: np.ndarray) -> Block:
    """The cells of the week before for one who sees this week."""
    return _seen_from(measure.before, measure.now.value, ~hidden, (measure.gained, measure.lost))


def is_told(block: Block, hidden: np.ndarray) -> bool:
    """Whether a hidden cell can be worked out."""
    return bool(is_close(block, hidden, attack(block, hidden)).any())


def _seen_from(
    block: Block, other: np.ndarray, was_seen: np.ndarray, apart: tuple[float, float]
) -> Block:
    """A block of which another week tells the cells seen there, up to what may have changed."""
    fewer, more = apart
    return replace(
        block,
        least=np.where(was_seen, np.maximum(other - fewer, 0), block.least),
        most=np.where(was_seen, other + more, block.most),
    )


def _all(blocks: list[Block], hidden: np.ndarray) -> np.ndarray:
    """Protect one measure after the other, until all are; else hide all that can be."""
    bounds = [truth(block) for block in blocks]
    try:
        while True:
            wider = hidden
            for block, shown in zip(blocks, bounds, strict=True):
                wider = protect(block, wider, shown)
            if (wider == hidden).all():
                return wider
            hidden = wider
    except Unprotectable:
        return hidden | blocks[0].may_hide()
