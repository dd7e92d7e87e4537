"""One build for all cases that can stand beside each other."""

from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from selaras.completeness import EXAMPLES
from selaras.dbt import run_dbt
from selaras.landing import land
from selaras.workspace import Workspace

Ask = Callable[[str], list[tuple]]
# What the cases ask about, and what that rests on; its data tests with it.
ASKED = ("fct_finding", "fct_payment", "mart_eligibility", "path:models/ops/quality")
BUILD = ["build", "--select", *(f"+{each}" for each in ASKED), *EXAMPLES]


@pytest.fixture(scope="session")
def build() -> Callable[[Path, Path], Ask]:
    """Land an inbox and build what the cases ask about; a way to ask the warehouse."""

    def built(inbox: Path, home: Path) -> Ask:
        workspace = Workspace.at(home)
        land(inbox, workspace)
        run_dbt(workspace, BUILD)
        connection = duckdb.connect(str(workspace.database), read_only=True)
        return lambda sql: connection.sql(sql).fetchall()

    return built
