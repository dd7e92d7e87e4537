"""What would happen if: reforms judged beside the rules that stand, on the built warehouse."""

from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

from selaras.errors import ExitCode, Refusal
from selaras.progress import step
from selaras.versions import rule_digest
from selaras.warehouse import Row, open_warehouse, rows
from selaras.what_if.asked import project_of, read_asked, scenarios_of
from selaras.what_if.judge import COMPARED, judge, results
from selaras.what_if.read import Read
from selaras.workspace import Workspace

SQL = Path(__file__).parent / "sql"
JOIN = "__"
BUILT = "select landing, rules, as_of_date from ops.complete_build"
SCENARIO = """
    create table scenario (
        scenario varchar, position integer, title_id varchar, title_en varchar,
        first_reform varchar, second_reform varchar, takes_effect date, as_of_date date,
        base_rules varchar, rules varchar, landing varchar, made_anew varchar
    )
"""


@dataclass(frozen=True)
class Result:
    """What a question came to; each row names its scenario, which is a reform or some together."""

    database: Path
    scenarios: list[Row]
    totals: list[Row]
    findings: list[Row]
    interactions: list[Row]


@dataclass(frozen=True)
class Base:
    """What the warehouse was built from: digests of the landed files and of the rule book."""

    landing: str
    rules: str
    day: date


def what_if(workspace: Workspace, asked: list[str]) -> Result:
    """Judge the built warehouse by reforms, each alone, in pairs and all together, and compare.

    What is asked for are names of `reforms/*.yml`, or one git ref of the rule book. Results go into
    a database of their own under `what_if/`; the warehouse is only read. Refusal where a reform is
    not sound, or the warehouse was not built by the rules that stand.
    """
    base = base_of(workspace)
    reforms = read_asked(workspace.project, asked)
    place = database_of(workspace, asked)
    with results(place, workspace.database) as connection:
        connection.execute("set preserve_insertion_order = false")
        connection.execute(SCENARIO)
        scenarios = scenarios_of(asked)
        with step("what_if.judging") as progress:
            progress.expect(len(scenarios))
            for at, some in enumerate(scenarios):
                _one(connection, workspace, [reforms[name] for name in some], some, base, at)
                progress.advance()
        connection.execute(f"create table interaction as {sql('interaction')}")
    return read_result(place)


def database_of(workspace: Workspace, asked: list[str]) -> Path:
    """Where the results of a question are."""
    name = JOIN.join(asked).replace("/", "-")
    return workspace.what_if / f"{name}.duckdb"


def read_result(database: Path) -> Result:
    """What is in a database of results."""
    with closing(duckdb.connect(str(database), read_only=True)) as connection:
        return Result(
            database,
            rows(connection, "from scenario order by position"),
            rows(connection, _in_order("total", "programme_id = 'all', programme_id")),
            rows(connection, _in_order(f"({sql('finding_total')})", "rule_id, effect")),
            rows(connection, "from interaction"),
        )


def fresh_result(workspace: Workspace, asked: list[str]) -> Path:
    """The database of a question's results, if it is of what the warehouse holds; else Refusal."""
    base, place = base_of(workspace), database_of(workspace, asked)
    name = " ".join(asked)
    if not place.is_file():
        raise Refusal(ExitCode.INPUT_REFUSED, "what_if.not_asked", name=name)
    with closing(duckdb.connect(str(place), read_only=True)) as connection:
        found = connection.execute("select distinct landing, base_rules from scenario").fetchall()
    if found != [(base.landing, base.rules)]:
        raise Refusal(ExitCode.INPUT_REFUSED, "what_if.outdated", name=name)
    return place


def _in_order(table: str, order: str) -> str:
    """The rows of all scenarios in their order."""
    return f"select each.* from {table} as each inner join scenario using (scenario)" + (
        f" order by position, {order}"
    )


def base_of(workspace: Workspace) -> Base:
    """What the warehouse was built from; Refusal where that are not the rules that stand."""
    with open_warehouse(workspace) as warehouse:
        landing, rules, day = warehouse.execute(BUILT).fetchone()
    if rules != rule_digest(workspace.project):
        raise Refusal(ExitCode.INPUT_REFUSED, "what_if.other_rules", home=workspace.home)
    return Base(landing, rules, date.fromisoformat(day))


def _one(
    connection: duckdb.DuckDBPyConnection,
    workspace: Workspace,
    reforms: list[Read | str],
    some: tuple[str, ...],
    base: Base,
    position: int,
) -> None:
    """Judge one scenario, compare it, and keep what changed."""
    project, digest = project_of(workspace.project, reforms, base.day)
    made = judge(connection, "judged", project)
    scenario = JOIN.join(some)
    for table in COMPARED:
        told = f"select '{scenario}' as scenario, * from judged.{table}"
        begin = f"insert into {table}" if position else f"create table {table} as"
        connection.execute(f"{begin} {told}")
    connection.execute("drop schema judged cascade")
    ref = next((each for each in reforms if isinstance(each, str)), None)
    titles = [each.reform.title for each in reforms if isinstance(each, Read)]
    two = some if len(some) == 2 else (None, None)
    days = [each.day for each in reforms if isinstance(each, Read)]
    connection.execute(
        f"insert into scenario values ({', '.join('?' * 12)})",
        [
            *(scenario, position),
            *(" + ".join(getattr(each, code) for each in titles) or ref for code in ("id", "en")),
            *(*two, max(days, default=None), base.day),
            *(base.rules, digest, base.landing, ", ".join(made)),
        ],
    )


def sql(name: str) -> str:
    """A query of this package."""
    return (SQL / f"{name}.sql").read_text(encoding="utf-8")
