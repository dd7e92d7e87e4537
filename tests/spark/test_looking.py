"""Who looks at a table sees it as it was made last, and is told few rows of many."""

from pyspark.sql import SparkSession

from selaras.spark.seam import run, take_made
from selaras.spark.session import LEFT_OUT, looking
from selaras.spark.target import places_of_spark

PLACE = ("table_name", "column_name")


def test_a_table_that_is_made_again_is_seen_anew_by_who_makes_and_who_looks(
    spark: SparkSession,
) -> None:
    run(spark, "create schema if not exists made")
    for number in (1, 2):
        run(spark, f"create table made.first as select {number} as n")
        run(spark, "create table made.next as select n + 10 as n from made.first")
        told = run(spark, "select a.n, b.n from made.first as a cross join made.next as b")
        assert [tuple(row) for row in told.collect()] == [(number, number + 10)]
    assert [made.name for made in take_made()] == 2 * ["made.first", "made.next"]


def test_only_who_looks_plans_a_query_as_it_stands(spark: SparkSession) -> None:
    assert "CollapseProject" in looking(spark).conf.get(LEFT_OUT)
    assert spark.conf.get(LEFT_OUT, None) is None
    assert looking(spark).conf.get("spark.sql.ansi.enabled") == "true"


def test_a_few_places_of_many_rows_come_to_the_driver(spark: SparkSession) -> None:
    many = "select 't' as table_name, n % 5 as column_name, n from range(999) as t(n)"
    told = places_of_spark(many, PLACE, 2)
    assert [tuple(row) for row in told] == [("t", 0), ("t", 1)]


def test_a_test_of_one_table_tells_no_place(spark: SparkSession) -> None:
    assert places_of_spark("select 1 as nik", PLACE, 3) == []
