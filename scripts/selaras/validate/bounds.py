"""Row counts do not jump from one published run to the next."""

import json

import duckdb
import yaml

from selaras.validate.privacy import NOTHING
from selaras.workspace import PROJECT, Workspace

FEW_ROWS = 100
# Changes between two drops come and go; their number says nothing about a broken feed.
EXEMPT = ("marts.mart_change",)


def query(connection: duckdb.DuckDBPyConnection, workspace: Workspace) -> str:
    """Compare each table with the manifest of what is published now."""
    before = _published(workspace)
    bound = _bound()
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
        if before.get(table) and table not in EXEMPT
    ]
    return " union all ".join(compared) or NOTHING


def _published(workspace: Workspace) -> dict[str, int]:
    """Rows by table of the current publication; nothing before the first one."""
    path = workspace.publish / "current" / "manifest.json"
    if not path.exists():
        return {}
    tables = json.loads(path.read_text(encoding="utf-8"))["tables"]
    return {table["name"]: table["rows"] for table in tables}


def _bound() -> float:
    """The share by which a table may grow or shrink, from the project's variables."""
    project = yaml.safe_load((PROJECT / "dbt_project.yml").read_text(encoding="utf-8"))
    return float(project["vars"]["row_count_bound"])
