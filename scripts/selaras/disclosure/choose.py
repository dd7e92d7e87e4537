"""From tables of cells to which of them are hidden, one subject and programme at a time."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import duckdb
import numpy as np
import pyarrow

from selaras.disclosure.attack import attack, is_close
from selaras.disclosure.block import Block
from selaras.disclosure.protect import Unprotectable, protect
from selaras.disclosure.solver import INFINITE

AREAS = (10, 6, 4)  # digits of a kelurahan, a kecamatan and a city
KNOWN = "mart_programme"
CHOSEN = pyarrow.schema(
    {"cell_id": pyarrow.string(), "is_hidden": pyarrow.bool_(), "is_small": pyarrow.bool_()}
)


@dataclass(frozen=True)
class Limits:
    """`smallest` families make a cell that may be seen; `width` is the doubt left of others."""

    smallest: int
    width: int


@dataclass(frozen=True)
class Cells:
    """The cells of one subject and programme, and their blocks: one per measure and week."""

    ids: np.ndarray
    families: Block
    rupiah: Block | None
    before: Block | None  # the families a week ago, None in the first week
    was_hidden: np.ndarray


def choose(
    cells: duckdb.DuckDBPyRelation, members: duckdb.DuckDBPyRelation, limits: Limits
) -> pyarrow.Table:
    """One row per cell of `open_cell`: cell_id, is_hidden, and is_small, the reason for some."""
    parts = [CHOSEN.empty_table()]  # all there is where no family is
    for each in read(cells, members, limits):
        hidden = hide(each, limits)
        small = hidden & (each.families.value < limits.smallest)
        parts.append(pyarrow.table([each.ids, hidden, small], schema=CHOSEN))
    return pyarrow.concat_tables(parts)


def hide(cells: Cells, limits: Limits) -> np.ndarray:
    """Which cells are hidden: the small ones, and as few others as the attacker leaves a choice."""
    small = (cells.families.value < limits.smallest) & ~np.isinf(cells.families.weight)
    families = cells.families
    if cells.before is None:
        return _both(families, cells.rupiah, small)
    before = cells.before
    gained, lost = _change(families, before)
    if gained == lost == 0 and (families.value == before.value).all():
        return _both(families, cells.rupiah, small | (cells.was_hidden & _may_hide(families)))
    # A change of fewer than the smallest cell is told to nobody either.
    gained, lost = max(gained, limits.smallest - 1), max(lost, limits.smallest - 1)
    was_seen = ~cells.was_hidden
    now = replace(
        families,
        least=np.where(was_seen, np.maximum(before.value - lost, 0), 0),
        most=np.where(was_seen, before.value + gained, INFINITE),
    )
    hidden = _both(now, cells.rupiah, small)
    seen_now = ~hidden
    then = replace(
        before,
        least=np.where(seen_now, np.maximum(families.value - gained, 0), 0),
        most=np.where(seen_now, families.value + lost, INFINITE),
    )
    if is_close(then, cells.was_hidden, attack(then, cells.was_hidden)).any():
        hidden = _both(now, cells.rupiah, hidden | (cells.was_hidden & _may_hide(families)))
    return hidden


def _both(families: Block, rupiah: Block | None, hidden: np.ndarray) -> np.ndarray:
    """Protect the families and then the rupiah, until both are; else hide all that can be."""
    try:
        while True:
            hidden = protect(families, hidden)
            wider = protect(rupiah, hidden) if rupiah else hidden
            if (wider == hidden).all():
                return hidden
            hidden = wider
    except Unprotectable:
        return hidden | _may_hide(families)


def _may_hide(block: Block) -> np.ndarray:
    """The cells that nothing else tells, as a mask."""
    return ~np.isinf(block.weight)


def _change(now: Block, before: Block) -> tuple[float, float]:
    """How many families the smallest groups gained and lost together since the week before."""
    change = now.atom - before.atom
    return change[change > 0].sum(), -change[change < 0].sum()


def read(
    cells: duckdb.DuckDBPyRelation, members: duckdb.DuckDBPyRelation, limits: Limits
) -> Iterator[Cells]:
    """The cells of each subject and programme, in their order."""
    cell = cells.order("subject, programme_id, cell_id").fetchnumpy()
    member = members.order("subject, programme_id, atom_id, cell_id").fetchnumpy()
    where = {text: index for index, text in enumerate(cell["cell_id"])}
    of_cell = np.array([where[text] for text in member["cell_id"]])
    starts = _starts(cell["subject"], cell["programme_id"])
    member_starts = _starts(member["subject"], member["programme_id"])
    for block, rows in zip(starts, member_starts, strict=True):
        part = {name: values[block] for name, values in cell.items()}
        atoms = {name: values[rows] for name, values in member.items()}
        yield _cells(part, atoms, of_cell[rows] - block.start, limits)


def _starts(*keys: np.ndarray) -> list[slice]:
    """The runs of rows with equal keys; none where there are no rows."""
    is_new = np.zeros(len(keys[0]), dtype=bool)
    for key in keys:
        is_new[1:] |= key[1:] != key[:-1]
    ends = [0, *np.flatnonzero(is_new), len(is_new)]
    return [slice(int(a), int(b)) for a, b in pairwise(ends) if a < b]


def _cells(
    cell: dict[str, np.ndarray], atoms: dict[str, np.ndarray], of_cell: np.ndarray, limits: Limits
) -> Cells:
    """The blocks of one subject and programme."""
    first = np.flatnonzero(np.append(True, atoms["atom_id"][1:] != atoms["atom_id"][:-1]))
    nth = np.arange(len(of_cell)) - np.repeat(first, np.diff(np.append(first, len(of_cell))))
    member = np.full((len(first), nth.max() + 1), -1)
    member[np.repeat(np.arange(len(first)), np.diff(np.append(first, len(of_cell)))), nth] = of_cell
    places = [str(text).split("|")[0] for text in atoms["atom_id"][first]]
    levels = [np.unique([text[:size] for text in places], return_inverse=True) for size in AREAS]
    units = cell["unit_count"].astype(float)
    is_whole = (cell["cut_kind"] == "all") & (cell["region_level"] == "province")
    # The families paid in any month are more than one month's, and no sum of months tells them.
    is_money_only = is_whole & (cell["subject"] == "payment")
    is_known = is_whole & (units >= limits.smallest)  # less than that is passed on to nobody
    count = len(units)
    families = Block(
        value=np.where(is_money_only, 0, units),
        width=np.full(count, float(limits.width)),
        weight=np.where(is_known, np.inf, units + 1 + np.arange(count) / count / 8),
        is_target=cell["table_name"] != KNOWN,
        least=np.zeros(count),
        most=np.full(count, INFINITE),
        atom=atoms["unit_count"][first].astype(float),
        member=np.where(np.isin(member, np.flatnonzero(is_money_only)), -1, member),
        area=np.stack([inverse for _, inverse in levels], axis=1),
    )
    return Cells(
        cell["cell_id"],
        families,
        _rupiah(cell, atoms, first, families, member),
        *_before(cell, atoms, first, families),
    )


def _rupiah(
    cell: dict[str, np.ndarray],
    atoms: dict[str, np.ndarray],
    first: np.ndarray,
    families: Block,
    member: np.ndarray,
) -> Block | None:
    """The same cells by their money, in units of the least that a family gets; None without."""
    amount = np.ma.filled(cell["amount"].astype(float), 0)
    money = np.ma.filled(atoms["amount"].astype(float), 0)[first]
    paid = (money > 0) & (families.atom > 0)
    if not paid.any():
        return None
    least = (money[paid] / families.atom[paid]).min()
    return replace(families, value=amount / least, atom=money / least, member=member)


def _before(
    cell: dict[str, np.ndarray], atoms: dict[str, np.ndarray], first: np.ndarray, families: Block
) -> tuple[Block | None, np.ndarray]:
    """The families of the week before, and which cells it hid."""
    was_hidden = np.ma.filled(cell["was_hidden"], True).astype(bool)
    if np.ma.getmaskarray(cell["was_hidden"]).all():
        return None, was_hidden
    atom = atoms["past_unit_count"][first].astype(float)
    value = np.bincount(
        families.member[families.member >= 0],
        np.repeat(atom, (families.member >= 0).sum(axis=1)),
        len(families.value),
    )
    return replace(families, value=value, atom=atom), was_hidden & _may_hide(families)
