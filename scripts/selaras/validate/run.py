"""Run all checks on a workspace."""

from collections.abc import Callable
from pathlib import Path

import duckdb

from selaras.completeness import landed_at
from selaras.progress import step
from selaras.validate import age, bounds, hidden, money, privacy, staged
from selaras.validate.check import Check, Violation
from selaras.validate.declared import headline_programmes, programmes_with_rule
from selaras.warehouse import open_warehouse
from selaras.workspace import Workspace, as_pattern

QUERIES = Path(__file__).parent / "checks"
SHOWN = 5


def validate(workspace: Workspace) -> list[Check]:
    """All checks, in the order of their names, with the violations of each."""
    queries: dict[str, Callable[[], str]] = {
        path.stem: path.read_text for path in sorted(QUERIES.glob("*.sql"))
    }
    project = workspace.project
    with open_warehouse(workspace) as connection, step("validate.checking") as progress:
        connection.execute("set preserve_insertion_order = false")
        connection.execute("set variable landing = ?", [as_pattern(landed_at(workspace))])
        connection.execute("set variable programmes_with_rule = ?", [programmes_with_rule(project)])
        connection.execute("set variable headline_programmes = ?", [headline_programmes(project)])
        queries["money_is_conserved"] = lambda: money.query(project)
        queries["no_list_is_too_old"] = lambda: age.query(project)
        queries["staging_keeps_every_row"] = lambda: staged.query(connection)
        queries["no_personal_number_in_marts"] = lambda: privacy.numbers(connection)
        queries["no_hidden_cell_can_be_worked_out"] = lambda: hidden.query(connection, project)
        queries["no_name_in_marts"] = lambda: privacy.names(connection)
        queries[bounds.NAME] = lambda: bounds.query(connection, workspace)
        progress.expect(len(queries))
        checks = []
        for name, query in sorted(queries.items()):
            checks.append(_check(connection, name, query()))
            progress.advance()
    return checks


def _check(connection: duckdb.DuckDBPyConnection, name: str, query: str) -> Check:
    """One check from its query."""
    found = connection.execute(f"select subject, observed, expected from ({query})").fetchall()
    first = sorted(tuple(map(str, row)) for row in found)[:SHOWN]
    return Check(name, tuple(Violation(*row) for row in first), len(found))
