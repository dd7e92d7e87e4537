"""`selaras new`: three files that pass everything at once, judge nobody and overwrite nothing."""

import csv
import io
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pytest
import yaml
from rule_warehouse import Warehouse

from selaras.errors import ExitCode, Refusal
from selaras.landing.warehouse import PASSED_ON
from selaras.rules.all_checks import review_rules
from selaras.rules.compiler import compile_rules
from selaras.rules.drafting.draft import draft_programme, write_draft
from selaras.workspace import PROJECT

TODAY = date(2025, 10, 24)
WAIST = {
    *("listed_row.sql", "listed_name.sql", "listed_benefit.sql", "first_listed.sql"),
    *("zeroed_number.sql", "landed_digest.sql", "changed_row.sql", "written_name.sql"),
}
LANDED = "describe landing.dinsos__kparj"
Draft = Callable[..., list[str]]


@pytest.fixture
def draft(project: Path) -> Draft:
    """Write a draft into the copied project and name its files."""

    def write(programme: str, owner: str | None = "dinsos_dki", unit: str = "person") -> list[str]:
        files = draft_programme(project, programme, owner, unit, TODAY)
        write_draft(project, files)
        return [path.as_posix() for path in files]

    return write


def test_it_writes_rule_staging_model_and_properties(project: Path, draft: Draft) -> None:
    assert draft("kparj") == [
        "rules/kparj.yml",
        "models/staging/dinsos/stg_dinsos__kparj.sql",
        "models/staging/dinsos/_dinsos__kparj__sources.yml",
    ]
    rule = yaml.safe_load((project / "rules/kparj.yml").read_text(encoding="utf-8"))
    assert (rule["programme"], rule["owner"], rule["level"]) == ("kparj", "dinsos_dki", "province")


def test_without_an_owner_the_first_agency_is_written_and_left_to_look_at(
    project: Path, draft: Draft
) -> None:
    assert "models/staging/kemensos/stg_kemensos__kparj.sql" in draft("kparj", owner=None)
    text = (project / "rules/kparj.yml").read_text(encoding="utf-8")
    assert "\nowner: kemensos # FILL IN" in text and "\nlevel: central\n" in text
    assert not any(note.is_error for note in review_rules(project, TODAY))


@pytest.mark.parametrize("unit", ["person", "household"])
def test_a_draft_is_sound_and_says_what_is_left_to_fill_in(
    project: Path, draft: Draft, unit: str
) -> None:
    draft("kparj", unit=unit)
    notes = review_rules(project, TODAY)
    assert notes and not any(note.is_error for note in notes)
    lines = (project / "rules/kparj.yml").read_text(encoding="utf-8").splitlines()
    marked = {at for at, line in enumerate(lines, 1) if "FILL IN" in line}
    assert {note.place.line for note in notes} == marked and len(marked) >= 6


def test_a_draft_judges_nobody_this_year_and_changes_no_other_programme(
    project: Path, draft: Draft
) -> None:
    before = compile_rules(project)
    draft("kparj")
    after = compile_rules(project)
    shared = {"fct_eligibility.sql", "fct_eligibility_reason.sql", *WAIST}
    shared |= {"judged_again.sql", "_again__models.yml"}
    changed = {path for path, text in before.items() if after[path] != text}
    models = {path.name for path in changed if path.parts[0] == "models"}
    assert models == shared
    for path in changed:
        if path.suffix == ".csv":
            rows = list(csv.reader(io.StringIO(after[path])))
            others = [row for row in rows if "kparj" not in row]
            assert others == list(csv.reader(io.StringIO(before[path])))
    warehouse = Warehouse(project)
    warehouse.person(is_alive=True)
    warehouse.household(national_decile=1)
    assert warehouse.judge("kparj") == []
    warehouse.db.execute("update dim_person set as_of_date = date '2026-01-01'")
    assert [row["verdict"] for row in warehouse.judge("kparj")] == ["eligible"]


