"""The unit tests of dbt hold on Spark, on tables without rows that have the columns of DuckDB's."""

import json
from pathlib import Path

import duckdb
from pyspark.sql import SparkSession
from same_rows import lay_out

from selaras.dbt import run_dbt
from selaras.spark.target import built_by
from selaras.workspace import PROJECT, SPARK, Workspace

BUILT = Workspace(PROJECT / "build" / "test")


def test_every_unit_test_of_a_model_holds_on_spark(spark: SparkSession, tmp_path: Path) -> None:
    with duckdb.connect(str(BUILT.database), read_only=True) as warehouse:
        lay_out(warehouse, spark)
    home = built_by(SPARK, Workspace(tmp_path))
    run_dbt(home, ["test", "--select", "test_type:unit"])  # a Refusal names those that failed
    results = json.loads((home.target / "run_results.json").read_text("utf-8"))["results"]
    told = [each["status"] for each in results if each["unique_id"].startswith("unit_test.")]
    assert len(told) > 180
    assert set(told) == {"pass"}
