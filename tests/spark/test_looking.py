"""Where a data test found rows on Spark is told by a few places, however many rows there are."""

from pyspark.sql import SparkSession

from selaras.spark.target import places_of_spark

PLACE = ("table_name", "column_name")


def test_a_few_places_of_many_rows_come_to_the_driver(spark: SparkSession) -> None:
    many = "select 't' as table_name, n % 5 as column_name, n from range(999) as t(n)"
    told = places_of_spark(many, PLACE, 2)
    assert [tuple(row) for row in told] == [("t", 0), ("t", 1)]


def test_a_test_of_one_table_tells_no_place(spark: SparkSession) -> None:
    assert places_of_spark("select 1 as nik", PLACE, 3) == []
