"""Lets Spark have the tables that DuckDB has, and tells whether two tables hold the same rows."""

import re
from pathlib import Path

import duckdb
from pyspark.sql import SparkSession
from sqlglot import exp

Columns = dict[str, str]


def columns_of(warehouse: duckdb.DuckDBPyConnection, schema: str, table: str) -> Columns:
    """The columns of a table of DuckDB with their types; whole numbers fit into 64 bits."""
    told = warehouse.execute(f'describe "{schema}"."{table}"').fetchall()
    return {name: {"HUGEINT": "BIGINT"}.get(kind, kind) for name, kind, *_ in told}


def give(sql: str, warehouse: duckdb.DuckDBPyConnection, spark: SparkSession, given: Path) -> None:
    """Let Spark have the tables that a query of DuckDB names."""
    for schema, table in set(re.findall(r'"(\w+)"\."(\w+)"', sql.replace('"selaras".', ""))):
        file = given / schema / f"{table}.parquet"
        if file.exists():
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        kept = ", ".join(
            f'cast("{name}" as {kind}) as "{name}"'
            for name, kind in columns_of(warehouse, schema, table).items()
        )
        warehouse.execute(f'copy (select {kept} from "{schema}"."{table}") to \'{file}\'')
        spark.sql(f"create database if not exists `{schema}`")
        spark.sql(f"create view `{schema}`.`{table}` as select * from parquet.`{file}`")


def lay_out(warehouse: duckdb.DuckDBPyConnection, spark: SparkSession) -> None:
    """Let Spark have each table and view that DuckDB has, without a row."""
    tables = warehouse.execute("""
        select schema_name, table_name from duckdb_tables()
        union all
        select schema_name, view_name from duckdb_views() where not internal
    """)
    for schema, table in tables.fetchall():
        spark.sql(f"create database if not exists `{schema}`")
        columns = ", ".join(
            f"`{name}` {exp.DataType.build(kind, dialect='duckdb').sql('spark')}"
            for name, kind in columns_of(warehouse, schema, table).items()
        )
        spark.sql(f"drop table if exists `{schema}`.`{table}`")  # another test may have left it
        spark.sql(f"create table `{schema}`.`{table}` ({columns}) using parquet")


def differences(
    warehouse: duckdb.DuckDBPyConnection, columns: Columns, ours: str, theirs: str
) -> str:
    """How many rows only one of two relations has, and in which columns; empty where they agree."""
    said, expected = (
        f"select {', '.join(_comparable(*each) for each in columns.items())} from {relation}"
        for relation in (ours, theirs)
    )
    said_rows = f"({said} except all {expected})"
    expected_rows = f"({expected} except all {said})"
    only, missing = (
        warehouse.execute(f"select count(*) from {rows}").fetchone()[0]
        for rows in (said_rows, expected_rows)
    )
    if not only and not missing:
        return ""
    odd = [name for name in columns if _is_odd(warehouse, name, said, expected)]
    return f"{only} rows of Spark's and {missing} of DuckDB's, in {', '.join(odd)}"


def _is_odd(warehouse: duckdb.DuckDBPyConnection, name: str, said: str, expected: str) -> bool:
    """Whether a column alone holds other values."""
    one, other = (f'select "{name}" from ({each})' for each in (said, expected))
    return bool(warehouse.execute(f"({one} except all {other}) limit 1").fetchall())


def _comparable(name: str, kind: str) -> str:
    """A column in DuckDB's type; what holds others, as a text."""
    text = "::varchar" if re.search(r"MAP|STRUCT|\[", kind) else ""
    return f'cast("{name}" as {kind}){text} as "{name}"'
