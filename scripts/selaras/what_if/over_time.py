"""What reforms would do on several days: weeks that were landed, and a day to come with a range."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import duckdb

from selaras.errors import ExitCode, Refusal
from selaras.history.store import weeks
from selaras.progress import step
from selaras.quoted import text
from selaras.rules.sql.without_dbt import Renderer
from selaras.warehouse import Row, rows
from selaras.what_if import JOIN, Base, base_of, database_of, sql
from selaras.what_if.asked import Asked, project_of, read_asked, scenarios_of
from selaras.what_if.judge import SEED, WAREHOUSE, Project, attach, judge, new_database
from selaras.what_if.stand_in import RATE, stand_ins
from selaras.workspace import Workspace

SEEDS = 20  # so that the second lowest and the second highest are the 5th and the 95th percentile
LEAST_DAYS = 28  # of landed weeks, below which no rate is measured
CHANGES = "week_family_change"
JUDGED_BY = """
    create table judged_by (
        scenario varchar, day date, base_rules varchar, rules varchar, landing varchar
    )
"""
Scenario = tuple[str, ...]
Case = tuple[date, int | None]  # a day, and the seed where it is to come


@dataclass(frozen=True)
class OverTime:
    """What a question came to: a row per scenario, programme and day, and the rates measured."""

    database: Path
    days: list[Row]
    rates: list[Row]
    observed_days: int


def over_time(
    workspace: Workspace, asked: list[str], days: list[date], until: date | None
) -> OverTime:
    """Judge landed weeks, and a projection to a day to come, by reforms, and compare.

    Results go into a database of their own under `what_if/`. Refusal where a day is no kept week,
    or the day to come is not after the day of the warehouse.
    """
    base = base_of(workspace)
    if until and until <= base.day:
        raise Refusal(ExitCode.USAGE, "what_if.until_past", day=until, today=base.day)
    reforms = read_asked(workspace.project, asked)
    place = database_of(workspace, [*asked, "over_time"])
    with new_database(place) as connection:
        connection.execute("set preserve_insertion_order = false")
        _measure(connection, workspace, base, is_asked=until is not None)
        cases = _cases(connection, base, days, until)
        _judge_all(connection, workspace, reforms, cases)
        connection.execute(f"create table by_day as {sql('by_day')}")
    return _result(place)


def _cases(
    connection: duckdb.DuckDBPyConnection, base: Base, days: list[date], until: date | None
) -> list[Case]:
    """Every day asked for, the one to come once for each seed where anything is drawn."""
    found: list[Case] = [(day, None) for day in sorted({*days, base.day})]
    (rates,) = connection.execute("select count(*) from rate where rate_a_year > 0").fetchone()
    seeds = range(SEEDS if rates else 1)
    return found + [(until, seed) for seed in seeds if until]


def _measure(
    connection: duckdb.DuckDBPyConnection, workspace: Workspace, base: Base, is_asked: bool
) -> None:
    """Measure how often people die, are born, leave and come; nothing where it is too early."""
    kept = [each for each in weeks(workspace) if each.day <= base.day and each.is_whole]
    seen = (kept[-1].day - kept[0].day).days if kept else 0
    connection.execute("create table observed as select ? as days", [seen])
    connection.execute(RATE)
    if seen < LEAST_DAYS or not is_asked:
        return
    files = ", ".join(text(each.folder / f"{CHANGES}.parquet") for each in kept)
    attach(connection, workspace.database)
    connection.execute(
        f"create temp view {CHANGES} as from read_parquet([{files}], union_by_name = true)"
    )
    connection.execute(f"insert into rate {Renderer(workspace.project).render(sql('rate'))}")
    connection.execute(f"drop view {CHANGES}")
    connection.execute(f"detach {WAREHOUSE}")


def _judge_all(
    connection: duckdb.DuckDBPyConnection,
    workspace: Workspace,
    reforms: dict[str, Asked],
    cases: list[Case],
) -> None:
    """Judge each day by each scenario and keep the totals; the first case is today."""
    scenarios = scenarios_of(list(reforms))
    projects = dict(_projects(workspace, reforms, scenarios, {day for day, _ in cases}))
    programmes = sorted({name for each, _ in projects.values() for name in each.programmes})
    _note(connection, workspace, {key: digest for key, (_, digest) in projects.items()})
    rates = connection.execute("from rate").fetchall()
    today, begin = base_of(workspace).day, "create table drawn_total as"
    with stand_ins(workspace, programmes) as stand_in, step("what_if.judging_days") as progress:
        progress.expect(len(cases) * len(scenarios))
        for day, seed in cases:
            if seed is None and day != today:
                attach(connection, stand_in.of_week(day))
            else:
                drawn = rates if day > today else []
                attach(connection, stand_in.projected(today, day, seed or 0, drawn))
            for some in scenarios:
                judge(connection, "judged", projects[some, day][0])
                connection.execute(
                    f"{begin} select '{JOIN.join(some)}' as scenario, date '{day}' as day,"
                    f" cast({'null' if seed is None else seed} as integer) as seed, *"
                    " from judged.total"
                )
                connection.execute("drop schema judged cascade")
                begin = "insert into drawn_total"
                progress.advance()
            connection.execute(f"detach {WAREHOUSE}")


def _note(
    connection: duckdb.DuckDBPyConnection,
    workspace: Workspace,
    digests: dict[tuple[Scenario, date], str],
) -> None:
    """Note by which rule books, and on which landed files, each scenario is judged on each day."""
    base, kept = base_of(workspace), {each.day: each.landing for each in weeks(workspace)}
    connection.execute(JUDGED_BY)
    for (some, day), digest in digests.items():
        landing = kept.get(day, base.landing) if day < base.day else base.landing
        told = [JOIN.join(some), day, base.rules, digest, landing]
        connection.execute("insert into judged_by values (?, ?, ?, ?, ?)", told)


def _projects(
    workspace: Workspace, reforms: dict[str, Asked], scenarios: list[Scenario], days: set[date]
) -> Iterator[tuple[tuple[Scenario, date], tuple[Project, str]]]:
    """The project of each scenario on each day, and the digest of its rule book.

    Overlaps are left to the day of the warehouse.
    """
    for some in scenarios:
        for day in sorted(days):
            project, digest = project_of(workspace.project, [reforms[name] for name in some], day)
            project.changed.discard(SEED)
            yield (some, day), (project, digest)


def _result(place: Path) -> OverTime:
    """What is in a database of results."""
    with closing(duckdb.connect(str(place), read_only=True)) as connection:
        (observed,) = connection.execute("select days from observed").fetchone()
        return OverTime(
            place, rows(connection, "from by_day"), rows(connection, "from rate"), observed
        )
