"""Register the published file in Apache Superset, and make the starter dashboard.

    SUPERSET_URL=... SUPERSET_USER=... SUPERSET_PASSWORD=... python connect.py PUBLISHED_FILE

What is there already is kept: a second run adds only what is missing.
"""

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import requests
import yaml

STARTER = Path(__file__).with_name("starter.yml")
DATABASE = "Selaras"
SCHEMA = "marts"
GRID = ["ROOT_ID", "GRID_ID"]
COLUMNS = 12  # of Superset's grid, which a row of charts shares
HEIGHT = 50  # of a chart, in Superset's units


@dataclass(frozen=True)
class Superset:
    """A session with a Superset server, as one of its users."""

    api: str
    session: requests.Session

    @classmethod
    def of_environment(cls) -> "Superset":
        """Sign in as the environment says."""
        url = os.environ["SUPERSET_URL"].rstrip("/")
        found = cls(f"{url}/api/v1", requests.Session())
        person = {"username": os.environ["SUPERSET_USER"], "provider": "db"}
        person["password"] = os.environ["SUPERSET_PASSWORD"]
        token = found.post("security/login", person)["access_token"]
        found.session.headers.update({"Authorization": f"Bearer {token}", "Referer": url})
        csrf = found.get("security/csrf_token/")["result"]
        found.session.headers["X-CSRFToken"] = csrf
        return found

    def get(self, path: str) -> dict:
        """What a resource says."""
        return _told(self.session.get(f"{self.api}/{path}"))

    def post(self, path: str, body: dict) -> dict:
        """What becomes of a request."""
        return _told(self.session.post(f"{self.api}/{path}", json=body))

    def put(self, path: str, body: dict) -> dict:
        """What becomes of a change."""
        return _told(self.session.put(f"{self.api}/{path}", json=body))

    def keep(self, kind: str, name: str, body: dict) -> int:
        """The id of the resource that is called so in column `name`; made where there is none."""
        query = f"{kind}/?q=(filters:!((col:{name},opr:eq,value:'{body[name]}')))"
        ids = self.get(query)["ids"]
        return ids[0] if ids else self.post(f"{kind}/", body)["id"]


def connect(superset: Superset, file: Path) -> int:
    """Register the file and make the starter dashboard; the id of the database in Superset."""
    uri = f"duckdb:///{file.absolute()}?access_mode=read_only"
    named = {"database_name": DATABASE, "sqlalchemy_uri": uri, "expose_in_sqllab": True}
    database = superset.keep("database", "database_name", named)
    starter = yaml.safe_load(STARTER.read_text(encoding="utf-8"))
    rows = [[_chart(superset, database, chart) for chart in row] for row in starter["rows"]]
    title = starter["title"]
    layout = {"position_json": json.dumps(dict(_layout(title, rows))), "published": True}
    board = superset.keep("dashboard", "dashboard_title", {"dashboard_title": title})
    for chart in (each for row in rows for each in row):
        superset.put(f"chart/{chart}", {"dashboards": [board]})
    superset.put(f"dashboard/{board}", layout)
    return database


def dataset(superset: Superset, database: int, table: str) -> int:
    """The id of a published table in Superset, which reads its columns and their comments."""
    body = {"database": database, "schema": SCHEMA, "table_name": table}
    return superset.keep("dataset", "table_name", body)


def sums(chart: dict) -> list[dict]:
    """The sums of a chart as Superset writes them."""
    return [
        {
            "expressionType": "SIMPLE",
            "column": {"column_name": column},
            "aggregate": "SUM",
            "label": label,
        }
        for column, label in chart.get("sums", {}).items()
    ]


def _chart(superset: Superset, database: int, chart: dict) -> int:
    """The id of a chart."""
    table = dataset(superset, database, chart["table"])
    columns = chart.get("columns", [])
    form = {"viz_type": chart["shows"], "datasource": f"{table}__table", "metrics": sums(chart)}
    form |= {"groupby": columns, "row_limit": 1000, **chart.get("form", {})}
    if "along" in chart:
        form["x_axis"] = chart["along"]
    else:
        is_raw = not form["metrics"]
        form |= {"query_mode": "raw", "all_columns": columns} if is_raw else {}
    body = {"slice_name": chart["title"], "viz_type": chart["shows"], "params": json.dumps(form)}
    body |= {"datasource_id": table, "datasource_type": "table"}
    return superset.keep("chart", "slice_name", body)


def _layout(title: str, rows: list[list[int]]) -> Iterator[tuple[str, object]]:
    """Where each chart stands on the dashboard."""
    yield "DASHBOARD_VERSION_KEY", "v2"
    yield "ROOT_ID", {"type": "ROOT", "id": "ROOT_ID", "children": ["GRID_ID"]}
    yield "HEADER_ID", {"type": "HEADER", "id": "HEADER_ID", "meta": {"text": title}}
    names = [f"ROW-{number}" for number in range(len(rows))]
    yield "GRID_ID", {"type": "GRID", "id": "GRID_ID", "children": names, "parents": GRID[:1]}
    for name, row in zip(names, rows, strict=True):
        inside = [f"CHART-{chart}" for chart in row]
        meta = {"background": "BACKGROUND_TRANSPARENT"}
        yield name, {"type": "ROW", "id": name, "children": inside, "parents": GRID, "meta": meta}
        for place, chart in zip(inside, row, strict=True):
            meta = {"chartId": chart, "width": COLUMNS // len(row), "height": HEIGHT}
            told = {"type": "CHART", "id": place, "children": [], "meta": meta}
            yield place, told | {"parents": [*GRID, name]}


def _told(answer: requests.Response) -> dict:
    """The body of an answer; where Superset refuses, what it says ends the run."""
    if not answer.ok:
        sys.exit(f"Superset refused {answer.request.method} {answer.url}: {answer.text}")
    return answer.json()


if __name__ == "__main__":
    connect(Superset.of_environment(), Path(sys.argv[1]))
