"""A figure has one name: the metrics say what the marts say, as `mf query` answers."""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from selaras.workspace import PROJECT, Workspace

READ_BY_DBT = ("dbt_project.yml", "profiles.yml", "selectors.yml", "models", "macros", "seeds")
OF_PROGRAMME = (
    "reached_count",
    "missed_count",
    "leaked_count",
    "open_count",
    "enrolment_count",
    "monthly_amount",
    "paid_amount",
)
OF_REGION = ("recipient_family_count", "several_programme_family_count", "cross_level_family_count")
# Shares of metrics, and the measures of mart_trend that are the same in the week of the day.
OF_COURSE = {
    "inclusion_error": "leaked",
    "undetermined_share": "undetermined",
    "usable_number_share": "usable_number",
    "matched_share": "matched",
    "leaked_now_known_share": "leaked_now_known",
}
FINDINGS = ("findings_open", "findings_new", "findings_closed")
Answer = list[dict[str, str]]
Mf = Callable[..., subprocess.CompletedProcess]


@pytest.fixture(scope="module")
def mf(built: Workspace, tmp_path_factory: pytest.TempPathFactory, with_json: None) -> Mf:
    """Run `mf` on a copy of the warehouse, as it wants to be the only one that has it open."""
    home = tmp_path_factory.mktemp("metrics")
    shutil.copy(built.database, home / built.database.name)
    for name in (*READ_BY_DBT, "tests", "docs"):
        (home / name).symlink_to(PROJECT / name)
    (home / "target").symlink_to(built.target)
    environment = {**os.environ, "SELARAS_HOME": str(home), "DBT_LOG_PATH": str(home / "logs")}

    def run(*arguments: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [Path(sys.executable).with_name("mf"), *arguments],
            cwd=home,
            env=environment,
            capture_output=True,
            text=True,
        )

    return run


@pytest.fixture(scope="module")
def ask(mf: Mf, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Answer]:
    """What `mf query` answers, a row for each group."""
    file = tmp_path_factory.mktemp("answers") / "answer.csv"

    def query(metrics: tuple[str, ...], *groups: str) -> Answer:
        grouped = ["--group-by", ",".join(groups)] if groups else []
        asked = mf("query", "--metrics", ",".join(metrics), *grouped, "--csv", str(file))
        assert asked.returncode == 0, asked.stdout
        with file.open(encoding="utf-8", newline="") as answers:
            return list(csv.DictReader(answers))

    return query


@pytest.fixture(scope="module")
def published(built: Workspace) -> Callable[[str], list[tuple]]:
    """The answer of the published file to a query."""

    def query(sql: str) -> list[tuple]:
        path = str(built.publish / "current" / "selaras_marts.duckdb")
        with duckdb.connect(path, read_only=True) as connection:
            return connection.execute(sql).fetchall()

    return query


@pytest.fixture(scope="module")
def declared(built: Workspace) -> dict[str, dict]:
    """Every metric by its name, as dbt read it."""
    manifest = json.loads((built.target / "manifest.json").read_text(encoding="utf-8"))
    return {each["name"]: each for each in manifest["metrics"].values()}


def number(text: str) -> int:
    """A figure of an answer, in which nothing is 0 as in a sum of marts."""
    return int(float(text or 0))


def test_every_metric_and_dimension_can_be_asked_for(mf: Mf) -> None:
    looked = mf("validate-configs", "--show-all")
    assert looked.returncode == 0, looked.stdout
    assert looked.stdout.count("ERRORS: 0, FUTURE_ERRORS: 0, WARNINGS: 0") == 6


def test_figures_of_all_are_those_of_the_headline_and_of_the_course(ask, published) -> None:
    headline = dict(published("select metric_id, value from marts.mart_headline_v2"))
    course = {
        measure: (counted, share)
        for measure, counted, share in published(
            """
            select measure_id, sum(counted), sum(counted) / nullif(sum(out_of), 0)
            from marts.mart_trend
            where as_of_date = known_on
            group by measure_id
            """
        )
    }
    ((rows_to_mend,),) = published("select sum(row_count) from marts.mart_data_quality")
    (found,) = ask((*headline, *OF_COURSE, *FINDINGS, "finding_count", "row_count"))
    assert {metric: number(found[metric]) for metric in headline} == headline
    assert all(headline.values())
    for metric, measure in OF_COURSE.items():
        assert float(found[metric]) == pytest.approx(course[measure][1]), metric
    assert {each: number(found[each]) for each in FINDINGS} == {
        each: course[each][0] for each in FINDINGS
    }
    assert number(found["finding_count"]) == number(found["findings_open"]) > 0
    assert number(found["row_count"]) == rows_to_mend > 0


def test_figures_of_programmes_are_those_of_the_mart(ask, published) -> None:
    columns = ", ".join(f"coalesce({each}, 0)" for each in OF_PROGRAMME)
    rows = published(f"select programme_id, {columns} from marts.mart_programme_v2")
    found = {
        row["programme"]: tuple(number(row[each]) for each in OF_PROGRAMME)
        for row in ask(OF_PROGRAMME, "programme")
    }
    assert found == {programme: tuple(figures) for programme, *figures in rows}


def test_figures_of_kelurahan_are_those_of_the_mart(ask, published) -> None:
    columns = ", ".join(OF_REGION)
    rows = published(
        f"select region_code, {columns} from marts.mart_region where {OF_REGION[0]} > 0"
    )
    found = {
        row["region"]: tuple(number(row[each]) for each in OF_REGION)
        for row in ask(OF_REGION, "region")
    }
    found.pop("unknown", None)
    assert found == {region: tuple(figures) for region, *figures in rows}


def test_headline_figures_have_one_name_and_one_label(declared: dict[str, dict]) -> None:
    with (PROJECT / "seeds/headline_metric.csv").open(encoding="utf-8", newline="") as file:
        labels = {row["metric_id"]: row["label_en"] for row in csv.DictReader(file)}
    assert {each: declared[each]["label"] for each in labels} == labels


def test_measures_of_the_course_have_one_label(declared: dict[str, dict]) -> None:
    with (PROJECT / "seeds/trend_measure.csv").open(encoding="utf-8", newline="") as file:
        labels = {row["measure_id"]: row["title_english"] for row in csv.DictReader(file)}
    shares = {metric: labels[measure] for metric, measure in OF_COURSE.items()}
    shares |= {each: labels[each] for each in FINDINGS}
    del shares["inclusion_error"]  # `leaked` of mart_trend, which says what it is a share of
    assert {each: declared[each]["label"] for each in shares} == shares


def test_the_page_names_every_metric_once(declared: dict[str, dict]) -> None:
    page = (PROJECT / "docs/metrics.md").read_text(encoding="utf-8")
    named = re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE)
    assert sorted(named) == sorted(declared)
    assert all(each["description"] and each["label"] for each in declared.values())
