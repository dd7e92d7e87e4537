"""PostgreSQL shows one publication or the other, to each role what it may see, and nothing else."""

import csv
import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import duckdb
import psycopg
import pytest
from asked import Question, questions
from server import Server, programs, running

import selaras.publish.postgres as postgres
from selaras.errors import Refusal
from selaras.publish import DATABASE, WORDS_FILE, Wishes, publish
from selaras.publish.postgres import load
from selaras.workspace import Workspace

PUBLISHER, ANALYST, OFFICIAL, STRANGER = "publisher", "ani", "budi", "citra"
CITY = "3174"
LOGINS = {ANALYST: "selaras_analyst", OFFICIAL: "selaras_regional", STRANGER: "selaras_public"}
READERS, PUBLISHES = 20, 10
TOGETHER = """
    select
        (select min(as_of_date) from marts.mart_headline_v2),
        (select max(as_of_date) from marts.mart_benefit),
        (select max(as_of_date) from open_data.person_by_sex),
        (select max(as_of_date) from marts.mart_finding)
"""
ONE_BY_ONE = ("marts.mart_programme", "marts.mart_region", "marts.mart_headline_v2")
PAUSE_SECONDS = 0.03


@pytest.fixture(scope="module")
def weeks(built: Workspace, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """What was published, and the same as if it were a week later."""
    now = (built.publish / "current").resolve()
    later = tmp_path_factory.mktemp("published") / "2025-10-31-00000000"
    later.mkdir()
    shutil.copy(now / WORDS_FILE, later)
    shutil.copy(now / DATABASE, later)
    with duckdb.connect(str(later / DATABASE)) as connection:
        tables = connection.execute(
            "select schema_name || '.' || table_name from duckdb_columns()"
            " where column_name = 'as_of_date' and table_name in"
            " (select table_name from duckdb_tables())"
        ).fetchall()
        for (table,) in tables:
            connection.execute(f"update {table} set as_of_date = as_of_date + 7")
    return now, later


@pytest.fixture
def reshaped(weeks: tuple[Path, Path], tmp_path: Path) -> Path:
    """The later week with a table that says of itself something else."""
    shutil.copy(weeks[1] / DATABASE, tmp_path)
    table = {"table_name": "marts.mart_region"}
    written = [
        row | {"table_says": "In other words. One row per kelurahan."}
        if table.items() <= row.items()
        else row
        for row in words(weeks[1])
    ]
    with (tmp_path / WORDS_FILE).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, written[0].keys())
        writer.writeheader()
        writer.writerows(written)
    return tmp_path


@pytest.fixture(scope="module")
def server(weeks: tuple[Path, Path]) -> Iterator[Server]:
    """A server with one publication in it and a login for each role."""
    found = programs()
    if found is None and "NEEDS_POSTGRES" not in os.environ:
        pytest.skip("PostgreSQL is not installed (apt-get install postgresql)")
    assert found, "PostgreSQL is not installed"
    with running(found) as server, pytest.MonkeyPatch.context() as patch:
        patch.setenv("PGHOST", server.host)
        patch.setenv("PGUSER", PUBLISHER)
        patch.setenv("PGDATABASE", "selaras")
        with server.connect("postgres", "postgres") as admin:
            admin.execute(f"create role {PUBLISHER} login createrole")
            admin.execute(f"create database selaras owner {PUBLISHER}")
        load(weeks[0])
        with server.connect(PUBLISHER) as publisher:
            for login, role in LOGINS.items():
                publisher.execute(f"create role {login} login in role {role}")
            publisher.execute(
                f"insert into selaras.login_region values ('{OFFICIAL}', '{CITY}'), ('x', '3175')"
            )
        yield server


@pytest.fixture
def loaded(server: Server, weeks: tuple[Path, Path]) -> Server:
    """The server with the first of the two weeks."""
    if day_shown(server) != "2025-10-24":
        load(weeks[0])
    return server


def day_shown(server: Server) -> str:
    """The day of what an analyst sees."""
    with server.connect(ANALYST) as analyst:
        return str(analyst.execute("select max(as_of_date) from marts.mart_headline").fetchone()[0])


def words(folder: Path) -> list[dict[str, str]]:
    """The published dictionary."""
    with (folder / WORDS_FILE).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def plain(rows: list[tuple]) -> list[tuple]:
    """Rows with every number of one kind, in an order that no collation has a say in."""

    def number(value: object) -> object:
        is_number = isinstance(value, int | float) or type(value).__name__ == "Decimal"
        return round(float(value), 6) if is_number else value

    return sorted((tuple(map(number, row)) for row in rows), key=repr)


