"""From the files of a small town to its marts; every expectation was worked out by hand."""

# ruff: noqa: E501
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest
from town import FAMILIES, PEOPLE, write_town

from selaras.completeness import EXAMPLES
from selaras.dbt import run_dbt
from selaras.landing import land
from selaras.publish import Wishes
from selaras.sync import sync
from selaras.workspace import Workspace

Ask = Callable[[str], list[tuple]]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The workspace after one run on the town."""
    folder = tmp_path_factory.mktemp("town")
    write_town(folder / "inbox")
    workspace = Workspace.at(folder / "home")
    sync(folder / "inbox", workspace, wishes=Wishes(sample_key=True))
    return workspace


@pytest.fixture(scope="module")
def ask(workspace: Workspace) -> Ask:
    """Put a question to the working warehouse."""
    connection = duckdb.connect(str(workspace.database), read_only=True)
    return lambda sql: connection.sql(sql).fetchall()


def names(rows: list[tuple]) -> dict[str, tuple]:
    """Rows by the name in their first column."""
    return {row[0]: row[1:] for row in rows}


def test_every_row_of_every_file_is_accounted_for(ask: Ask) -> None:
    rows = ask(
        "select table_name, rows_read, rows_accepted, rows_quarantined, rows_ignored from ops.reconciliation"
    )
    assert all(read == accepted + refused for _, read, accepted, refused, _ in rows)
    assert names(rows)["kjp_plus"] == (1, 1, 0, 4)
    assert names(rows)["resident"] == (len(PEOPLE), len(PEOPLE), 0, 0)


def test_bps_codes_become_codes_of_the_interior_ministry(ask: Ask) -> None:
    assert ask(
        "select distinct region_code, district_code, city_code from conformed.dim_household"
    ) == [("3171011001", "317101", "3171")]


def test_a_float_suffix_is_repaired_and_noted(ask: Ask) -> None:
    assert ask(
        "select distinct nik_status, nik_repair is not null from staging.stg_bps__dtsen_member"
    ) == [("float", True)]
    assert ask("select count(*) from conformed.dim_person where nik is null") == [(0,)]


def test_facts_about_families_are_true_false_or_open(ask: Ask) -> None:
    facts = names(
        ask("""
        select no_kk, national_decile, member_count, owns_car, highest_property_value,
            elderly_count, child_0_6_count, has_public_servant_member, severe_disability_count
        from conformed.dim_household
    """)
    )
    cards = [card for card, *_ in FAMILIES]
    assert facts[cards[0]] == (2, 3, False, 0, 3, 0, False, None)
    assert facts[cards[1]] == (7, 2, True, 0, 0, 0, True, None)
    assert facts[cards[2]] == (3, 2, False, 0, 0, 1, False, None)
    assert facts[cards[3]] == (None, 1, False, 1_500_000_000, 1, 0, False, None)
    assert facts[cards[4]] == (4, 1, False, 0, 1, 0, False, None)


def test_the_senior_card_is_judged_person_by_person(ask: Ask) -> None:
    verdicts = names(
        ask("""
        select full_name, verdict, coverage, unmet_criteria, unknown_criteria, missing_facts, entitled_amount
        from eligibility.fct_eligibility inner join conformed.dim_person using (person_id)
        where programme_id = 'klj'
    """)
    )
    assert verdicts == {
        "AMIR HAMZAH": ("eligible", "reached", "", "", "", 300_000),
        "BUDI SANTOSA": ("eligible", "missed", "", "", "", 300_000),
        "SITI AMINAH": ("eligible", "missed", "", "", "", 300_000),
        "NUR HAYATI": ("ineligible", "leaked", "owns_no_valuable_property", "is_in_decile", "household.national_decile", None),
        "KARTO REJO": ("ineligible", "leaked", "is_alive", "", "", None),
        "SUMI LESTARI": ("ineligible", "leaked", "is_not_in_care_home", "", "", None),
    }  # fmt: skip


def test_pkh_is_judged_family_by_family(ask: Ask) -> None:
    verdicts = names(
        ask("""
        select no_kk, verdict, coverage, entitled_amount
        from eligibility.fct_eligibility inner join conformed.dim_household using (household_id)
        where programme_id = 'pkh'
    """)
    )
    cards = [card for card, *_ in FAMILIES]
    assert verdicts == {
        cards[0]: ("eligible", "reached", 600_000),
        cards[2]: ("eligible", "reached", 250_000),
        cards[3]: ("undetermined", "open", None),
        cards[4]: ("eligible", "missed", 200_000),
    }


def test_the_headline_counts_families_once_and_money_as_paid(ask: Ask) -> None:
    assert names(ask("select metric_id, value from marts.mart_headline")) == {
        "regular_families": (3,),  # A in PKH and Sembako, C in PKH, E in Sembako
        "temporary_cash_families": (3,),  # A, C and a row that matches nobody
        "all_families": (4,),
        "cross_level_families": (2,),  # A and E, with a senior card each
        "disbursed_rupiah": (600_000 + 750_000 + 2 * 200_000 + 2 * 900_000,),
        "double_paid_rupiah": (200_000,),
    }


def test_findings_say_what_is_wrong_and_nothing_more(ask: Ask) -> None:
    findings = ask("""
        select rule_id, scope, programme_id, other_programme_id, cast(starts_on as varchar),
            cast(ends_on as varchar), monthly_amount_at_stake, keep_programme_id, disposition
        from overlap.fct_finding order by all
    """)
    month = ("2025-10-01", "2025-11-01")
    assert findings == [
        ("blts_card", "household", "blts", "klj", *month, None, None, "open"),
        ("deceased_recipient", "person", "klj", None, *month, 300_000, None, "open"),
        ("deceased_recipient", "person", "sembako", None, *month, 200_000, None, "open"),
        ("double_payment", "household", "sembako", "sembako", *month, 200_000, "sembako", "open"),
        ("family_aid_card", "household", "pkh", "klj", *month, 200_000, None, "open"),
        ("family_aid_card", "household", "sembako", "klj", *month, 200_000, None, "open"),
        ("family_aid_card", "household", "sembako", "klj", *month, 200_000, None, "open"),
        ("pkh_elderly_klj", "person", "pkh", "klj", *month, 200_000, "pkh", "open"),
    ]


def test_no_personal_data_leaves_the_wall(workspace: Workspace) -> None:
    published = duckdb.connect(
        str(workspace.publish / "current" / "selaras_marts.duckdb"), read_only=True
    )
    tables = published.sql(
        "select table_schema, table_name from information_schema.tables"
    ).fetchall()
    assert tables
    private = {nik for nik, *_ in PEOPLE} | {person[2] for person in PEOPLE}
    private |= {card for card, *_ in FAMILIES}
    for schema, table in tables:
        rows = published.sql(f"select * from {schema}.{table}").fetchall()
        shown = {str(value) for row in rows for value in row}
        assert not {text for text in shown if any(secret in text for secret in private)}


def test_a_second_run_on_the_same_drop_gives_the_same_content(
    workspace: Workspace, ask: Ask, tmp_path: Path
) -> None:
    again = Workspace.at(tmp_path / "home")
    tables = ("eligibility.fct_eligibility", "overlap.fct_finding", "identity.match")
    write_town(tmp_path / "inbox")
    land(tmp_path / "inbox", again)
    chosen = [f"+{table.partition('.')[2]}" for table in tables]
    run_dbt(again, ["build", "--select", *chosen, *EXAMPLES])
    other = duckdb.connect(str(again.database), read_only=True)
    for table in tables:
        question = f"select * from {table} order by all"
        assert ask(question) == other.sql(question).fetchall()
