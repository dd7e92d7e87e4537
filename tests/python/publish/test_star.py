"""What is published explains itself to somebody who has nobody to ask."""

import csv
import json
import re
from collections.abc import Iterator
from datetime import date, timedelta

import duckdb
import pyarrow.parquet as pq
import pytest

from selaras.publish import DATABASE, WORDS_FILE
from selaras.workspace import Workspace

GRAIN = re.compile(r"One row per [^.]+\.$")
DESIGNED = {
    "mart_headline": {"metric_id", "value", "unit", "label_id", "label_en"},
    "mart_finding": {
        *("finding_id", "rule_id", "kind", "scope", "person_id", "household_id", "programme_id"),
        *("other_programme_id", "starts_on", "ends_on", "monthly_amount_at_stake"),
        *("keep_programme_id", "review_agency", "evidence", "first_seen_on", "disposition"),
    },
    "mart_rule": {"programme_id", "criterion_id", "says_id", "says_en", "valid_to"},
    "mart_programme": {"programme_id", "title_id", "title_en", "owner"},
}
KEYS = {
    "region_key": "select region_key from marts.dim_region",
    "decile_key": "select decile_key from marts.dim_decile",
    "programme_id": "select programme_id from marts.dim_programme",
    "agency_id": "select agency_id from marts.dim_agency",
    "criterion_id": "select criterion_id from marts.mart_rule_v2",
}


@pytest.fixture(scope="module")
def published(built: Workspace) -> Iterator[duckdb.DuckDBPyConnection]:
    """The published file, attached under a name of the reader's own."""
    with duckdb.connect() as connection:
        path = built.publish / "current" / DATABASE
        connection.execute(f"attach '{path}' as shown (read_only)")
        connection.execute("use shown")
        yield connection


@pytest.fixture(scope="module")
def dictionary(built: Workspace) -> list[dict[str, str]]:
    """The published dictionary."""
    with (built.publish / "current" / WORDS_FILE).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def columns_of(published: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], str]:
    """The comment of every published column by table and column."""
    found = published.execute(
        "select schema_name || '.' || table_name, column_name, comment from duckdb_columns()"
        " where database_name = 'shown'"
    ).fetchall()
    return {(table, column): comment for table, column, comment in found}


def test_every_table_and_column_says_what_it_is_wherever_it_is_opened(
    built: Workspace, published: duckdb.DuckDBPyConnection, dictionary: list[dict[str, str]]
) -> None:
    said = columns_of(published)
    assert len(said) > 700 and all(said.values())
    assert said == {(row["table_name"], row["column_name"]): row["says"] for row in dictionary}
    tables = published.execute(
        "select schema_name || '.' || table_name, comment from duckdb_tables()"
        " where database_name = 'shown' union all"
        " select schema_name || '.' || view_name, comment from duckdb_views()"
        " where database_name = 'shown' and not internal"
    ).fetchall()
    assert [name for name, comment in tables if not GRAIN.search(comment or "")] == []
    assert dict(tables) == {row["table_name"]: row["table_says"] for row in dictionary}
    for name, comment in tables:
        schema = pq.read_schema(built.publish / "current" / f"{name.replace('.', '/')}.parquet")
        written = {key.decode(): value.decode() for key, value in schema.metadata.items()}
        assert written["description"] == comment
        columns = json.loads(written["column_descriptions"])
        assert columns == {column: said[name, column] for column in schema.names}
        assert set(written["key"].split(", ")) <= set(schema.names), name


def test_a_dictionary_names_the_key_and_the_fact_where_there_is_one(
    dictionary: list[dict[str, str]],
) -> None:
    by_name = {(row["table_name"], row["column_name"]): row for row in dictionary}
    assert by_name["marts.mart_headline_v2", "metric_id"]["is_key"] == "true"
    assert by_name["marts.mart_headline_v2", "value"]["is_key"] == "false"
    assert by_name["marts.dim_region", "region_key"]["is_key"] == "true"
    assert by_name["marts.dim_region", "region_code"]["is_key"] == "false"
    assert by_name["marts.dim_decile", "national_decile"]["title_english"] == "National decile"
    assert by_name["marts.mart_eligibility", "verdict"]["code_list"] == "verdict"


def test_every_code_is_told_in_both_languages(
    published: duckdb.DuckDBPyConnection, dictionary: list[dict[str, str]]
) -> None:
    coded = [row for row in dictionary if row["code_list"]]
    assert len({row["code_list"] for row in coded}) > 15
    for row in coded:
        column = row["column_name"]
        untold = published.execute(
            f"select cast({column} as varchar) from {row['table_name']} where {column} is not null"
            " except select code from marts.dim_code where code_list = ?",
            [row["code_list"]],
        ).fetchall()
        assert untold == [], (row["table_name"], column)


