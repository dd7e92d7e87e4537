"""One linear programme, solved again and again with other costs."""

import highspy
import numpy as np

INFINITE = highspy.kHighsInf
SHAKEN = ("dual_simplex_cost", "primal_simplex_bound")
DUAL, PRIMAL = 1, 4  # the quicker way where bounds change, and where only costs do


class Programme:
    """Columns with bounds and rows with bounds; each `solve` starts where the last one ended.

    One thread, one seed and no time limit: the same programme has the same answer everywhere.
    """

    def __init__(
        self,
        columns: tuple[np.ndarray, np.ndarray],
        rows: tuple[np.ndarray, np.ndarray],
        entries: tuple[np.ndarray, np.ndarray, np.ndarray],
        strategy: int = DUAL,
    ) -> None:
        """Bounds of columns and of rows, the entries as row, column and coefficient."""
        lower, upper = columns
        row, column, coefficient = entries
        order = np.lexsort((column, row))
        starts = np.searchsorted(row[order], np.arange(len(rows[0]) + 1))
        programme = highspy.HighsLp()
        programme.num_col_, programme.num_row_ = len(lower), len(rows[0])
        programme.col_cost_ = np.zeros(len(lower))
        programme.col_lower_, programme.col_upper_ = lower, upper
        programme.row_lower_, programme.row_upper_ = rows
        programme.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        programme.a_matrix_.start_ = starts
        programme.a_matrix_.index_ = column[order]
        programme.a_matrix_.value_ = coefficient[order]
        self._solver = highspy.Highs()
        options = {"output_flag": False, "threads": 1, "random_seed": 1, "presolve": "off"}
        # Small programmes, begun where the last one ended, find their way without being shaken.
        options |= {f"{each}_perturbation_multiplier": 0.0 for each in SHAKEN}
        for option, value in (options | {"simplex_strategy": strategy}).items():
            self._solver.setOptionValue(option, value)
        self._solver.passModel(programme)
        self._columns = np.arange(len(lower), dtype=np.int32)

    def solve(self, costs: np.ndarray) -> np.ndarray | None:
        """The columns at the least cost; None where no columns fit, or the cost has no end."""
        self._solver.changeColsCost(len(costs), self._columns, costs)
        self._solver.run()
        if self._solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            self._solver.clearSolver()  # from where the last one ended there may be no way
            self._solver.run()
        if self._solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        return np.asarray(self._solver.getSolution().col_value)

    def bound(self, columns: np.ndarray, lower: np.ndarray, upper: np.ndarray) -> None:
        """Give some columns other bounds."""
        self._solver.changeColsBounds(len(columns), columns.astype(np.int32), lower, upper)
