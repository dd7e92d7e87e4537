"""Try a running Superset: register a published file, list its tables, ask, draw the dashboard.

    SUPERSET_URL=... SUPERSET_USER=... SUPERSET_PASSWORD=... python check.py PUBLISHED_FILE

It ends with an error where a table is missing, or a question or chart has no answer.
"""

import re
import sys
from pathlib import Path

import duckdb
import yaml
from connect import SCHEMA, STARTER, Superset, connect, dataset, sums

QUESTIONS = Path(__file__).parents[2] / "docs/questions.md"
ASKED = (1, 4, 20)
SQL = re.compile(r"^### (\d+)\. .*?```sql\n(.*?)```", re.DOTALL | re.MULTILINE)


def check(superset: Superset, file: Path) -> None:
    """Compare what Superset sees with what the file holds."""
    with duckdb.connect(str(file), read_only=True) as connection:
        held = _tables(connection)
        questions = {int(number): sql for number, sql in SQL.findall(QUESTIONS.read_text("utf-8"))}
        expected = {each: len(connection.execute(questions[each]).fetchall()) for each in ASKED}
    database = connect(superset, file)
    listed = superset.get(f"database/{database}/tables/?q=(schema_name:{SCHEMA})")["result"]
    _hold("tables", {each["value"] for each in listed}, held)
    for number in ASKED:
        asked = {"database_id": database, "sql": questions[number], "runAsync": False}
        answer = superset.post("sqllab/execute/", asked)
        _hold(f"rows of question {number}", len(answer["data"]), expected[number])
    for chart in (
        each for row in yaml.safe_load(STARTER.read_text("utf-8"))["rows"] for each in row
    ):
        table = {"id": dataset(superset, database, chart["table"]), "type": "table"}
        columns = chart.get("columns", []) + [chart[key] for key in ("along",) if key in chart]
        query = {"columns": columns, "metrics": sums(chart) or None, "row_limit": 1000}
        answer = superset.post("chart/data", {"datasource": table, "queries": [query]})
        rows = answer["result"][0]["rowcount"]
        _hold(f"chart '{chart['title']}' has rows", rows > 0, True)


def _tables(connection: duckdb.DuckDBPyConnection) -> set[str]:
    """The tables and views that BI tools should see."""
    found = connection.execute(
        "select table_name from information_schema.tables where table_schema = ?", [SCHEMA]
    )
    return {name for (name,) in found.fetchall()}


def _hold(what: str, found: object, expected: object) -> None:
    """Say that it holds, or end."""
    if found != expected:
        sys.exit(f"{what}: {found}, not {expected}")
    print(f"{what}: {len(found) if isinstance(found, set) else found}")


if __name__ == "__main__":
    check(Superset.of_environment(), Path(sys.argv[1]))
