"""From tables of cells and their sums to blocks that can be attacked."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

import duckdb
import numpy as np

from selaras.disclosure.block import Block, Sums
from selaras.disclosure.solver import INFINITE
from selaras.plain_yaml import project_vars

CHANGE = "subject, programme_id, gained_units, lost_units, gained_amount, lost_amount"
Columns = dict[str, np.ndarray]


@dataclass(frozen=True)
class Limits:
    """`smallest` families make a cell that may be seen; `width` is the doubt left of others."""

    smallest: int
    width: int

    @classmethod
    def of(cls, project: Path) -> "Limits":
        """Those of the project's settings, as `open_hidden` has them."""
        settings = project_vars(project)
        return cls(settings["smallest_open_cell"], settings["open_cell_doubt"])


@dataclass(frozen=True)
class Measure:
    """Families, persons or rupiah of the cells, this week and in the week before.

    `gained` and `lost` are what the smallest groups gained and lost together since, but never less
    than what is itself too small to be told.
    """

    now: Block
    before: Block
    gained: float
    lost: float

    def is_unchanged(self) -> bool:
        """Whether all cells are what they were."""
        return bool((self.now.value == self.before.value).all())

    def is_alike(self, other: "Measure") -> bool:
        """Whether it tells nothing that the other does not: every family gets the same rupiah."""
        return all(
            np.allclose(mine.value, theirs.value, rtol=1e-9)
            and mine.sums.count == theirs.sums.count
            for mine, theirs in ((self.now, other.now), (self.before, other.before))
        )


@dataclass(frozen=True)
class Cells:
    """The cells of one subject and programme; all arrays have one value per cell."""

    ids: np.ndarray
    is_small: np.ndarray  # too small to be seen
    is_between: np.ndarray  # never published: it links others
    was_hidden: np.ndarray  # in the week before, or not there
    was_there: np.ndarray
    may_hide: np.ndarray
    has_past: bool
    measures: list[Measure]  # one, or two where there is money


def read(
    cells: duckdb.DuckDBPyRelation,
    sums: duckdb.DuckDBPyRelation,
    changes: duckdb.DuckDBPyRelation,
    limits: Limits,
) -> Iterator[Cells]:
    """The cells of each subject and programme, in their order."""
    cell = cells.order("subject, programme_id, cell_id").fetchnumpy()
    entry = sums.order("subject, programme_id, sum_id, part_id").fetchnumpy()
    where = {text: index for index, text in enumerate(cell["cell_id"])}
    for name in ("whole_id", "part_id"):
        entry[name] = np.array([where[text] for text in entry[name]], dtype=np.int64)
    change = {(row[0], row[1]): row[2:] for row in changes.select(CHANGE).fetchall()}
    owners = list(zip(cell["subject"], cell["programme_id"], strict=True))
    starts = [at for at, owner in enumerate(owners) if at == 0 or owner != owners[at - 1]]
    for first, end in pairwise([*starts, len(owners)]):
        rows = slice(first, end)
        is_own = (entry["whole_id"] >= first) & (entry["whole_id"] < end)
        own = {name: values[is_own] for name, values in entry.items()}
        own |= {name: own[name] - first for name in ("whole_id", "part_id")}
        part = {name: values[rows] for name, values in cell.items()}
        yield _cells(part, own, np.array(change[owners[first]], dtype=float), limits)


def _cells(cell: Columns, entry: Columns, change: np.ndarray, limits: Limits) -> Cells:
    """The cells of one subject and programme; `change` is what it gained and lost."""
    role, count = cell["role"], len(cell["role"])
    units = cell["unit_count"].astype(float)
    is_between = role == "between"
    is_whole = (cell["cut_kind"] == "all") & (cell["region_level"] == "province")
    is_known = is_whole & (units >= limits.smallest)  # less than that is passed on to nobody
    weight = units + 1 + np.arange(count) / count / 8  # no two weigh the same
    weight = np.where(is_known, np.inf, np.where(is_between, 0.0, weight))
    families = Block(
        value=units,
        width=np.full(count, float(limits.width)),
        weight=weight,
        is_target=role == "shown",
        least=np.zeros(count),
        most=np.full(count, INFINITE),
        sums=_sums(entry, ~entry["is_money_only"].astype(bool)),
        **_places(cell, entry),
    )
    rupiah = replace(families, sums=_sums(entry, np.ones(len(entry["sum_id"]), dtype=bool)))
    measures = [_measure(families, cell, ("unit_count", 1.0), change[:2], limits)]
    least = _least_of_a_family(cell)
    if least:
        money = _measure(rupiah, cell, ("amount", least), change[2:], limits)
        if not money.is_alike(measures[0]):
            measures.append(money)
    return Cells(
        ids=cell["cell_id"],
        is_small=(units < limits.smallest) & ~is_between,
        is_between=is_between,
        was_hidden=np.ma.filled(cell["was_hidden"], True).astype(bool),
        was_there=~np.ma.getmaskarray(cell["was_hidden"]),
        may_hide=families.may_hide(),
        has_past=bool((~np.ma.getmaskarray(cell["was_hidden"])).any()),
        measures=measures,
    )


def _measure(
    block: Block, cell: Columns, unit: tuple[str, float], change: np.ndarray, limits: Limits
) -> Measure:
    """One measure of both weeks, in units of so many families, persons or rupiah."""
    name, size = unit
    now, before = (
        np.ma.filled(cell[each].astype(float), 0) / size for each in (name, f"past_{name}")
    )
    gained, lost = np.maximum(change / size, limits.smallest - 1)
    was_target = block.is_target & ~np.ma.getmaskarray(cell["was_hidden"])
    past = replace(block, value=before, is_target=was_target)
    return Measure(replace(block, value=now), past, gained, lost)


def _least_of_a_family(cell: Columns) -> float | None:
    """The least rupiah a family that any cell shows on average; None where there is no money."""
    money = np.ma.filled(cell["amount"].astype(float), 0)
    units = cell["unit_count"].astype(float)
    is_paid = (money > 0) & (units > 0)
    return float((money[is_paid] / units[is_paid]).min()) if is_paid.any() else None


def _places(cell: Columns, entry: Columns) -> dict[str, np.ndarray]:
    """Of which place each cell tells, and of which cell of the place around it it is a part."""
    is_by_place = entry["is_by_place"].astype(bool)
    part, whole = entry["part_id"][is_by_place], entry["whole_id"][is_by_place]
    names, place = np.unique(cell["place_code"], return_inverse=True)
    twin, around = np.full(len(place), -1), np.full(len(names), -1)
    twin[part] = whole
    around[place[part]] = place[whole]
    return {"twin": twin, "place": place, "around": around}


def _sums(entry: Columns, is_kept: np.ndarray) -> Sums:
    """The sums of which all entries are kept: each has its whole once, and its parts."""
    names, row = np.unique(entry["sum_id"][is_kept], return_inverse=True)
    whole = np.zeros(len(names), dtype=np.int64)
    whole[row] = entry["whole_id"][is_kept]
    return Sums(
        row=np.concatenate([np.arange(len(names)), row]),
        cell=np.concatenate([whole, entry["part_id"][is_kept]]),
        sign=np.repeat([1.0, -1.0], [len(names), len(row)]),
        count=len(names),
    )
