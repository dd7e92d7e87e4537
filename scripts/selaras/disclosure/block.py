"""The cells that are counted from the same families, and what is known of them."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from selaras.disclosure.solver import INFINITE


@dataclass(frozen=True)
class Block:
    """Cells of one subject and programme with one measure: families, persons or rupiah.

    Every cell is the sum of atoms, the smallest groups that are counted apart (the families of one
    kelurahan and decile). Nobody is told of an atom; whoever attacks knows that none is negative.
    All arrays but the last three have one value per cell.
    """

    value: np.ndarray  # what the cell truly is
    width: np.ndarray  # how far apart the bounds of a hidden cell must be at least
    weight: np.ndarray  # what is lost when the cell is hidden; infinite where it is known anyway
    is_target: np.ndarray  # whether it is published, so that it must be protected when hidden
    least: (
        np.ndarray
    )  # what else is known of it, as from an earlier week: 0 and infinite if nothing
    most: np.ndarray
    atom: np.ndarray  # what each atom truly is
    member: (
        np.ndarray
    )  # the cells of each atom: one row per atom, -1 where it has fewer than others
    area: np.ndarray  # one row per atom: its place and the ever larger ones around, as numbers

    def pinned(self, hidden: np.ndarray) -> np.ndarray:
        """The hidden cells of which something is known from elsewhere."""
        return hidden & ((self.least > 0) | (self.most < INFINITE))

    def around(self, cell: int) -> Iterator[np.ndarray]:
        """The atoms of ever larger areas that a cell lies in and does not fill, as masks."""
        atoms = (self.member == cell).any(axis=1)
        places = len(np.unique(self.area[atoms, 0]))
        for level in self.area.T[1:]:
            areas = np.unique(level[atoms])
            inside = level == areas[0]
            if len(areas) == 1 and len(np.unique(self.area[inside, 0])) > places:
                yield inside
        yield np.ones(len(self.atom), dtype=bool)


@dataclass(frozen=True)
class View:
    """A block as one sees it who does not know the hidden cells.

    Atoms that stand in the same known cells are one class: nobody can tell how what is in a class
    is spread over its atoms. A row says between which figures the sum of some classes lies.
    """

    total: np.ndarray  # what each class truly is
    least: np.ndarray  # one figure per row
    most: np.ndarray
    row: np.ndarray  # the row, and the class in it, of each entry
    column: np.ndarray
    cell: np.ndarray  # the cell of each row
    inside: "Parts"  # the classes that lie whole in a cell
    touched: "Parts"  # the classes that lie in a cell at least in part
    of_atom: np.ndarray  # the class of each atom

    def reach(self) -> tuple[np.ndarray, np.ndarray]:
        """By cell the least and the most that it can be while each class stays what it is."""
        return self.inside.sums(self.total), self.touched.sums(self.total)


@dataclass(frozen=True)
class Parts:
    """The classes of each cell: `starts[cell]` to `starts[cell + 1]` of `classes`."""

    starts: np.ndarray
    classes: np.ndarray

    def of(self, cell: int) -> np.ndarray:
        """The classes of one cell."""
        return self.classes[self.starts[cell] : self.starts[cell + 1]]

    def sums(self, figures: np.ndarray) -> np.ndarray:
        """By cell the sum of the figures of its classes."""
        run = np.concatenate([[0.0], np.cumsum(figures[self.classes])])
        return run[self.starts[1:]] - run[self.starts[:-1]]


def view(block: Block, hidden: np.ndarray) -> View:
    """What is seen of a block when some of its cells are hidden."""
    told = np.append(~hidden | block.pinned(hidden), False)  # -1 is told of never
    signs = np.where(told[block.member], block.member, -1)
    classes, of_atom = np.unique(signs, axis=0, return_inverse=True)
    of_atom = of_atom.reshape(-1)
    column, place = np.nonzero(classes >= 0)
    cell, row = np.unique(classes[column, place], return_inverse=True)
    is_open = hidden[cell]
    inside, touched = _parts(block, of_atom, len(classes))
    return View(
        total=np.bincount(of_atom, block.atom, len(classes)),
        least=np.where(is_open, block.least[cell], block.value[cell]),
        most=np.where(is_open, block.most[cell], block.value[cell]),
        row=row,
        column=column,
        cell=cell,
        inside=inside,
        touched=touched,
        of_atom=of_atom,
    )


def _parts(block: Block, of_atom: np.ndarray, classes: int) -> tuple[Parts, Parts]:
    """By cell the classes inside of it and the classes that it touches."""
    size = np.bincount(of_atom, minlength=classes)
    atom, place = np.nonzero(block.member >= 0)
    pair = block.member[atom, place].astype(np.int64) * classes + of_atom[atom]
    pairs, times = np.unique(pair, return_counts=True)
    cell, each = pairs // classes, pairs % classes
    whole = times == size[each]
    ends = np.arange(len(block.value) + 1)
    return (
        Parts(np.searchsorted(cell[whole], ends), each[whole]),
        Parts(np.searchsorted(cell, ends), each),
    )
