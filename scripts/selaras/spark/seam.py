"""Where dbt hands a statement to Spark: models come in DuckDB's words and go on in Spark's.

dbt's own statements (schemas, lists of tables) are Spark's already and pass as they are.
"""

import re

from dbt.adapters.spark import session as dbt_session
from dbt_common.exceptions import DbtRuntimeError
from pyspark.errors import PySparkException
from pyspark.sql import DataFrame, SparkSession
from sqlglot import exp
from sqlglot.errors import SqlglotError

from selaras.spark.files import open_files, parsed
from selaras.spark.rewrite import in_spark
from selaras.spark.session import open_session

# A table or view as the project's macros write it; both become tables, since a view of Spark may
# not use the functions that are borrowed from DuckDB.
MADE = re.compile(
    r"\s*create (?:or replace )?(?:table|view) (?P<name>[\w.`]+) as\s(?P<query>.*)",
    re.DOTALL | re.IGNORECASE,
)
QUERY = re.compile(r"\s*(?:--[^\n]*\n\s*)*(select|with|from|values|\()", re.IGNORECASE)


class Cursor(dbt_session.Cursor):
    """A cursor that takes the models' SQL."""

    def execute(self, sql: str, *parameters: object) -> None:
        """Run one statement; what Spark or sqlglot says of it is dbt's to tell."""
        self._rows = None
        session = open_session(self.server_side_parameters)
        try:
            self._df = run(session, sql % parameters if parameters else sql)
        except (PySparkException, SqlglotError) as error:
            raise DbtRuntimeError(str(error)) from error


class Connection(dbt_session.Connection):
    """dbt's connection to the session, with that cursor."""

    def cursor(self) -> Cursor:
        """A cursor of the session."""
        return Cursor(server_side_parameters=self.server_side_parameters)


def install() -> None:
    """Let dbt open that connection where its profile says `method: session`."""
    dbt_session.Connection = Connection


def run(session: SparkSession, sql: str) -> DataFrame:
    """One statement of dbt."""
    if made := MADE.fullmatch(sql):
        session.sql(f"drop table if exists {made['name']}")
        rows = query(session, made["query"])
        rows.write.format("parquet").saveAsTable(made["name"].replace("`", ""))
        return session.createDataFrame([], "made string")
    return query(session, sql) if QUERY.match(sql) else session.sql(sql)


def query(session: SparkSession, sql: str) -> DataFrame:
    """The rows of a query in DuckDB's words."""

    def columns_of(part: exp.Query) -> list[str]:
        return session.sql(in_spark(part.copy())).columns

    return session.sql(in_spark(open_files(parsed(sql), session), columns_of))