def test_every_row_arrives(loaded: Server, weeks: tuple[Path, Path]) -> None:
    names = sorted({row["table_name"] for row in words(weeks[0])})
    with (
        duckdb.connect(str(weeks[0] / DATABASE), read_only=True) as file,
        loaded.connect(ANALYST) as analyst,
    ):
        for name in names:
            every = f"select * from {name}"
            assert plain(analyst.execute(every).fetchall()) == plain(file.execute(every).fetchall())
    assert len(names) > 45


def test_words_keys_and_ties_come_along(loaded: Server, weeks: tuple[Path, Path]) -> None:
    with loaded.connect(ANALYST) as analyst:
        said = analyst.execute(
            "select attrelid::regclass::text, attname, col_description(attrelid, attnum),"
            " obj_description(attrelid, 'pg_class') from pg_attribute"
            " where attnum > 0 and attrelid in"
            " (select oid from pg_class where relkind in ('r', 'v')"
            " and relnamespace::regnamespace::text in ('marts', 'open_data'))"
        ).fetchall()
        kinds = dict(
            analyst.execute("select contype::text, count(*) from pg_constraint group by 1")
        )
        named = analyst.execute(
            "select count(distinct conrelid) from pg_constraint where contype in ('p', 'u')"
            " and connamespace::regnamespace::text in ('marts', 'open_data')"
        ).fetchone()
        stored = analyst.execute(
            "select count(*) from pg_tables where schemaname in ('marts', 'open_data')"
        ).fetchone()
    told = ("table_name", "column_name", "says", "table_says")
    assert set(said) == {tuple(row[each] for each in told) for row in words(weeks[0])}
    assert named == stored and kinds["f"] > 20


@pytest.mark.parametrize("question", questions(), ids=lambda each: str(each.number))
def test_a_question_has_the_same_answer(
    loaded: Server, weeks: tuple[Path, Path], question: Question
) -> None:
    with (
        duckdb.connect(str(weeks[0] / DATABASE), read_only=True) as file,
        loaded.connect(ANALYST) as analyst,
    ):
        expected = file.execute(question.sql).fetchall()
        assert plain(analyst.execute(question.sql).fetchall()) == plain(expected)


def test_readers_never_see_an_error_or_two_weeks(loaded: Server, weeks: tuple[Path, Path]) -> None:
    done = Event()

    def read() -> tuple[int, set[tuple]]:
        count, seen = 0, set()
        with loaded.connect(ANALYST) as reader:
            while not done.wait(PAUSE_SECONDS):
                seen.add(reader.execute(TOGETHER).fetchone())
                with reader.transaction():
                    reader.execute("set transaction isolation level repeatable read")
                    days = (reader.execute(f"select max(as_of_date) from {t}") for t in ONE_BY_ONE)
                    seen.add(tuple(found.fetchone()[0] for found in days))
                count += 1
        return count, seen

    with ThreadPoolExecutor(READERS) as pool:
        readers = [pool.submit(read) for _ in range(READERS)]
        try:
            for at in range(PUBLISHES):
                load(weeks[(at + 1) % 2])
        finally:
            done.set()
        found = [reader.result() for reader in readers]
    assert all(count > PUBLISHES for count, _ in found)
    shown = set().union(*(seen for _, seen in found))
    assert {str(day) for days in shown for day in days} == {"2025-10-24", "2025-10-31"}
    assert [days for days in shown if len(set(days)) > 1] == []


def test_each_role_sees_what_it_may(loaded: Server, weeks: tuple[Path, Path]) -> None:
    columns: dict[str, set[str]] = {}
    for row in words(weeks[0]):
        columns.setdefault(row["table_name"], set()).add(row["column_name"])
    somebody = {"person_id", "household_id", "item_id", "source_row_id"}
    with (
        duckdb.connect(str(weeks[0] / DATABASE), read_only=True) as file,
        loaded.connect(OFFICIAL) as official,
        loaded.connect(STRANGER) as stranger,
    ):
        for name, its in columns.items():
            (every,) = file.execute(f"select count(*) from {name}").fetchone()
            region = next((each for each in ("region_key", "region_code") if each in its), None)
            is_open = name.startswith("open_data.")
            assert rows(stranger, name) == (every if is_open else None), name
            if is_open or name.startswith("marts.dim_"):
                expected = every
            elif region:
                (expected,) = file.execute(
                    f"select count(*) from {name} where {region}[:4] = '{CITY}'"
                ).fetchone()
            else:
                expected = None if its & somebody else every
            assert rows(official, name) == expected, name
        assert (
            0 < rows(official, "marts.mart_finding") < rows(official, "marts.mart_headline") * 999
        )
        assert official.execute("select region from selaras.my_region").fetchall() == [(CITY,)]
        for reader, refused in (
            (official, "delete from marts.mart_region"),
            (official, "select 1 from selaras.login_region"),
            (stranger, "select 1 from selaras.my_region"),
        ):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                reader.execute(refused)


