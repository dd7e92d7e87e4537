"""`selaras explain`: what a person reads, and what a machine gets."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable

import duckdb
import pytest

from selaras.errors import ExitCode
from selaras.workspace import Workspace

Explain = Callable[..., subprocess.CompletedProcess[str]]
KEYS = {
    *(
        "person",
        "household",
        "members",
        "verdicts",
        "objections",
        "answers",
        "enrolments",
        "payments",
    ),
    *(
        "history",
        "findings",
        "cases",
        "identity_changes",
        "source_rows",
        "candidates",
        "refused_rows",
        "questions",
        "what_if",
    ),
}


@pytest.fixture
def explain(built: Workspace) -> Explain:
    """Run the verb on the shared warehouse, on a screen of a given width."""

    def run(*arguments: object, width: int = 80, home: object = None, **env: str) -> object:
        return subprocess.run(
            [
                *(sys.executable, "-m", "selaras", "explain", *map(str, arguments)),
                *("--home", str(home or built.home)),
            ],
            capture_output=True,
            text=True,
            env=os.environ | {"COLUMNS": str(width), "SELARAS_LANG": "en"} | env,
            check=False,
        )

    return run


def one(workspace: Workspace, sql: str) -> tuple:
    """The first row of a query over a built warehouse."""
    with duckdb.connect(str(workspace.database), read_only=True) as connection:
        found = connection.execute(f"{sql} limit 1").fetchone()
    assert found is not None
    return found


def near_miss(workspace: Workspace) -> str:
    """The number of someone whom one criterion keeps from a card."""
    (nik,) = one(
        workspace,
        "select nik from eligibility.fct_eligibility inner join conformed.dim_person"
        " using (person_id) where unmet_criteria = 'is_in_decile' and programme_id = 'klj'"
        " and is_near_miss"
        " order by nik",
    )
    return nik


def undetermined(workspace: Workspace) -> tuple[str, str]:
    """The number of someone whose only missing fact is the decile, and the programme."""
    return one(
        workspace,
        "select nik, programme_id from eligibility.fct_eligibility"
        " inner join conformed.dim_person using (person_id)"
        " where missing_facts = 'household.national_decile' order by nik, programme_id",
    )


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_near_miss_is_told(explain: Explain, built: Workspace, lang: str) -> None:
    found = explain(near_miss(built), "--programme", "klj", "--lang", lang, width=120)
    assert found.returncode == ExitCode.DONE, found.stderr
    assert {"id": "nyaris: hanya satu syarat", "en": "near miss: only one criterion"}[
        lang
    ] in found.stdout
    assert "≤ 5" in found.stdout
    assert "Permensos 3/2025" in found.stdout


@pytest.mark.parametrize("width", [80, 120])
def test_every_line_fits_the_screen_and_has_no_colour_in_a_pipe(
    explain: Explain, built: Workspace, width: int
) -> None:
    (no_kk,) = one(
        built,
        "select no_kk from conformed.dim_household inner join conformed.fct_enrolment"
        " using (household_id) where programme_id = 'pkh' order by no_kk",
    )
    found = explain(no_kk, width=width)
    assert found.returncode == ExitCode.DONE, found.stderr
    assert max(map(len, found.stdout.splitlines())) <= width
    assert "\x1b" not in found.stdout


def test_a_number_may_be_written_with_dots_and_blanks(explain: Explain, built: Workspace) -> None:
    nik = near_miss(built)
    spaced = f" {nik[:4]} {nik[4:8]}.{nik[8:12]}-{nik[12:]}"
    plain, written = explain(nik, "--json"), explain(spaced, "--json")
    assert written.returncode == ExitCode.DONE, written.stderr
    assert plain.stdout == written.stdout
    assert explain(f"{nik}.0", "--json").stdout == plain.stdout


def test_what_is_missing_is_told_with_whom_to_ask(explain: Explain, built: Workspace) -> None:
    nik, programme = undetermined(built)
    shown = explain(nik, "--programme", programme, width=120)
    assert "National decile: ask Statistics Indonesia" in shown.stdout
    [verdict] = json.loads(explain(nik, "--programme", programme, "--json").stdout)["verdicts"]
    assert [(each["fact"], each["asked_of"]) for each in verdict["missing"]] == [
        ("household.national_decile", "bps")
    ]


def test_a_machine_gets_every_key_even_where_there_is_nothing(
    explain: Explain, built: Workspace
) -> None:
    explained = json.loads(explain(near_miss(built), "--json").stdout)
    assert set(explained) == KEYS
    verdict = explained["verdicts"][0]
    assert set(verdict) == {
        *("judged", "reasons", "components", "missing"),
        *("nearest", "barred", "hangs_on"),
    }
    assert {"criterion_id", "outcome", "observed", "required", "branches", "basis"} <= set(
        verdict["reasons"][0]
    )


def test_plain_letters_stand_for_ticks_where_the_screen_knows_no_more(
    explain: Explain, built: Workspace
) -> None:
    found = explain(near_miss(built), "--programme", "klj", PYTHONIOENCODING="ascii")
    assert found.returncode == ExitCode.DONE, found.stderr
    assert "Traceback" not in found.stderr
    assert " x  " in found.stdout


def test_a_number_on_a_list_that_no_register_holds_shows_the_rows(
    explain: Explain, copied: Callable[[], Workspace]
) -> None:
    workspace, number = copied(), "3171019999999999"
    with duckdb.connect(str(workspace.database)) as connection:
        connection.execute(
            "update identity.list_row_number set nik = $number where (source_row_id, role) in"
            " (select (source_row_id, role) from identity.match where table_name = 'pkd' limit 1)",
            {"number": number},
        )
    found = explain(number, home=workspace.home)
    assert found.returncode == ExitCode.DONE, found.stderr
    assert "cards KLJ, KPDJ and KAJ (Dinsos)" in found.stdout
    assert explain("3171019999999998", home=workspace.home).returncode == ExitCode.USAGE


def test_a_corrected_number_still_finds_the_person_and_is_told(
    explain: Explain, copied: Callable[[], Workspace]
) -> None:
    workspace, former = copied(), "3171010101019999"
    nik = near_miss(workspace)
    with duckdb.connect(str(workspace.database)) as connection:
        connection.execute(
            "insert into identity.known_number by name"
            " select ? as nik, person_id, nik as latest_nik from identity.person where nik = ?",
            [former, nik],
        )
        connection.execute(
            "insert into identity.identity_change by name select 'c1' as change_id, person_id,"
            " date '2025-10-24' as batch_date, 'number_corrected' as change_kind,"
            " 'same name, same birth date' as evidence from identity.person where nik = ?",
            [nik],
        )
    [told] = json.loads(explain(former, "--json", home=workspace.home).stdout)["identity_changes"]
    assert told["change_kind"] == "number_corrected"
    shown = explain(former, home=workspace.home)
    assert f"NIK {nik}" in shown.stdout
    assert "gave this person another number" in shown.stdout
    assert "lain; id yang pertama" in explain(former, "--lang", "id", home=workspace.home).stdout


# Columns that hold codes, with the domain of each.
CODED = {
    "eligibility.fct_eligibility": {"verdict": "verdict", "coverage": "coverage"},
    "conformed.fct_enrolment": {
        **{"programme_id": "programme", "component": "component"},
        **{"status": "enrolment_status", "match_method": "match_method"},
    },
    "conformed.fct_payment": {"status": "payment_status"},
    "conformed.dim_person": {
        **{"sex": "sex", "life_status": "life_status", "school_level": "school_level"},
        **{"school_type": "school_type", "insurance_segment": "insurance_segment"},
    },
    "identity.match": {"role": "role", "match_method": "match_method"},
    "identity.candidate": {"status": "candidate_status"},
    "overlap.fct_finding": {"kind": "kind", "disposition": "disposition"},
    "overlap.fct_case": {"kind": "kind", "status": "case_status", "agency": "agency"},
    "ops.quarantine": {"reason": "quarantine_reason"},
    "listed.listed_row": {"unnest(string_split(notes, ','))": "note"},
    "marts.mart_verdict_change": {"cause_kind": "cause_kind"},
}


def test_every_code_of_a_built_week_has_words(built: Workspace) -> None:
    asked = " union ".join(
        f"select '{domain}' as domain, cast({column} as varchar) as code from {table}"
        for table, columns in CODED.items()
        for column, domain in columns.items()
    )
    with duckdb.connect(str(built.database), read_only=True) as connection:
        nameless = connection.execute(
            f"select * from ({asked}) anti join reference.code_label using (domain, code)"
            " where code is not null"
        ).fetchall()
    assert nameless == []


CODE = re.compile(r"\b[a-z]+(?:_[a-z0-9]+)+\b|\d{4}-\d\d-\d\d")
NO_CODE = re.compile(r"\S+\.(?:csv|xlsx)|\([a-z_]+\)|(?:same|different)_person")


def test_no_code_is_left_on_a_screen(explain: Explain, built: Workspace) -> None:
    with duckdb.connect(str(built.database), read_only=True) as connection:
        families = connection.execute(
            "select household_id from overlap.fct_case where household_id is not null"
            " group by household_id order by count(*) desc, household_id limit 3"
        ).fetchall()
    for (household,) in families:
        for lang in ("id", "en"):
            shown = explain(household, "--lang", lang, width=170).stdout
            assert shown.count("·") > 20
            assert CODE.findall(NO_CODE.sub("", shown)) == []
