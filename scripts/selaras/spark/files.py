"""Tables that are files: what DuckDB reads by a function in the place of a table."""

import re
from itertools import count

import duckdb
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


def all_of(tree: exp.Expression) -> exp.ReadParquet | None:
    """The Parquet files that a query gives as they lie there, where it does no more than that."""
    table = tree.args.get("from_") and tree.args["from_"].this
    if table is None or not isinstance(table.this, exp.ReadParquet):
        return None
    is_plain = tree == exp.select("*").from_(table.copy())
    return table.this if is_plain else None


def lay_open(name: str, reader: exp.ReadParquet, session: SparkSession) -> None:
    """Make a table of all files below a folder where they lie, so that no row is copied."""
    pattern = _patterns(reader)[0].name
    folder = re.sub(r"\[(.)\]", r"\1", pattern.partition("/**")[0])
    with duckdb.connect() as engine:
        shape = _shape(engine, reader.sql("duckdb"))
    session.sql(
        f"create table {name} ({shape}) using parquet options (path {_text(folder)},"
        " recursiveFileLookup 'true', pathGlobFilter '*.parquet')"
    )


def _text(told: str) -> str:
    """A text between the quotes of Spark."""
    return exp.Literal.string(told).sql("spark")


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
    places = [
        place
        for pattern in _patterns(reader)
        for (place,) in engine.execute("select file from glob(?)", [pattern.name]).fetchall()
    ]
    return session.read.schema(_shape(engine, call)).parquet(*places)


def _patterns(reader: exp.Func) -> list[exp.Expression]:
    """The patterns of the files that are read."""
    (told, *_) = reader.expressions
    return told.expressions if isinstance(told, exp.Array) else [told]


def _shape(engine: duckdb.DuckDBPyConnection, call: str) -> str:
    """The columns that any of the files has, with their types, in Spark's words."""
    columns = engine.execute(f"describe select * from {call}").fetchall()
    return ", ".join(
        f"`{name}` {exp.DataType.build(kind, dialect='duckdb').sql('spark')}"
        for name, kind, *_ in columns
    )
