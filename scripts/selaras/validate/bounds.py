"""Row counts do not jump from one published run to the next."""

import json
import re

import duckdb

from selaras.plain_yaml import project_vars
from selaras.validate.privacy import NOTHING
from selaras.workspace import PROJECT, Workspace

FEW_ROWS = 100
NAME = "row_counts_are_within_bounds"  # of the check
# Changes between two drops come and go, and what is told week by week grows with every week: their
# number says nothing about a broken feed. Open data has as many rows as there are places and cuts.
EXEMPT = re.compile(r"marts[.]mart_(\w+_)?(change|trend)|marts[.]mart_week_\w+|open_data[.]\w+")


def query(connection: duckdb.DuckDBPyConnection, workspace: Workspace) -> str:
    """Compare each table with the manifest of what is published now."""
    before = _published(connection, workspace)
    bound = most_change()
    compared = [
        f"""
        select
            '{table}' as subject,
            count(*) as observed,
            '{before[table]} rows, at most {bound:.0%} more or less' as expected

        from {table}
        having abs(count(*) - {before[table]}) > greatest({FEW_ROWS}, {bound} * {before[table]})
        """
        for (table,) in connection.execute(
            """
            select table_schema || '.' || table_name
            from information_schema.tables
            where table_schema in ('marts', 'open_data')
            """
        ).fetchall()
        if before.get(table) and not EXEMPT.fullmatch(table)
    ]
    return " union all ".join(compared) or NOTHING


def jumps(
    connection: duckdb.DuckDBPyConnection, workspace: Workspace
) -> list[tuple[str, int, int]]:
    """The tables whose row counts jumped, with the count before and now."""
    before = _published(connection, workspace)
    found = connection.execute(query(connection, workspace)).fetchall()
    return sorted((str(table), before[str(table)], int(now)) for table, now, _ in found)


def _published(connection: duckdb.DuckDBPyConnection, workspace: Workspace) -> dict[str, int]:
    """Rows by table of the current publication, or nothing where the two cannot be compared."""
    path = workspace.publish / "current" / "manifest.json"
    if not path.exists():
        return {}
    manifest = json.loads(path.read_text(encoding="utf-8"))
    if not _is_comparable(connection, manifest):
        return {}
    return {table["name"]: table["rows"] for table in manifest["tables"]}


def _is_comparable(connection: duckdb.DuckDBPyConnection, manifest: dict) -> bool:
    """Whether the publication is of an earlier or the same day and rests on the same lists.

    A week rebuilt later, or the first list of a source, is no jump.
    """
    found = connection.execute(
        "select source || '.' || table_name from ops.snapshot_file where is_in_force"
    ).fetchall()
    ((as_of,),) = connection.execute("select as_of_date from ops.as_of").fetchall()
    now = {source for (source,) in found}
    then = {each["source"] for each in manifest["inputs"]}
    return manifest["as_of_date"] <= as_of.isoformat() and then == now


def most_change() -> float:
    """The share by which a table may grow or shrink, from the project's variables."""
    return float(project_vars(PROJECT)["row_count_bound"])
