"""A warehouse of another day: its facts, and the verdicts of the rules that stand on them.

It has the tables that judging by a reform reads, under the names of the real one, so that it can be
attached in its place. The facts are those that a landed week left behind, or a projection.
"""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import duckdb

from selaras.errors import ExitCode, Refusal
from selaras.history.store import weeks
from selaras.memory import memory_limit
from selaras.quoted import text
from selaras.rules.sql.without_dbt import Renderer
from selaras.what_if.judge import VERDICTS, WAREHOUSE, attach
from selaras.workspace import Workspace

SQL = Path(__file__).parent / "sql"
PERSON, HOUSEHOLD = "conformed.dim_person", "conformed.dim_household"
ENROLMENT, OBJECTION = "conformed.fct_enrolment", "identity.objection_in_force"
AS_THEY_ARE = ("conformed.dim_region", "conformed.dim_programme", "reference.open_age_group")
EMPTY = ("overlap.fct_finding", "overlap.gap")
KEPT = {
    PERSON: "week_person_fact",
    HOUSEHOLD: "week_household_fact",
    ENROLMENT: "week_enrolment",
    OBJECTION: "week_objection",
}
OF_TODAY = {
    ENROLMENT: "select enrolment.* from {table} as enrolment",
    OBJECTION: "select objection.* from {table} as objection cross join horizon"
    " where coalesce(objection.valid_until >= horizon.day, true)",
}
HORIZON = """
    create table horizon as
    select
        {seed} as seed,
        date '{day}' as day,
        date '{day}' - date '{today}' as days,
        (date '{day}' - date '{today}') / 365.25 as years
"""
RATE = """
    create table rate (
        event varchar, age_group varchar, events bigint, years_at_risk double, rate_a_year double
    )
"""
MEMBERS = "household_member_fact"
SCHEMAS = ("conformed", "identity", "reference", "overlap", "eligibility")


class StandIn:
    """Makes such warehouses in a folder, each in the place of the one before."""

    def __init__(self, workspace: Workspace, programmes: list[str], folder: Path) -> None:
        self._workspace, self._programmes = workspace, programmes
        self._place = folder / "stand_in.duckdb"
        self._renderer = Renderer(workspace.project, [_sql("draw")])

    def of_week(self, day: date) -> Path:
        """The warehouse of a landed week; Refusal where none was kept of that day."""
        known = {each.day: each for each in weeks(self._workspace)}
        if day not in known:
            days = ", ".join(map(str, known)) or "-"
            raise Refusal(ExitCode.INPUT_REFUSED, "what_if.no_week", day=day, known=days)
        with self._made() as connection:
            for table, fact in KEPT.items():
                file = text(known[day].folder / f"{fact}.parquet")
                connection.execute(
                    f"create table {table} as select * from {WAREHOUSE}.{table} where false"
                    f" union all by name select * from read_parquet({file})"
                )
            connection.execute(f"update {ENROLMENT} set status = 'active'")
            self._judge(connection)
        return self._place

    def projected(self, today: date, day: date, seed: int, rates: list[tuple]) -> Path:
        """The warehouse of a day to come, as drawn by a seed; without rates everybody only ages.

        Of today itself it has the facts as they are.
        """
        with self._made() as connection:
            dated = {"seed": seed, "day": day, "today": today}
            connection.execute(HORIZON.format(**dated))
            connection.execute(RATE)
            if rates:
                connection.executemany("insert into rate values (?, ?, ?, ?, ?)", rates)
            connection.execute(f"create table drawn as {self._query('drawn')}")
            connection.execute(f"create table {PERSON} as {self._query('projected_person')}")
            connection.execute(f"create table {HOUSEHOLD} as {self._query('projected_household')}")
            self._count_members(connection)
            for table, query in OF_TODAY.items():
                told = query.format(table=f"{WAREHOUSE}.{table}")
                connection.execute(f"create table {table} as {told}")
            self._judge(connection)
        return self._place

    def _count_members(self, connection: duckdb.DuckDBPyConnection) -> None:
        """What follows from the members of a family, by the model that says so every week."""
        connection.execute(f"create table household as select household_id from {HOUSEHOLD}")
        model = self._workspace.project / "models" / "conformed" / f"{MEMBERS}.sql"
        self._as_here(connection)
        query = self._renderer.render(model.read_text(encoding="utf-8"))
        connection.execute(f"create table {MEMBERS} as {query}")
        connection.execute("reset search_path")
        names = [name for name, *_ in connection.execute(f"describe {MEMBERS}").fetchall()]
        given = [name for name in names if name != "household_id"]
        connection.execute(
            f"create or replace table {HOUSEHOLD} as"
            f" select home.* exclude ({', '.join(given)}), told.* exclude (household_id)"
            f" from {HOUSEHOLD} as home left join {MEMBERS} as told using (household_id)"
        )

    @contextmanager
    def _made(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A new warehouse to fill, in the place of the one before."""
        self._place.unlink(missing_ok=True)
        settings = {"memory_limit": memory_limit(), "threads": "2"}
        with closing(duckdb.connect(str(self._place), config=settings)) as connection:
            connection.execute("set preserve_insertion_order = false")
            attach(connection, self._workspace.database)
            for schema in SCHEMAS:
                connection.execute(f"create schema {schema}")
            for table in (*AS_THEY_ARE, *EMPTY):
                rows = " where false" if table in EMPTY else ""
                connection.execute(f"create table {table} as from {WAREHOUSE}.{table}{rows}")
            yield connection

    def _judge(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Judge the programmes asked for by the rules that stand; of others there is no verdict."""
        models = self._workspace.project / "models" / "eligibility"
        self._as_here(connection)
        for path in sorted(models.glob("elig_*.sql")):
            is_asked = path.stem.removeprefix("elig_") in self._programmes
            query = self._renderer.render(path.read_text(encoding="utf-8"))
            query = query if is_asked else f"select * from ({query}) where false"
            connection.execute(f"create table eligibility.{path.stem} as {query}")
        query = self._renderer.render((models / f"{VERDICTS}.sql").read_text(encoding="utf-8"))
        connection.execute(f"create table eligibility.{VERDICTS} as {query}")
        connection.execute("reset search_path")

    def _as_here(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Let names alone be those of this warehouse."""
        connection.execute(f"set search_path = 'main,{','.join(SCHEMAS)}'")

    def _query(self, name: str) -> str:
        """A query of this package."""
        return self._renderer.render(_sql(name))


@contextmanager
def stand_ins(workspace: Workspace, programmes: list[str]) -> Iterator[StandIn]:
    """What makes warehouses of other days with the verdicts of some programmes.

    They are deleted at the end, and so is what an interrupted run left.
    """
    folder = workspace.what_if / ".days"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        yield StandIn(workspace, programmes, folder)
    finally:
        shutil.rmtree(folder)


def _sql(name: str) -> str:
    """A text of this package."""
    return (SQL / f"{name}.sql").read_text(encoding="utf-8")
