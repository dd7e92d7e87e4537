"""Drawn rule books, and the rules of the project, mean on Spark what they say.

What is expected is what the reference interpreter says, which knows neither of the engines; its
tests draw many more for DuckDB (tests/python/reference).
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyspark.sql import SparkSession

from selaras.rules.compiler import compile_rules
from selaras.spark.seam import query
from selaras.workspace import PROJECT

sys.path.append(str(PROJECT / "tests/python/reference"))

from compared import answers, units
from disagreement import disagreements
from drawn.book import rule
from drawn.population import population
from project import write_project
from test_verdicts import ALL, FEW, PROGRAMMES, real_rules

MADE = "create table "
few_books = settings(
    max_examples=2,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


class OnSpark:
    """A database for what is given and what is read; each model is Spark's to work out."""

    def __init__(self, spark: SparkSession) -> None:
        self._spark, self._held = spark, duckdb.connect()

    def execute(self, sql: str, *values: object) -> duckdb.DuckDBPyConnection:
        """One statement; a table that is made of a query is made by Spark."""
        name, _, asked = sql.removeprefix(MADE).partition(" as ")
        if not sql.startswith(MADE):
            return self._held.execute(sql, *values)
        for (table,) in self._held.execute("select table_name from duckdb_tables()").fetchall():
            rows = self._held.execute(f"from {table}").to_arrow_table()
            self._spark.createDataFrame(rows).createOrReplaceTempView(table)
        self._held.register("said", query(self._spark, asked).toArrow())
        return self._held.execute(f"create table {name} as from said")


@few_books
@given(
    raws=st.tuples(*(rule(FEW, name) for name in PROGRAMMES[:3])),
    seed=st.integers(0, 2**32),
)
def test_a_drawn_rule_book_means_on_spark_what_it_says(
    spark: SparkSession, raws: tuple[dict, ...], seed: int
) -> None:
    with TemporaryDirectory() as folder:
        rules = write_project(Path(folder), FEW, list(raws))
        families = population(rules, FEW, 80, seed)
        found = answers(compile_rules(Path(folder)), FEW, families, OnSpark(spark))
        wrong = list(disagreements(found, list(units(rules, families))))
    assert not wrong, "\n".join(wrong[:3])


def test_the_rules_of_the_project_mean_on_spark_what_they_say(spark: SparkSession) -> None:
    rules = real_rules()
    families = population(rules, ALL, 150, 1, 8)
    found = answers(compile_rules(PROJECT), ALL, families, OnSpark(spark))
    wrong = list(disagreements(found, list(units(rules, families))))
    assert not wrong, "\n".join(wrong[:3])
