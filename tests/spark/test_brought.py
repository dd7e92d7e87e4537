"""What Spark made stands in the home's DuckDB file, whatever the folders are called."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from dbt_common.exceptions import DbtRuntimeError
from pyspark.sql import SparkSession

from selaras.spark.home import bring_home, place_of
from selaras.spark.seam import Cursor, run, take_made


@pytest.fixture(autouse=True)
def made() -> Iterator[None]:
    """What is made here is of no other test."""
    take_made()
    yield
    take_made()


def test_tables_and_views_are_brought_to_duckdb(spark: SparkSession, tmp_path: Path) -> None:
    run(spark, "create schema if not exists brought")
    run(spark, "create table brought.paid as select 'x' as nik, 5::bigint as amount")
    run(spark, "create view brought.looked as select amount from brought.paid")
    run(spark, "comment on table brought.paid is 'One row a payment'")
    bring_home(tmp_path / "selaras.duckdb", take_made())
    with duckdb.connect(str(tmp_path / "selaras.duckdb"), read_only=True) as warehouse:
        assert warehouse.execute("from brought.paid").fetchall() == [("x", 5)]
        assert warehouse.execute("from brought.looked").fetchall() == [(5,)]
        told = "select comment from duckdb_tables() where schema_name = 'brought'"
        assert warehouse.execute(told).fetchall() == [("One row a payment",)]


def test_what_is_brought_is_there_whole_or_not_at_all(spark: SparkSession, tmp_path: Path) -> None:
    run(spark, "create schema if not exists brought")
    run(spark, "create table brought.first as select 1 as n")
    bring_home(tmp_path / "selaras.duckdb", take_made())
    run(spark, "create table brought.first as select 2 as n")
    with pytest.raises(duckdb.Error):
        bring_home(tmp_path / "selaras.duckdb", [*take_made(), "comment on table brought.no is ''"])
    with duckdb.connect(str(tmp_path / "selaras.duckdb"), read_only=True) as warehouse:
        assert warehouse.execute("from brought.first").fetchall() == [(1,)]


def test_a_query_that_fails_is_told_in_its_own_words(
    spark: SparkSession, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(DbtRuntimeError, match=r"\[TABLE_OR_VIEW_NOT_FOUND\]"):
        Cursor(server_side_parameters={}).execute("select * from brought.nowhere")
    assert "org.apache.spark" not in capfd.readouterr().err


def test_files_that_a_killed_run_left_are_no_table(spark: SparkSession) -> None:
    run(spark, "create schema if not exists brought")
    run(spark, "create table brought.whole as select 1 as n")
    (whole,) = spark.table("brought.whole").inputFiles()
    left = Path(place_of(whole)).parents[1] / "killed"
    left.mkdir()
    (left / "part-0.parquet").write_bytes(b"half of it")
    run(spark, "create table brought.killed as select 2 as n")
    assert [tuple(row) for row in spark.table("brought.killed").collect()] == [(2,)]