def rows(reader: psycopg.Connection, table: str) -> int | None:
    """How many rows of a table a login sees; None where it may not look."""
    try:
        return reader.execute(f"select count(*) from {table}").fetchone()[0]
    except psycopg.errors.InsufficientPrivilege:
        return None


def test_a_load_that_is_ended_half_way_leaves_the_old_one(
    loaded: Server, weeks: tuple[Path, Path]
) -> None:
    with (
        loaded.connect(PUBLISHER) as holder,
        loaded.connect("postgres") as admin,
        ThreadPoolExecutor(1) as pool,
    ):
        with holder.transaction():  # some tables are emptied by the time the load comes here
            holder.execute("lock table marts.dim_region in share mode")
            loading = pool.submit(load, weeks[1])
            ended: list[tuple] = []
            while not ended:
                ended = admin.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity"
                    " where application_name = 'selaras' and query = 'delete from marts.dim_region'"
                ).fetchall()
        with pytest.raises(Refusal, match="what it held before stands"):
            loading.result()
    assert day_shown(loaded) == "2025-10-24"
    load(weeks[1])
    assert day_shown(loaded) == "2025-10-31"


def test_tables_of_another_shape_are_made_anew(
    loaded: Server, weeks: tuple[Path, Path], reshaped: Path
) -> None:
    said = "select obj_description('marts.mart_region'::regclass)"
    with loaded.connect(ANALYST) as analyst:
        load(reshaped)
        assert analyst.execute(said).fetchone() == ("In other words. One row per kelurahan.",)
        assert day_shown(loaded) == "2025-10-31"
        load(weeks[0])
        assert analyst.execute(said).fetchone() != ("In other words. One row per kelurahan.",)


def test_a_reader_who_never_ends_is_told_of(
    loaded: Server, reshaped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres, "PATIENCE_SECONDS", 0)
    with loaded.connect(ANALYST) as reader, reader.transaction():
        reader.execute("select 1 from marts.mart_headline_v2")
        with pytest.raises(Refusal, match="End transactions that are left open"):
            load(reshaped)
    assert day_shown(loaded) == "2025-10-24"


def test_views_of_others_are_kept(loaded: Server, weeks: tuple[Path, Path], reshaped: Path) -> None:
    with loaded.connect(PUBLISHER) as other:
        other.execute("create view public.mine as select max(as_of_date) from marts.mart_region")
        with pytest.raises(Refusal, match=r"view mine depends.*make it anew"):
            load(reshaped)
        load(weeks[1])
        assert str(other.execute("select * from public.mine").fetchone()[0]) == "2025-10-31"
        other.execute("drop view public.mine")


def test_a_server_that_will_not_do_is_a_sentence(
    loaded: Server, weeks: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    with loaded.connect("postgres") as admin:
        admin.execute("create role nobody login")
        admin.execute("create database taken")
        with loaded.connect("postgres", "taken") as other:
            other.execute("create schema marts")
    for setting, value, sentence in (
        ("PGUSER", "nobody", "lacks a right in PostgreSQL .permission denied"),
        ("PGHOST", "/nowhere", r"could not be loaded \(connection.*failed"),
        ("PGDATABASE", "taken", "schema marts in PostgreSQL was not made by Selaras"),
    ):
        with monkeypatch.context() as patch, pytest.raises(Refusal, match=sentence):
            patch.setenv(setting, value)
            load(weeks[1])
    monkeypatch.setattr(postgres, "OLDEST", 999)
    with pytest.raises(Refusal, match="too old: hiding rows by region needs 999"):
        load(weeks[1])
    assert day_shown(loaded) == "2025-10-24"


def test_publishing_loads_what_is_current(
    loaded: Server, copied: Callable[[], Workspace], weeks: tuple[Path, Path]
) -> None:
    load(weeks[1])
    workspace = copied()
    publish(workspace, [], Wishes(postgres=True))
    assert day_shown(loaded) == "2025-10-24"
    with loaded.connect(ANALYST) as analyst:
        (said,) = analyst.execute("select obj_description('marts'::regnamespace)").fetchone()
    assert said.startswith(f"Selaras publication {(workspace.publish / 'current').readlink()},")
