"""Guard rails: figures that moved by more than is configured wait for a person's word.

What may move by how much stands in seeds/guard_rail.csv, how it moved in trend.guarded_step: each
week against the week before, whichever weeks were run. The rows of published tables are held
against the publication before (`row_count_bound` in dbt_project.yml).
"""

from dataclasses import dataclass

import duckdb

from selaras.acceptance import accepted, keep_accepted, signed
from selaras.errors import ExitCode, Refusal
from selaras.landing.notice import Notice
from selaras.messages import language, say
from selaras.validate import Check, bounds
from selaras.warehouse import open_warehouse, rows
from selaras.workspace import Workspace

STEPS = """
    select
        cast(step.as_of_date as varchar) as batch_date,
        step.measure_id,
        step.subject_id,
        step.figure_before,
        step.figure_now,
        step.relative_change as change,
        step.most_change,
        step.is_share,
        guard_rail.title_indonesian as title_id,
        guard_rail.title_english as title_en
    from trend.guarded_step as step
    inner join reference.guard_rail as guard_rail using (measure_id)
    where step.is_moved
    order by batch_date, measure_id, subject_id
"""
DAY = "select cast(as_of_date as varchar) from ops.as_of"
TABLE_ROWS = "table_rows"
# What an acceptance is of: this very step, and no other.
NAMES = ("batch_date", "measure_id", "subject_id", "figure_before", "figure_now")


@dataclass(frozen=True)
class Move:
    """A figure of a programme, a list or a table that moved too far in a week."""

    batch_date: str
    measure_id: str
    subject_id: str
    figure_before: float
    figure_now: float
    change: float
    most_change: float
    is_share: bool
    title_id: str
    title_en: str

    @property
    def key(self) -> tuple[object, ...]:
        """What an acceptance of it names."""
        return tuple(getattr(self, name) for name in NAMES)

    def __str__(self) -> str:
        """The move as a line of a table."""
        title = self.title_id if language() == "id" else self.title_en
        shown = "{:.1%}" if self.is_share else "{:,.0f}"
        step = f"{shown.format(self.figure_before)} -> {shown.format(self.figure_now)}"
        unit = say("guard.points") if self.is_share else "%"
        told = f"{100 * self.change:+.1f} {unit} ({100 * self.most_change:.0f} {unit})"
        return f"  {self.batch_date}  {self.subject_id:<28} {title:<42} {step:<30} {told}"


def hold_moved(workspace: Workspace, checks: list[Check], reason: str | None) -> list[Notice]:
    """Stop where figures moved too far and nobody said that it is meant; else what is to be said.

    With a reason all that moved is accepted, and it is written down who said so and when.
    """
    known = {tuple(each.get(name) for name in NAMES) for each in accepted(workspace.landing)}
    found = [move for move in moves(workspace, checks) if move.key not in known]
    if not found:
        return []
    if not reason:
        told = "\n".join(map(str, found))
        raise Refusal(ExitCode.VALIDATION_FAILED, "guard.moved", moves=told)
    fresh = [
        signed(reason, kind="figure", **dict(zip(NAMES, move.key, strict=True))) for move in found
    ]
    keep_accepted(workspace.landing, fresh)
    return [Notice("guard.accepted", {"move": str(move).strip(), "why": reason}) for move in found]


def moves(workspace: Workspace, checks: list[Check]) -> list[Move]:
    """Every figure that moved too far, in this week or an earlier one, accepted or not."""
    with open_warehouse(workspace) as warehouse:
        found = [Move(**row) for row in rows(warehouse, STEPS)]
        if any(check.name == bounds.NAME and not check.passed for check in checks):
            found += _jumps(warehouse, workspace)
    return found


def _jumps(warehouse: duckdb.DuckDBPyConnection, workspace: Workspace) -> list[Move]:
    """The published tables whose row counts jumped."""
    (day,) = warehouse.execute(DAY).fetchone()
    return [
        Move(
            batch_date=day,
            measure_id=TABLE_ROWS,
            subject_id=table,
            figure_before=float(before),
            figure_now=float(now),
            change=now / before - 1,
            most_change=bounds.most_change(),
            is_share=False,
            title_id="Baris dalam terbitan",
            title_en="Rows published",
        )
        for table, before, now in bounds.jumps(warehouse, workspace)
    ]
