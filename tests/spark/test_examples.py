"""The examples of macros hold on Spark: each is a query for rows that are not as they should be."""

import duckdb
import pytest
from pyspark.sql import SparkSession
from same_rows import give

from selaras.spark.seam import query
from selaras.spark.session import looking
from selaras.workspace import PROJECT, Workspace

HOME = Workspace(PROJECT / "build" / "test")
EXAMPLES = sorted(path.stem for path in (PROJECT / "tests/data/examples").glob("*.sql"))


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_holds_on_spark(
    example: str, spark: SparkSession, tmp_path_factory: pytest.TempPathFactory
) -> None:
    compiled = HOME.target / "compiled/selaras/tests/data/examples" / f"{example}.sql"
    sql = compiled.read_text(encoding="utf-8")
    with duckdb.connect(str(HOME.database), read_only=True) as warehouse:
        give(sql, warehouse, spark, tmp_path_factory.getbasetemp() / "given")
    assert query(looking(spark), sql).collect() == []
