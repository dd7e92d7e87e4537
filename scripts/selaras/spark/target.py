"""Which engine works the models out; what Spark needs is looked for only where it does."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from selaras.errors import ExitCode, Refusal
from selaras.spark.ready import refuse_unready
from selaras.workspace import DUCKDB, SPARK, Workspace


def built_by(engine: str, workspace: Workspace) -> Workspace:
    """A workspace whose models an engine works out; Refusal where Spark could not start."""
    if engine == DUCKDB:
        return workspace
    try:
        import pyspark

        from selaras.spark.seam import install
    except ImportError as error:
        raise Refusal(ExitCode.INPUT_REFUSED, "spark.missing", package=error.name) from error
    spark = os.environ.get("SPARK_HOME") or Path(pyspark.__file__).parent
    refuse_unready(workspace, Path(spark))
    install()
    return replace(workspace, engine=engine)


def on_spark(workspace: Workspace) -> list[str]:
    """The options by which dbt builds on Spark, where that is the engine."""
    return ["--target", SPARK] if workspace.engine == SPARK else []


def brought_home(workspace: Workspace, is_good: bool) -> None:
    """Let DuckDB have what was built, where another engine built it and came through."""
    if workspace.engine != SPARK:
        return
    from selaras.spark.home import bring_home
    from selaras.spark.seam import take_made

    made = take_made()
    if is_good and made:
        bring_home(workspace.database, made)


def places_of_spark(query: str, columns: Sequence[str], most: int) -> Sequence[Sequence[object]]:
    """Up to `most` different values of those columns that a query has, which Spark works out."""
    from selaras.spark.seam import query as asked
    from selaras.spark.session import SparkSession, looking

    found = asked(looking(SparkSession.active()), query)
    names = [name for name in columns if name in found.columns]
    if not names:
        return []
    return found.select(*names).distinct().orderBy(*names).limit(most).collect()
