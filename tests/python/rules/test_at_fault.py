"""A build that fails for a list names the list, its contract and the staging model to mend."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from selaras.errors import ExitCode
from selaras.lists.at_fault import OF_EVERY_LIST, list_at_fault
from selaras.lists.contract_checks import staged_columns
from selaras.lists.contracts import read_contracts
from selaras.rules.read.problems import Problems
from selaras.workspace import PROJECT

HOME = "models/staging/dinsos/stg_dinsos__care_home.sql"
MEMBER = "models/staging/bps/stg_bps__dtsen_member.sql"


@pytest.fixture
def warehouse(tmp_path: Path) -> Path:
    """A warehouse in which every staging model gives all that its contract names."""
    path = tmp_path / "selaras.duckdb"
    with duckdb.connect(path) as db:
        db.execute("create schema staging")
        for each in read_contracts(PROJECT, Problems()):
            named = {column for _, column in staged_columns(each)} | {*OF_EVERY_LIST}
            named |= {
                f"{column}_remains"
                for names in each.meta.names.values()
                for column in (names.nik, names.no_kk)
                if column
            }
            columns = ", ".join(f"{name} varchar" for name in sorted(named))
            db.execute(f"create table staging.{each.model} ({columns})")
    return path


def test_a_waist_that_fails_for_another_reason_accuses_no_list(warehouse: Path) -> None:
    assert list_at_fault(PROJECT, warehouse, ["listed_benefit"]) is None
    assert list_at_fault(PROJECT, warehouse, ["dim_person"]) is None


@pytest.mark.parametrize(
    ("model", "column", "place"),
    [
        ("stg_kemensos__blts", "amount", "grants: {"),
        ("stg_kemensos__pkh", "manager_nik_repair", "manager: {"),
        ("stg_kemensos__pkh", "manager_nik_remains", "manager: {"),
        ("stg_disdik__kjmu", "payment_status", "grants: {"),
        ("stg_bapenda__asset", "notes", "meta:"),
    ],
)
def test_the_list_whose_model_lacks_a_column_is_named(
    warehouse: Path, model: str, column: str, place: str
) -> None:
    with duckdb.connect(warehouse) as db:
        db.execute(f"alter table staging.{model} rename column {column} to {column}s")
    fault = list_at_fault(PROJECT, warehouse, ["listed_benefit"])
    assert fault is not None and fault.contract.model == model and fault.column == column
    assert str(fault.hint).endswith(f"did you mean '{column}s'?")
    lines = (PROJECT / fault.place.file).read_text(encoding="utf-8").splitlines()
    assert place in lines[fault.place.line - 1]


def test_what_dbt_cannot_build_is_told_with_both_files(
    clone: Path, tmp_path: Path, selaras: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    here = {"PYTHONPATH": str(clone / "scripts")}
    shutil.copytree(PROJECT / "data/sample/landing", tmp_path / "home/landing")

    def build(*select: str, code: int = ExitCode.DBT_FAILED) -> str:
        quick = ("--exclude-resource-type", "unit_test", "--exclude-resource-type", "test")
        command = ("build", "--home", tmp_path / "home", "--select", *select, *quick)
        done = selaras(*command, SELARAS_LANG="en", **here)
        assert done.returncode == code, done.stderr
        assert "Traceback" not in done.stderr
        return " ".join(done.stderr.split())

    member = clone / MEMBER
    text = member.read_text(encoding="utf-8")
    member.write_text(
        text.replace("as has_local_insurance", "as has_local_insured"), encoding="utf-8"
    )
    told = build("+listed_mark")
    assert "asks for a column that models/staging/bps/stg_bps__dtsen_member.sql does not" in told
    assert "(has_local_insurance; did you mean 'has_local_insured'?)" in told
    contract = (clone / "models/staging/bps/_bps__sources.yml").read_text(encoding="utf-8")
    before = contract[: contract.index("pbi_apbd: has_local_insurance")]
    assert f"models/staging/bps/_bps__sources.yml:{before.count(chr(10)) + 1}:" in told
    home = clone / HOME
    sound = home.read_text(encoding="utf-8")
    home.write_text(sound.replace("'nama'", "'namaa'"), encoding="utf-8")
    assert home.read_text(encoding="utf-8") != sound
    told = build("+stg_dinsos__care_home")
    assert HOME in told and "models/staging/dinsos/_dinsos__sources.yml:" in told
    home.write_text(sound.replace("'tgl_masuk'", "'tgl_masukk'"), encoding="utf-8")
    told = build("+stg_dinsos__care_home", code=ExitCode.RULES_REFUSED)
    assert f"{HOME}:" in told and "did you mean 'tgl_masuk'" in told
    home.unlink()
    told = build("stg_dinsos__pkd", code=ExitCode.RULES_REFUSED)
    assert f"there is no {HOME}" in told
