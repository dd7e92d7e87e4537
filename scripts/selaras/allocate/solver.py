"""Whether some may be served together: whole numbers of alike people under all limits."""

from dataclasses import dataclass
from math import gcd

import highspy
import numpy as np


class Inexact(Exception):
    """What the solver found does not hold in whole numbers, which is a bug."""


@dataclass(frozen=True)
class Limits:
    """Limits on how many of each class are served: `rows @ served <= most`, in whole numbers."""

    rows: np.ndarray
    most: np.ndarray

    @classmethod
    def of(cls, rows: list[np.ndarray], most: list[int]) -> "Limits":
        """Each row divided by what all its numbers share, so that large money stays exact."""
        plain, bounds = [], []
        for row, bound in zip(rows, most, strict=True):
            shared = gcd(*(int(each) for each in row)) or 1
            plain.append(row // shared)
            bounds.append(bound // shared)
        return cls(np.array(plain, dtype=np.int64), np.array(bounds, dtype=np.int64))

    def hold(self, served: np.ndarray) -> bool:
        """Whether they hold of numbers served."""
        return bool((self.rows @ served <= self.most).all())

    def without(self, kept: list[int]) -> "Limits":
        """Only some of the limits, by position."""
        return Limits(self.rows[kept], self.most[kept])

    def also(self, row: np.ndarray, most: int) -> "Limits":
        """These limits and one more."""
        return Limits(np.vstack([self.rows, row]), np.append(self.most, most))


def most_served(limits: Limits, least: np.ndarray, most: np.ndarray) -> np.ndarray | None:
    """The numbers served of each class, as many people as can be; None where nothing fits."""
    if (least > most).any():
        return None
    solver = highspy.Highs()
    for option, value in {
        "output_flag": False,
        "threads": 1,
        "random_seed": 1,
        "mip_rel_gap": 0.0,
        "mip_abs_gap": 0.5,  # people are whole
    }.items():
        solver.setOptionValue(option, value)
    solver.passModel(_model(limits, least, most))
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    served = np.rint(np.asarray(solver.getSolution().col_value)).astype(np.int64)
    if not limits.hold(served) or (served < least).any() or (served > most).any():
        raise Inexact
    return served


def _model(limits: Limits, least: np.ndarray, most: np.ndarray) -> highspy.HighsLp:
    """The programme: whole numbers between their bounds, as many as can be."""
    model = highspy.HighsLp()
    rows, columns = limits.rows.shape
    model.num_col_, model.num_row_ = columns, rows
    model.col_cost_ = -np.ones(columns)
    model.col_lower_, model.col_upper_ = least.astype(float), most.astype(float)
    model.row_lower_ = np.full(rows, -highspy.kHighsInf)
    model.row_upper_ = limits.most.astype(float)
    model.integrality_ = [highspy.HighsVarType.kInteger] * columns
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.arange(0, rows * columns + 1, columns)
    model.a_matrix_.index_ = np.tile(np.arange(columns), rows)
    model.a_matrix_.value_ = limits.rows.astype(float).ravel()
    return model