@pytest.mark.parametrize(
    "name", ["Kparj", "1kparj", "k-parj", "kp__arj", "_kparj", "kparj_", "kp arj", "k" * 41, "kåd"]
)
def test_a_name_that_is_not_snake_case_is_refused(draft: Draft, name: str) -> None:
    with pytest.raises(Refusal, match="lower-case letters") as caught:
        draft(name)
    assert caught.value.exit_code == ExitCode.USAGE


@pytest.mark.parametrize("name", ["overlaps", "vocabulary", "readme", "formal_employment", "order"])
def test_a_name_that_means_something_else_is_refused(draft: Draft, name: str) -> None:
    with pytest.raises(Refusal, match="already means something else"):
        draft(name)


def test_a_programme_that_exists_is_refused(project: Path, draft: Draft, edit: object) -> None:
    with pytest.raises(Refusal, match=r"edit rules/klj\.yml"):
        draft("klj")
    entry = "{title: {id: A, en: A}, owner: dinsos_dki, level: province, unit: person,"
    edit(
        "programmes.yml",
        "programmes: {}",
        f"programmes: {{kparj: {entry} purpose: [a], basis: b}}}}",
    )
    with pytest.raises(Refusal, match="without a rule"):
        draft("kparj")


def test_an_unknown_owner_gets_the_nearest_one(draft: Draft) -> None:
    with pytest.raises(Refusal, match="did you mean 'dinsos_dki'"):
        draft("kparj", owner="dinsos")


def test_nothing_is_written_where_a_file_is_in_the_way(project: Path, draft: Draft) -> None:
    model = project / "models/staging/dinsos/stg_dinsos__care_home.sql"
    before = model.read_text(encoding="utf-8")
    with pytest.raises(Refusal, match="stg_dinsos__care_home"):
        draft("care_home")
    assert model.read_text(encoding="utf-8") == before
    assert not (project / "rules/care_home.yml").exists()


def test_a_rule_book_with_errors_is_refused_first(draft: Draft, edit: object) -> None:
    edit("klj.yml", "unit: person", "unit: cat")
    with pytest.raises(Refusal) as caught:
        draft("kparj")
    assert caught.value.exit_code == ExitCode.RULES_REFUSED


def test_the_command_makes_a_project_that_builds_before_its_first_file(
    clone: Path, tmp_path: Path, selaras: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    here = {"PYTHONPATH": str(clone / "scripts")}
    made = selaras("new", "kparj", "--owner", "dinsos_dki", **here)
    assert made.returncode == 0 and "rules/kparj.yml" in made.stdout
    selaras("new", "fuel_aid", "--owner", "dinkes_dki", "--unit", "household", **here)
    assert selaras("rules", "check", **here).returncode == 0
    assert selaras("compile", "--check", **here).returncode == ExitCode.STALE
    assert selaras("compile", **here).returncode == 0
    shutil.copytree(PROJECT / "data/sample/landing", tmp_path / "home/landing")
    names = ("stg_dinsos__kparj", "stg_dinkes__fuel_aid")
    select = ("--select", *(f"+{name}" for name in names), "--exclude-resource-type", "unit_test")
    built = selaras("build", "--home", tmp_path / "home", *select, **here)
    assert built.returncode == 0, built.stderr[-2000:]
    with duckdb.connect(tmp_path / "home/selaras.duckdb", read_only=True) as db:
        for name in names:
            assert db.sql(f"select count(*) from staging.{name}").fetchall() == [(0,)]
        columns = {name: kind.lower() for name, kind, *_ in db.sql(LANDED).fetchall()}
    own = ("nik", "no_kk", "nama", "tanggal_lahir", "nominal", "status")
    assert columns == dict.fromkeys(own, "varchar") | PASSED_ON
    again = selaras("new", "kparj", "--owner", "dinsos_dki", **here)
    assert again.returncode == ExitCode.USAGE and "edit rules/kparj.yml" in again.stderr


def test_no_template_names_a_column_that_the_other_does_not_have() -> None:
    files = draft_programme(PROJECT, "kparj", "dinsos_dki", "person", TODAY)
    rule, model, properties = files.values()
    contract = yaml.safe_load(properties)
    columns = {each["name"] for each in contract["sources"][0]["tables"][0]["columns"]}
    assert all(f"'{name}'" in model for name in columns)
    assert "2026-01-01" in rule
