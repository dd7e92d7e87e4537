"""Building a week, and keeping what it found."""

from datetime import date

from selaras.completeness import EXAMPLES, WHOLE
from selaras.dbt import DbtSummary, run_dbt
from selaras.history.catch_up import catch_up
from selaras.history.store import keep_week
from selaras.unchanged import is_built, note_built
from selaras.workspace import Workspace


def build(workspace: Workspace, selection: list[str], as_of: date | None = None) -> DbtSummary:
    """Run `dbt build`; a whole one first catches up with earlier weeks and then keeps its own."""
    if selection not in WHOLE:
        return run_dbt(workspace, ["build", *selection], as_of)
    catch_up(workspace, as_of)
    return _build_whole(workspace, selection, as_of)


def build_again(workspace: Workspace, as_of: date | None = None) -> DbtSummary:
    """A whole build without the examples; none where the warehouse already is what it would be."""
    catch_up(workspace, as_of)
    if not is_built(workspace, as_of):
        return _build_whole(workspace, EXAMPLES, as_of)
    keep_week(workspace)
    return DbtSummary(0, 0, 0)


def _build_whole(workspace: Workspace, selection: list[str], as_of: date | None) -> DbtSummary:
    """Build all, and keep the week; the weeks before are there."""
    summary = run_dbt(workspace, ["build", *selection], as_of)
    note_built(workspace, as_of)
    keep_week(workspace)
    return summary
