"""Each check holds on a good warehouse and finds its own kind of damage."""

from collections.abc import Callable

import duckdb
import pytest

from selaras.errors import ExitCode, Refusal
from selaras.messages import catalogue
from selaras.validate import refuse_failed, validate
from selaras.workspace import Workspace

# check: a change to the warehouse that it must find
DAMAGE = {
    "accepted_rows_are_the_landed_rows": """
        update ops.reconciliation set rows_accepted = rows_accepted - 1, rows_read = rows_read - 1
        where rows_accepted = (select max(rows_accepted) from ops.reconciliation)
    """,
    "causes_add_up": """
        delete from marts.mart_verdict_change
        where person_id = (select max(person_id) from marts.mart_verdict_change)
    """,
    "disbursed_rupiah_is_what_was_paid": """
        update marts.mart_headline_v2 set value = value + 1 where metric_id = 'disbursed_rupiah'
    """,
    "every_enrolled_unit_is_judged": """
        insert into conformed.fct_enrolment by name
        select * replace ('h000000000000000000000000' as household_id)
        from conformed.fct_enrolment where programme_id = 'blts' limit 1
    """,
    "every_row_read_is_accounted_for": """
        update ops.reconciliation set rows_read = rows_read + 1
        where rows_read = (select max(rows_read) from ops.reconciliation)
    """,
    "headline_families_are_unions": """
        update marts.mart_headline_v2
        set value = (
            select sum(value) from marts.mart_headline
            where metric_id in ('regular_families', 'temporary_cash_families')
        )
        where metric_id = 'all_families'
    """,
    "money_is_conserved": """
        delete from conformed.fct_payment
        where payment_id = (select min(payment_id) from conformed.fct_payment)
    """,
    "no_hidden_cell_can_be_worked_out": """
        update disclosure.open_shown set is_suppressed = false, unit_count = cell.unit_count
        from disclosure.open_cell as cell
        inner join disclosure.open_hidden as hidden on cell.cell_id = hidden.cell_id
        where open_shown.cell_id = cell.cell_id and cell.programme_id = 'pkh'
            and hidden.is_hidden and cell.cell_id != (
                select min(each.cell_id) from disclosure.open_hidden as each
                where each.is_small and each.cell_id like 'family|all|%|pkh|%'
            )
    """,
    "no_list_is_too_old": "update ops.as_of set as_of_date = date '2026-10-24'",
    "no_name_in_marts": """
        update marts.mart_region set region_name = (
            select full_name from conformed.dim_person where full_name like '% %' limit 1
        )
    """,
    "no_personal_number_in_marts": """
        update marts.mart_finding_v2 set evidence = 'card ' || (
            select no_kk from conformed.dim_household where no_kk is not null limit 1
        )
    """,
    "quarantined_rows_are_kept": "delete from ops.quarantine",
    "region_scheme_is_plausible": """
        update staging.stg_bps__dtsen_family set region_code = null, region_status = 'unknown'
    """,
    "row_counts_are_within_bounds": "delete from marts.mart_region where rowid % 2 = 0",
    "rows_are_recognised": "update identity.match set match_method = 'unmatched'",
    "staging_keeps_every_row": """
        delete from staging.stg_dukcapil__resident
        where line = (select min(line) from staging.stg_dukcapil__resident)
    """,
}


@pytest.fixture(autouse=True)
def attacked(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hidden cells are attacked, which takes seconds, where it is about them or all checks."""
    if not any(name in request.node.name for name in ("hidden", "every_check")):
        monkeypatch.setattr("selaras.validate.hidden.worked_out", lambda *_: iter(()))


def test_every_check_holds_after_a_sync(built: Workspace) -> None:
    checks = validate(built)
    assert {check.name for check in checks} == set(DAMAGE)
    assert [check.name for check in checks if not check.passed] == []
    refuse_failed(checks)


@pytest.mark.parametrize("name", DAMAGE)
def test_a_check_finds_its_damage(name: str, copied: Callable[[], Workspace]) -> None:
    workspace = copied()
    with duckdb.connect(str(workspace.database)) as connection:
        assert connection.execute(DAMAGE[name]).fetchone() != (0,), "the damage changed nothing"
    checks = validate(workspace)
    failed = {check.name: check for check in checks if not check.passed}
    assert name in failed
    assert failed[name].observed != failed[name].expected
    with pytest.raises(Refusal) as refusal:
        refuse_failed(checks)
    assert refusal.value.exit_code == ExitCode.VALIDATION_FAILED
    assert name in str(refusal.value)


def test_a_past_week_is_checked_against_what_had_landed_by_then(
    copied: Callable[[], Workspace],
) -> None:
    workspace = copied()
    with duckdb.connect(str(workspace.database)) as connection:
        connection.execute("update ops.as_of set as_of_date = date '1999-12-31'")
        connection.execute("delete from ops.reconciliation")
        connection.execute("delete from marts.mart_region")
    failed = {check.name for check in validate(workspace) if not check.passed}
    assert not failed & {"accepted_rows_are_the_landed_rows", "row_counts_are_within_bounds"}


def test_the_first_list_of_a_source_is_no_jump(copied: Callable[[], Workspace]) -> None:
    workspace = copied()
    with duckdb.connect(str(workspace.database)) as connection:
        connection.execute("delete from marts.mart_region")
        connection.execute("delete from ops.snapshot_file where table_name = 'blts'")
    failed = {check.name for check in validate(workspace) if not check.passed}
    assert "row_counts_are_within_bounds" not in failed


def test_without_a_register_nobody_has_to_be_recognised(copied: Callable[[], Workspace]) -> None:
    workspace = copied()
    with duckdb.connect(str(workspace.database)) as connection:
        connection.execute("update identity.match set match_method = 'unmatched'")
        connection.execute("delete from identity.person")
    failed = {check.name for check in validate(workspace) if not check.passed}
    assert "rows_are_recognised" not in failed


def test_a_pseudonym_full_of_digits_is_no_personal_number(copied: Callable[[], Workspace]) -> None:
    workspace = copied()
    with duckdb.connect(str(workspace.database)) as connection:
        connection.execute(
            "update marts.mart_finding_v2 set finding_id = 'f0123456789012345678901ab'"
        )
    assert all(check.passed for check in validate(workspace) if "number" in check.name)


def test_every_check_has_a_sentence_in_both_languages() -> None:
    assert all(set(catalogue()[f"validate.{name}"]) == {"id", "en"} for name in DAMAGE)


def test_an_empty_workspace_is_refused_with_a_sentence(tmp_path) -> None:
    with pytest.raises(Refusal, match="no warehouse"):
        validate(Workspace.at(tmp_path))
