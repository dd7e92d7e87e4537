"""Where dbt hands a statement to Spark: models come in DuckDB's words and go on in Spark's.

dbt's own statements (schemas, lists of tables) are Spark's already and pass as they are.
"""

import re
from typing import Any

import duckdb
from dbt.adapters.spark import session as dbt_session
from dbt_common.exceptions import DbtRuntimeError
from py4j.protocol import Py4JError
from pyspark.errors import PySparkException
from pyspark.sql import DataFrame, SparkSession
from sqlglot import exp
from sqlglot.errors import SqlglotError

from selaras.messages import say
from selaras.spark.files import all_of, lay_open, open_files
from selaras.spark.home import Made
from selaras.spark.rewrite import in_spark, parsed
from selaras.spark.session import looking, open_session

# A table or view as the project's macros write it; both become tables, since a view of Spark may
# not use the functions that are borrowed from DuckDB.
MADE = re.compile(
    r"\s*create (?:or replace )?(?P<kind>table|view) (?P<name>[\w.]+) as\s(?P<query>.*)",
    re.DOTALL | re.IGNORECASE,
)
# What a unit test looks at, for as long as the session lasts.
LOOKED_AT = re.compile(
    r"\s*create or replace temporary view (?P<name>[\w.]+) as\s(?P<query>.*)",
    re.DOTALL | re.IGNORECASE,
)
# The same of a model in Python, which asks DuckDB for little.
MADE_BY = re.compile(
    r"\s*create table (?P<name>[\w.]+) by python\s+(?P<code>.*)", re.DOTALL | re.IGNORECASE
)
COMMENT = re.compile(r"\A\s*/\*.*?\*/", re.DOTALL)
# What a table and its columns are: for the home's DuckDB file, which others read.
DESCRIBED = re.compile(r"\s*comment on .*", re.DOTALL | re.IGNORECASE)
QUERY = re.compile(r"\s*(?:--[^\n]*\n\s*)*(select|with|from|values|\()", re.IGNORECASE)


class Cursor(dbt_session.Cursor):
    """A cursor that takes the models' SQL."""

    def execute(self, sql: str, *parameters: object) -> None:
        """Run one statement; what Spark or sqlglot says of it is dbt's to tell."""
        self._rows = None
        try:
            session = open_session(self.server_side_parameters)
        except (PySparkException, Py4JError) as error:
            reason = _reason(error).splitlines()[0].removesuffix(".")
            raise DbtRuntimeError(say("spark.not_started", reason=reason)) from error
        try:
            self._df = run(session, sql % parameters if parameters else sql)
        except (PySparkException, Py4JError, SqlglotError) as error:
            raise DbtRuntimeError(_reason(error)) from error


def _reason(error: Exception) -> str:
    """What went wrong, behind the line by which Java says where it was called."""
    heading, _, told = str(error).partition("\n: ")
    return told or heading


class Connection(dbt_session.Connection):
    """dbt's connection to the session, with that cursor."""

    def cursor(self) -> Cursor:
        """A cursor of the session."""
        return Cursor(server_side_parameters=self.server_side_parameters)


_MADE: list[Made | str] = []  # dbt opens the connections, so that nobody can hand it one


def take_made() -> list[Made | str]:
    """What was made since this was last asked, in its order; the text of a comment is one too."""
    made = list(_MADE)
    _MADE.clear()
    return made


def install() -> None:
    """Let dbt open that connection where its profile says `method: session`."""
    dbt_session.Connection = Connection


def run(session: SparkSession, sql: str) -> DataFrame:
    """One statement of dbt, which writes a comment before it; what makes no table only looks."""
    sql = COMMENT.sub("", sql)
    if made := MADE_BY.fullmatch(sql):
        return _write(session, Made(made["name"]), by_python(session, made["code"]))
    if made := MADE.fullmatch(sql):
        is_view = made["kind"].lower() == "view"
        return _make(session, Made(made["name"], made["query"], is_view))
    if DESCRIBED.fullmatch(sql):
        _MADE.append(sql)
        return _nothing(session)
    beside = looking(session)
    if looked_at := LOOKED_AT.fullmatch(sql):
        query(beside, looked_at["query"]).createOrReplaceTempView(looked_at["name"])
        return _nothing(session)
    return query(beside, sql) if QUERY.match(sql) else beside.sql(sql)


def _make(session: SparkSession, made: Made) -> DataFrame:
    """Make the table of a query, or of the files that it gives as they are, where they lie."""
    reader = all_of(parsed(made.query))
    if reader is None:
        return _write(session, made, query(session, made.query))
    session.sql(f"drop table if exists {made.name}")
    lay_open(made.name, reader, session)
    return _stands(session, made)


def _write(session: SparkSession, made: Made, rows: DataFrame) -> DataFrame:
    """Make a table of rows in the place of the one before; an answer without rows."""
    session.sql(f"drop table if exists {made.name}")
    _make_room(session, made.name)
    session.sparkContext.setJobDescription(made.name)  # for Spark's pages and its log
    rows.write.format("parquet").saveAsTable(made.name)
    session.sparkContext.setJobDescription(None)
    return _stands(session, made)


def _make_room(session: SparkSession, name: str) -> None:
    """Remove files where a table is to lie: the catalogue knows nothing of what a killed run wrote.

    Spark would refuse to make the table there, in this run and every later one.
    """
    state = session._jsparkSession.sessionState()
    place = state.catalog().defaultTablePath(state.sqlParser().parseTableIdentifier(name))
    folder = session._jvm.org.apache.hadoop.fs.Path(place)
    folder.getFileSystem(state.newHadoopConf()).delete(folder, True)


def _stands(session: SparkSession, made: Made) -> DataFrame:
    """A table is made; who looks at it sees it and not the one before. An answer without rows."""
    looking(session).catalog.refreshTable(made.name)
    _MADE.append(made)
    return _nothing(session)


def _nothing(session: SparkSession) -> DataFrame:
    """An answer without rows, for which nobody has to work."""
    return session.sql("select '' as made where false")


def by_python(session: SparkSession, code: str) -> DataFrame:
    """The rows of a model in Python, to which the driver gives what it asks for."""
    names: dict[str, Any] = {}
    exec(code, names)
    with duckdb.connect() as engine:

        def given(relation: str) -> duckdb.DuckDBPyRelation:
            return engine.from_arrow(session.table(relation).toArrow())

        return session.createDataFrame(names["model"](names["dbtObj"](given), engine))


def query(session: SparkSession, sql: str) -> DataFrame:
    """The rows of a query in DuckDB's words."""

    def columns_of(part: exp.Query) -> list[str]:
        return session.sql(in_spark(part.copy(), columns_of)).columns

    return session.sql(in_spark(open_files(parsed(sql), session), columns_of))
