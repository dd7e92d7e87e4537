"""Tables that are files: what DuckDB reads by a function in the place of a table."""

from itertools import count

import duckdb
import sqlglot
from pyspark.sql import DataFrame, SparkSession
from sqlglot import exp

READERS = {"glob", "read_text", "read_json", "read_csv"}  # few rows, which DuckDB reads itself
_NUMBER = count()


def open_files(tree: exp.Expression, session: SparkSession) -> exp.Expression:
    """A query of DuckDB with a view of the session in the place of each file that it reads."""
    for table in list(tree.find_all(exp.Table)):
        reader = table.this
        if not isinstance(reader, exp.Func):
            continue
        name = f"files_{next(_NUMBER)}"
        _read(reader, session).createOrReplaceTempView(name)
        table.set("this", exp.to_identifier(name))
    return tree


def _read(reader: exp.Func, session: SparkSession) -> DataFrame:
    """The rows that a function of DuckDB reads; of Parquet, Spark reads its own share each."""
    call = reader.sql("duckdb")
    with duckdb.connect() as engine:
        if isinstance(reader, exp.ReadParquet):
            return _parquet(engine, reader, call, session)
        return session.createDataFrame(engine.sql(f"select * from {call}").to_arrow_table())


def _parquet(
    engine: duckdb.DuckDBPyConnection, reader: exp.Func, call: str, session: SparkSession
) -> DataFrame:
    """Parquet files with the columns that any of them has."""
    columns = engine.execute(f"describe select * from {call}").fetchall()
    shape = ", ".join(
        f"`{name}` {exp.DataType.build(kind, dialect='duckdb').sql('spark')}"
        for name, kind, *_ in columns
    )
    (told, *_) = reader.expressions
    patterns = told.expressions if isinstance(told, exp.Array) else [told]
    places = [
        place
        for pattern in patterns
        for (place,) in engine.execute("select file from glob(?)", [pattern.name]).fetchall()
    ]
    return session.read.schema(shape).parquet(*places)


def parsed(sql: str) -> exp.Expression:
    """A statement in DuckDB's words."""
    return sqlglot.parse_one(sql, read="duckdb")
