"""A whole run on Spark leaves what a run by DuckDB leaves, from the files to what is published.

Both land the drops of the committed sample, build the week before and this one through dbt (seeds,
hooks, every model, contracts and data tests), check, publish, and write report and outbox. Then all
that lies in the two homes is compared: each table row by row, as it lies in Spark's files and as it
was brought into the home's DuckDB file; the facts that the weeks keep; and what is published.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from same_rows import columns_of, differences

from selaras.workspace import DUCKDB, PROJECT, SPARK, Workspace

# Not of the models: which commit built, and whether all was built.
MARK = "ops.complete_build"
SHAPES = """
    select
        columns.schema_name || '.' || columns.table_name, columns.column_name, columns.data_type,
        columns.comment, held.kind, held.comment
    from duckdb_columns() as columns
    inner join (
        select schema_name, table_name, comment, 'table' as kind from duckdb_tables()
        union all
        select schema_name, view_name, comment, 'view' from duckdb_views() where not internal
    ) as held
        on
            held.schema_name = columns.schema_name
            and held.table_name = columns.table_name
    order by columns.schema_name, columns.table_name, columns.column_index
"""
Connection = duckdb.DuckDBPyConnection
Rows = list[tuple]


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Workspace]:
    """A home after a run of each engine; both run at once."""
    base = tmp_path_factory.mktemp("homes")
    running = {engine: _begun(engine, base / engine) for engine in (DUCKDB, SPARK)}
    for run in running.values():
        _, said = run.communicate()
        assert run.returncode == 0, said[-2000:]
    return {engine: Workspace.at(base / engine) for engine in running}


def _begun(engine: str, home: Path) -> subprocess.Popen[str]:
    """A run of one engine, in a process of its own."""
    verb = [sys.executable, "-m", "selaras", "sync", "--target", engine]
    where = ["--inbox", str(PROJECT / "data" / "sample"), "--home", str(home)]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, "text": True}
    return subprocess.Popen([*verb, *where], **quiet)


@pytest.fixture
def warehouses(homes: dict[str, Workspace]) -> Iterator[dict[str, Connection]]:
    """The DuckDB file of each home, each by itself: a view knows its tables by name only."""
    opened = {
        engine: duckdb.connect(str(home.database), read_only=True) for engine, home in homes.items()
    }
    yield opened
    for connection in opened.values():
        connection.close()


def _shapes(warehouse: Connection) -> Rows:
    """Every column of every table and view in its place, with types and comments."""
    return [row for row in warehouse.execute(SHAPES).fetchall() if row[0] != MARK]


def test_every_table_is_there_with_its_columns_types_and_comments(
    warehouses: dict[str, Connection],
) -> None:
    shapes = _shapes(warehouses[DUCKDB])
    assert len({row[0] for row in shapes}) > 400
    assert _shapes(warehouses[SPARK]) == shapes


def test_every_table_has_the_same_rows(
    warehouses: dict[str, Connection], homes: dict[str, Workspace]
) -> None:
    differing, own = {}, homes[SPARK].home / "spark"
    for table in sorted({row[0] for row in _shapes(warehouses[DUCKDB])}):
        theirs = warehouses[DUCKDB]
        theirs.register("brought", warehouses[SPARK].execute(f"from {table}").to_arrow_table())
        columns = columns_of(theirs, *table.split("."))
        said = {table: "brought"}
        if not table.startswith("landing."):  # read where it was landed
            files = own / "{}.db/{}/*.parquet".format(*table.split("."))
            said[f"Spark's {table}"] = f"read_parquet('{files}')"
        told = {name: differences(theirs, columns, rows, table) for name, rows in said.items()}
        differing |= {name: words for name, words in told.items() if words}
    assert differing == {}


def test_the_weeks_keep_the_same_facts(homes: dict[str, Workspace]) -> None:
    facts = {
        engine: sorted(file.relative_to(home.history) for file in home.history.rglob("*.parquet"))
        for engine, home in homes.items()
    }
    assert len({fact.parent for fact in facts[DUCKDB]}) == 2
    assert facts[SPARK] == facts[DUCKDB]
    differing = {}
    for fact in facts[DUCKDB]:
        ours, theirs = (f"read_parquet('{homes[each].history / fact}')" for each in (SPARK, DUCKDB))
        with duckdb.connect() as connection:
            told = connection.execute(f"describe from {theirs}").fetchall()
            columns = {name: kind for name, kind, *_ in told}
            if words := differences(connection, columns, ours, theirs):
                differing[str(fact)] = words
    assert differing == {}


def test_the_same_is_published_under_the_same_name(homes: dict[str, Workspace]) -> None:
    ours, theirs = ((homes[each].publish / "current").resolve() for each in (SPARK, DUCKDB))
    assert ours.name == theirs.name  # which tells the content
    tables = [
        json.loads((each / "manifest.json").read_text(encoding="utf-8"))["tables"]
        for each in (ours, theirs)
    ]
    assert tables[0] == tables[1]


def test_every_agency_gets_the_same_list(homes: dict[str, Workspace]) -> None:
    ours, theirs = (
        {file.relative_to(homes[each].outbox): file.read_bytes() for file in files}
        for each in (SPARK, DUCKDB)
        for files in [sorted(homes[each].outbox.rglob("*.csv"))]
    )
    assert len(theirs) > 3
    assert ours == theirs
