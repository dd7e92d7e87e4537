"""What docs/connect/ says of the published files is run as it stands there."""

import re
from pathlib import Path

import duckdb
import pytest
import yaml

from selaras.workspace import PROJECT, Workspace

PAGES = PROJECT / "docs/connect"
FENCED = re.compile(r"```(\w*)\n(.*?)```", re.DOTALL)
FILES = re.compile(r"\b((?:marts|open_data)[/\\]\w+\.(?:parquet|csv)|selaras_marts\.duckdb)")


@pytest.fixture(scope="module")
def current(built: Workspace) -> Path:
    """The folder that pages call `current`."""
    return (built.publish / "current").resolve()


@pytest.fixture(scope="module")
def asked(current: Path):
    """The answer of the published file to a query."""

    def answer(sql: str) -> list[tuple]:
        with duckdb.connect(str(current / "selaras_marts.duckdb"), read_only=True) as connection:
            return connection.execute(sql).fetchall()

    return answer


def snippets(page: str, language: str) -> list[str]:
    """The code of a page in one language."""
    text = (PAGES / page).read_text(encoding="utf-8")
    return [code for named, code in FENCED.findall(text) if named == language]


def test_every_file_that_a_page_names_is_published(current: Path) -> None:
    pages = {page.name: page.read_text(encoding="utf-8") for page in PAGES.glob("*.md")}
    named = {(page, file) for page, text in pages.items() for file in FILES.findall(text)}
    assert {page for page, _ in named} >= set(pages) - {"README.md"}
    missing = [each for each in named if not (current / each[1].replace("\\", "/")).is_file()]
    assert missing == []


def test_the_snippets_of_pandas_give_the_published_figures(current: Path, asked) -> None:
    names: dict = {"current": current}
    for code in snippets("pandas.md", "python"):
        exec(code, names)
    headline = asked("select title_english, value, unit from marts.mart_headline_v2 order by 1")
    assert sorted(names["headline"].itertuples(index=False, name=None)) == headline
    ((told,),) = asked("select comment from duckdb_tables() where table_name = 'mart_programme_v2'")
    assert names["description"] == told
    by_city = dict(
        asked(
            """
            select city_code, count(distinct household_id) from marts.mart_benefit
            inner join marts.dim_region using (region_key)
            group by city_code
            """
        )
    )
    found = names["families"].to_dict()
    assert {code: count for code, count in found.items() if code == code} == {
        code: count for code, count in by_city.items() if code is not None
    }
    assert {"table_name", "column_name", "says"} <= set(names["dictionary"].columns)


def test_the_queries_of_r_have_answers(asked) -> None:
    queries = [sql for code in snippets("r.md", "r") for sql in re.findall(r', "([^"]+)"\)', code)]
    answers = [asked(sql) for sql in queries if "select" in sql]
    assert len(answers) == 2 and all(answers)


def test_the_charts_of_the_starter_dashboard_name_published_columns(asked) -> None:
    starter = yaml.safe_load((PROJECT / "deploy/superset/starter.yml").read_text(encoding="utf-8"))
    charts = [chart for row in starter["rows"] for chart in row]
    named = {
        (chart["table"], column)
        for chart in charts
        for column in [*chart.get("columns", []), *chart.get("sums", {}), chart.get("along")]
        if column
    }
    held = asked("select table_name, column_name from duckdb_columns() where schema_name = 'marts'")
    assert named and named <= set(held)
