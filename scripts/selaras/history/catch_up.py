"""Earlier weeks that are missing, or were made from other files, are built before a later one."""

from datetime import date

import duckdb

from selaras.completeness import landed_at
from selaras.dbt import run_dbt
from selaras.errors import Refusal
from selaras.history.store import KEPT, keep_week, settle, weeks
from selaras.landing.batches import landing_digest
from selaras.workspace import Workspace, as_pattern

# What a week leaves and what it rests on; no tests, and no marts. Seeds are the same every week.
# What dbt would write of such a run beside its tables, the build behind it writes again.
ROOMS = [f"+path:{folder.as_posix()}" for folder in KEPT.values()]
FACTS = ["build", "--select", *ROOMS, "--resource-type", "model", "--no-write-json"]
FACTS += ["--indirect-selection", "empty"]  # no test is looked for
SEEDS = ["--resource-type", "seed"]


def catch_up(workspace: Workspace, as_of: date | None = None) -> list[date]:
    """Build and keep every week before a day (by default the last landed one) that is not right.

    So what a week says of those before it does not depend on which of them were run, or when. A
    week whose files did not change stays as it is, whatever became of the rule book since: it
    tells what was said then.
    """
    settle(workspace)
    built = behind(workspace, as_of)
    for day in built:
        facts = [*FACTS, *SEEDS] if day == built[0] else FACTS
        try:
            run_dbt(workspace, facts, day, "history.building", day=day)
        except Refusal as error:
            raise Refusal(error.exit_code, "history.failed", day=day, reason=error) from error
        keep_week(workspace)
    return built


def behind(workspace: Workspace, as_of: date | None = None) -> list[date]:
    """The days of landed drops before a day whose week is missing or of other files than now."""
    landing = landed_at(workspace)
    days = _days(workspace)
    last = as_of or max(days, default=date.min)
    kept = {week.day: week.landing for week in weeks(workspace) if week.is_whole}
    return [day for day in days if day < last and kept.get(day) != landing_digest(landing, day)]


def _days(workspace: Workspace) -> list[date]:
    """The days of landed drops, as the ledger knows them, in their order."""
    ledgers = as_pattern(landed_at(workspace)) + "/ledger/**/*.parquet"
    query = """
        select distinct batch_date from read_parquet(?, hive_partitioning = false) order by all
    """
    with duckdb.connect() as connection:
        return [day for (day,) in connection.execute(query, [ledgers]).fetchall()]
