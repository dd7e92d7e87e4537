"""No model compares every row with every other where it could look equal ones up."""

import json
import re

import duckdb

from selaras.workspace import Workspace

ALL_WITH_ALL = "BLOCKWISE_NL_JOIN"
EQUAL_COLUMNS = re.compile(r"\b[a-z_]+ = [a-z_]+\b")


def compared_all_with_all(plan: dict) -> list[str]:
    """The conditions of joins in a plan that compare all rows although they ask for equal values.

    DuckDB does so for an outer join with a condition on the rows of its outer side alone. One that
    asks for one thing or another has no other way, and is for few rows.
    """
    found = [each for child in plan.get("children", []) for each in compared_all_with_all(child)]
    if plan["name"].strip() == ALL_WITH_ALL:
        condition = str(plan["extra_info"].get("Condition", ""))
        needless = EQUAL_COLUMNS.search(condition) and " OR " not in condition
        found += [condition] if needless else []
    return found


def explained(connection: duckdb.DuckDBPyConnection, query: str) -> dict:
    """The plan of a query."""
    (_, text) = connection.execute(f"explain (format json) {query}").fetchone()
    return {"name": "", "children": json.loads(text)}


def test_an_outer_join_with_a_condition_on_its_own_side_is_seen() -> None:
    with duckdb.connect() as connection:
        connection.execute("create table one as select range as a, range as b from range(9)")
        apart = "from one left join one as other on one.a = other.a and one.b != one.a"
        looked_up = "from one left join one as other on one.a = other.a and one.b != other.b"

        assert compared_all_with_all(explained(connection, apart))
        assert not compared_all_with_all(explained(connection, looked_up))


def test_no_model_compares_all_rows_where_it_asks_for_equal_ones(built: Workspace) -> None:
    manifest = json.loads((built.target / "manifest.json").read_text(encoding="utf-8"))
    models = {
        node["name"]: node["compiled_code"]
        for node in manifest["nodes"].values()
        if node["resource_type"] == "model" and node["language"] == "sql"
    }
    with duckdb.connect(str(built.database), read_only=True) as connection:
        found = {
            name: conditions
            for name, query in models.items()
            if (conditions := compared_all_with_all(explained(connection, query)))
        }

    assert found == {}
