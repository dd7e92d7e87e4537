"""A session of Spark in which the models mean what they mean in DuckDB."""

import logging
import os
import sys
from functools import cache

import duckdb
import pyarrow as pa
from pyspark.sql import SparkSession
from pyspark.sql.functions import arrow_udf

from selaras.spark.borrowed import BORROWED

OPTIMIZER = "org.apache.spark.sql.catalyst.optimizer"
LEFT_OUT = "spark.sql.optimizer.excludedRules"
WRITES_INTO_ONE = (
    "CollapseProject",
    "ConvertToLocalRelation",
    "PushDownPredicates",
    "PushPredicateThroughNonJoin",
)


def open_session(settings: dict[str, str]) -> SparkSession:
    """The one session of this process, in whichever thread it is asked for."""
    return _opened(tuple(settings.items()))


@cache
def _opened(settings: tuple[tuple[str, str], ...]) -> SparkSession:
    """A session with its functions, and the same Python where its rows are."""
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    # It prints a page of Java's steps for each query that fails; dbt tells what failed and why.
    logging.getLogger("SQLQueryContextLogger").setLevel(logging.CRITICAL)
    builder = SparkSession.builder
    for name, value in settings:
        builder = builder.config(name, value)
    return register(builder.getOrCreate())


@cache
def looking(session: SparkSession) -> SparkSession:
    """A session beside another, with the same tables, that plans a query as it stands: for tests.

    They look at the end of a chain of steps for rows that should not be. Spark would write all of
    the chain into that condition, each step as often as the next one names it: minutes of planning
    where there are twenty rows to read. A table that is made anew has to be refreshed there.
    """
    beside = session.newSession()
    beside.conf.set(LEFT_OUT, ",".join(f"{OPTIMIZER}.{rule}" for rule in WRITES_INTO_ONE))
    return register(beside)


def register(session: SparkSession) -> SparkSession:
    """Give a session the functions that it borrows from DuckDB."""
    for name, (function, kind) in BORROWED.items():
        session.udf.register(name, _borrowed(function, kind))
    return session


def _borrowed(function: str, kind: str):
    """A function of DuckDB as one of Spark; runs where the rows are, a batch at a time."""

    def work_out(*columns: pa.Array) -> pa.Array:
        batch = pa.table({f"c{place}": column for place, column in enumerate(columns)})
        call = f"cast({function}({', '.join(batch.column_names)}) as {kind})"
        with duckdb.connect() as engine:
            told = engine.sql(f"select {call} as told from batch").to_arrow_table()
        return told["told"].combine_chunks()

    return arrow_udf(work_out, kind)
