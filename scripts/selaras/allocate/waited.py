"""How long somebody has been entitled and not on the list, by the landed weeks."""

from datetime import date
from pathlib import Path

import duckdb

from selaras.quoted import text
from selaras.workspace import Workspace

SQL = Path(__file__).parent / "sql"
VERDICTS = "week_verdict"
NOTHING = "create temp table waited (programme_id varchar, unit_id varchar, months_waited bigint)"


def lay_waited(
    db: duckdb.DuckDBPyConnection, workspace: Workspace, today: date, is_asked: bool
) -> None:
    """Make `waited`: whole months since the first of the weeks without a gap up to today."""
    db.execute(NOTHING)
    if not is_asked:
        return
    from selaras.history.store import weeks  # loads dbt, which `rules check` can do without

    kept = [each for each in weeks(workspace) if each.day < today and each.is_whole]
    files = ", ".join(text(each.folder / f"{VERDICTS}.parquet") for each in kept)
    past = f"union all by name from read_parquet([{files}], union_by_name = true)" if files else ""
    query = (SQL / "waited.sql").read_text(encoding="utf-8").replace("{past}", past)
    days = [each.day for each in kept]
    db.execute(f"insert into waited {query}", {"days": [*days, today], "today": today})
