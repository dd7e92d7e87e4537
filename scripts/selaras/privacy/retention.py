"""What is older than it may be is deleted, and it is shown that it is gone."""

import shutil
from dataclasses import dataclass
from datetime import date, timedelta

import duckdb

from selaras.completeness import landed_at
from selaras.errors import ExitCode, Refusal
from selaras.landing.withdrawal import delete
from selaras.messages import say
from selaras.workspace import Workspace, as_pattern

LAST = (
    "select max(batch_date) from read_parquet(?, union_by_name = true, hive_partitioning = false)"
)
# By day of a drop before the limit, whether a week that is kept rests on one of its files.
OLD = """
    with

    ledger as (

        select
            *,
            row_number() over (
                partition by source, table_name, snapshot_key, status
                order by batch_date desc, file desc
            ) as recency

        from read_parquet(?, union_by_name = true, hive_partitioning = false)
        where batch_date < ?

    )

    select
        batch_date,
        bool_or(status = 'accepted' and recency <= 2)

    from ledger
    group by batch_date
    order by batch_date
"""


@dataclass(frozen=True)
class Retained:
    """What was deleted, what is old and still needed, and what of the deleted is left (nothing)."""

    before: date
    drops: list[date]
    needed: list[date]
    publications: list[str]
    left: list[str]


def retain(workspace: Workspace, weeks: int) -> Retained:
    """Delete drops and publications of more than so many weeks before the last drop.

    A drop stays as long as a week that is kept rests on it: a list of it was in force then, or was
    the one that this list was compared with. A publication stays as long as `current` leads to it.
    What is deleted does not land again. A Refusal where nothing landed.
    """
    landing = landed_at(workspace)
    if landing != workspace.landing:
        raise Refusal(ExitCode.INPUT_REFUSED, "privacy.nothing_landed", landing=workspace.landing)
    ledgers = as_pattern(landing) + "/ledger/**/*.parquet"
    with duckdb.connect() as connection:
        (last,) = connection.execute(LAST, [ledgers]).fetchone()
        limit = last - timedelta(weeks=weeks)
        found = dict(connection.execute(OLD, [ledgers, limit]).fetchall())
    drops = [day for day in found if not found[day]]
    for day in drops:
        delete(workspace, day, say("privacy.retained_why", weeks=weeks))
        shutil.rmtree(workspace.history / f"as_of_date={day}", ignore_errors=True)
    publications = _delete_publications(workspace, limit)
    needed = [day for day in found if found[day]]
    return Retained(limit, drops, needed, publications, _left(workspace, drops, publications))


def _delete_publications(workspace: Workspace, limit: date) -> list[str]:
    """The publications of a day before the limit, by name; `current` keeps its own."""
    current = (workspace.publish / "current").resolve()
    gone = []
    for folder in sorted(workspace.publish.glob("[0-9]*-[0-9]*-[0-9]*-*")):
        if folder.name[:10] < limit.isoformat() and folder != current:
            shutil.rmtree(folder)
            gone.append(folder.name)
    return gone


def _left(workspace: Workspace, drops: list[date], publications: list[str]) -> list[str]:
    """Paths under home that still bear the day of a deleted drop, or a deleted publication."""
    days = {day.isoformat() for day in drops}
    names = {f"batch_date={day}" for day in days} | {f"as_of_date={day}" for day in days}
    names |= set(publications)
    paths = (path for path in workspace.home.rglob("*") if path.name in names)
    return sorted(path.relative_to(workspace.home).as_posix() for path in paths)
