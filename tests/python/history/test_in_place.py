"""A model is made in its place: nothing is left beside it, and one that fails keeps what it had."""

from collections.abc import Callable

import duckdb
import pytest

from selaras.dbt import run_dbt
from selaras.errors import Refusal
from selaras.warehouse import open_warehouse
from selaras.workspace import Workspace

KINDS = """
    select table_schema || '.' || table_name as name, table_type as kind
    from information_schema.tables
    where table_catalog = current_catalog()
"""


def _kinds(workspace: Workspace) -> dict[str, str]:
    """What is a table and what is a view in a warehouse."""
    with open_warehouse(workspace) as connection:
        return dict(connection.sql(KINDS).fetchall())


def _rows(workspace: Workspace, table: str) -> list[tuple]:
    """The rows of a table in one order."""
    with open_warehouse(workspace) as connection:
        return connection.sql(f"from {table} order by all").fetchall()


def test_tables_and_views_are_replaced_and_a_model_that_fails_keeps_its_rows(
    copied: Callable[[], Workspace],
) -> None:
    workspace = copied()
    kinds, days = _kinds(workspace), _rows(workspace, "ops.snapshot_file")
    verdicts = _rows(workspace, "eligibility.elig_klj")
    assert kinds["ops.snapshot_file"] == "BASE TABLE"
    assert kinds["conformed.enrolled_by_list"] == "VIEW"
    with duckdb.connect(str(workspace.database)) as connection:
        connection.execute("drop table ops.snapshot_file")
        connection.execute("create view ops.snapshot_file as select 1 as nothing")
        connection.execute("drop view conformed.enrolled_by_list")
        connection.execute("create table conformed.enrolled_by_list as select 1 as nothing")
        connection.execute("drop table identity.objection_in_force")  # read by the verdicts
    chosen = ["snapshot_file", "enrolled_by_list", "elig_klj"]
    with pytest.raises(Refusal, match="elig_klj"):
        run_dbt(workspace, ["run", "--select", *chosen])
    assert _rows(workspace, "ops.snapshot_file") == days
    assert _rows(workspace, "eligibility.elig_klj") == verdicts
    gone = {"identity.objection_in_force", "ops.complete_build"}  # the mark, by a build of a part
    assert _kinds(workspace) == {name: kinds[name] for name in kinds.keys() - gone}
