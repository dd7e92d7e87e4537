"""A failed test of the data in words: which source, file and line, and what to do."""

import re

import duckdb
from dbt.artifacts.schemas.results import NodeStatus
from dbt.contracts.graph.nodes import TestNode

from selaras.messages import say
from selaras.warehouse import open_warehouse
from selaras.workspace import Workspace

SHOWN = 3
_ROW_ID = re.compile(r"[0-9a-f]{12}-\d+")
_PERSONAL = re.compile(r"\d{12,}")
_PLACE = """
    select source || '.' || table_name || ', ' || file || ', ' || $word || ' ' || $line
    from landing.ledger
    where file_id = $file_id
"""


def explain_test(node: object, status: object, workspace: Workspace) -> str | None:
    """What a failed test found and where, or None for what is no failed test of data."""
    query = getattr(node, "compiled_code", None)
    if not isinstance(node, TestNode) or status != NodeStatus.Fail or not query:
        return None
    model = str(node.attached_node or "").rpartition(".")[2] or node.name
    with open_warehouse(workspace) as connection:
        try:
            found = connection.execute(f"select * from ({query}) limit {SHOWN}")
            names = [column[0] for column in found.description]
            rows = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
            (count,) = connection.execute(f"select count(*) from ({query})").fetchone()
            places = [_place(connection, node, model, row) for row in rows]
        except duckdb.Error:
            return None
    where = "; ".join(dict.fromkeys(places))
    return say("run.test_failed", test=node.name, model=model, count=count, where=where)


def _place(
    connection: duckdb.DuckDBPyConnection, node: TestNode, model: str, row: dict[str, object]
) -> str:
    """The file and line that a failing row comes from, else what the row says, without numbers."""
    row_id = row.get("source_row_id") or _row_id(connection, node, model, row)
    if row_id and _ROW_ID.fullmatch(str(row_id)):
        file_id, _, line = str(row_id).partition("-")
        values = {"file_id": file_id, "line": line, "word": say("run.line")}
        if place := connection.execute(_PLACE, values).fetchone():
            return str(place[0])
    told = [f"{name} = {_PERSONAL.sub('...', str(value)[:60])}" for name, value in row.items()]
    return ", ".join(told[:SHOWN])


def _row_id(
    connection: duckdb.DuckDBPyConnection, node: TestNode, model: str, row: dict[str, object]
) -> object:
    """A row of the tested model with the value that a test of one column complains about."""
    column = node.column_name
    if not column or not row:
        return None
    found = connection.execute(
        """
        select table_schema from information_schema.columns
        where table_name = ? and column_name = 'source_row_id'
        """,
        [model],
    ).fetchone()
    if not found:
        return None
    first = next(iter(row.values()))
    query = f"select source_row_id from {found[0]}.{model} where {column} is not distinct from ?"
    one = connection.execute(f"{query} limit 1", [first]).fetchone()
    return one and one[0]