@pytest.mark.parametrize("key", KEYS)
def test_every_key_of_a_fact_finds_its_row(
    published: duckdb.DuckDBPyConnection, dictionary: list[dict[str, str]], key: str
) -> None:
    tables = {row["table_name"] for row in dictionary if row["column_name"] == key}
    assert len(tables) > 1
    for table in sorted(tables):
        missing = f"select {key} from {table} where {key} is not null except ({KEYS[key]})"
        assert published.execute(missing).fetchall() == [], table
    if key.endswith("_key"):
        for table in sorted(tables):
            assert published.execute(f"select 1 from {table} where {key} is null").fetchall() == []


def test_every_day_of_a_mart_is_a_day_of_the_calendar(
    published: duckdb.DuckDBPyConnection, dictionary: list[dict[str, str]]
) -> None:
    for row in dictionary:
        if row["data_type"] == "date" and row["table_name"].startswith("marts."):
            outside = published.execute(
                f"select {row['column_name']} from {row['table_name']}"
                f" where {row['column_name']} is not null"
                " except select date_day from marts.dim_date"
            ).fetchall()
            assert outside == [], row


def test_weeks_and_names_of_days_are_those_of_the_calendar(
    published: duckdb.DuckDBPyConnection,
) -> None:
    found = published.execute(
        "select date_day, iso_year, iso_week, day_of_week, weekday_english, month_english,"
        " first_day_of_week, weekday_indonesian from marts.dim_date order by all"
    ).fetchall()
    first = found[0][0]
    assert first == date(2007, 1, 1) and len(found) > 5000
    for at, (day, *told, indonesian) in enumerate(found):
        week = day.isocalendar()
        monday = day - timedelta(days=week.weekday - 1)
        assert day == first + timedelta(days=at)
        assert told == [*week, f"{day:%A}", f"{day:%B}", monday]
        assert (indonesian == "Jumat") == (week.weekday == 5)


def test_an_older_version_is_a_view_that_says_the_same_and_until_when(
    published: duckdb.DuckDBPyConnection,
) -> None:
    views = dict(
        published.execute(
            "select view_name, comment from duckdb_views()"
            " where database_name = 'shown' and not internal"
        ).fetchall()
    )
    assert len(views) == 7
    for name, comment in views.items():
        assert re.match(rf"Goes on 20\d\d-\d\d-\d\d: read {name}_v2 instead\.", comment)
        (old,) = published.execute(f"select count(*) from marts.{name}").fetchone()
        (new,) = published.execute(f"select count(*) from marts.{name}_v2").fetchone()
        assert old == new
    assert DESIGNED.keys() <= views.keys()
    for name, designed in DESIGNED.items():
        shown = {column for table, column in columns_of(published) if table == f"marts.{name}"}
        assert designed <= shown, name
    mixed = published.execute(
        "select count(*) from marts.mart_finding as old"
        " inner join marts.mart_finding_v2 as new using (finding_id)"
        " where old.ends_on is distinct from new.last_day + 1"
        " or old.says_id is distinct from new.says_indonesian"
        " or old.review_agency is distinct from new.agency_id"
    ).fetchone()
    assert mixed == (0,)


def test_no_column_of_a_newer_mart_takes_a_language_for_a_key(
    dictionary: list[dict[str, str]],
) -> None:
    older = {row["table_name"] for row in dictionary if row["table_says"].startswith("Goes on ")}
    taken = {
        (row["table_name"], row["column_name"])
        for row in dictionary
        if re.fullmatch(r"(title|says|label)_(id|en)", row["column_name"])
        if row["table_name"] not in older
    }
    assert taken == set() and len(older) == 7


def test_programmes_of_a_family_add_up_to_the_family(
    published: duckdb.DuckDBPyConnection,
) -> None:
    differing = published.execute(
        """
        select household_id
        from (
            select
                household_id,
                string_agg(programme_id, ', ' order by programme_id) as programmes,
                sum(monthly_amount) as monthly_amount,
                sum(unknown_amount_count) as unknown_amount_count
            from marts.mart_benefit
            group by household_id
        ) as added
        full outer join marts.mart_benefit_household as family using (household_id)
        where (added.programmes, added.monthly_amount, added.unknown_amount_count)
            is distinct from
            (family.programmes, family.monthly_amount, family.unknown_amount_count)
        """
    ).fetchall()
    assert differing == []


def test_reasons_are_those_of_the_verdict(published: duckdb.DuckDBPyConnection) -> None:
    judged = published.execute(
        "select programme_id, coalesce(person_id, household_id), unmet_criteria, unknown_criteria"
        " from marts.mart_eligibility"
    ).fetchall()
    expected = {
        (programme, who, outcome, criterion)
        for programme, who, *lists in judged
        for outcome, criteria in zip(("unmet", "unknown"), lists, strict=True)
        for criterion in (criteria or "").split(", ")
        if criterion
    }
    found = published.execute(
        "select programme_id, coalesce(person_id, household_id), outcome, criterion_id"
        " from marts.mart_reason"
    ).fetchall()
    assert set(found) == expected and len(found) == len(expected) > 100
