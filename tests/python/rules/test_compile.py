"""What compile writes: the same every time, all or nothing, and known when stale."""

import csv
import io
import re
from datetime import date
from pathlib import Path

import duckdb
import pytest
import yaml
from rule_warehouse import Warehouse

from selaras.errors import ExitCode, Refusal
from selaras.rules.all_checks import review_rules
from selaras.rules.compiler import check_rules, compile_rules, write_rules
from selaras.rules.read.source import digest_of
from selaras.workspace import PROJECT

PROGRAMMES = {
    *("pkh", "sembako", "blts", "pbi_jk", "pbi_apbd", "pip", "kipk", "kjp_plus", "kjmu"),
    *("diploma_relief", "klj", "kpdj", "kaj"),
}


def seed(files: dict[Path, str], name: str) -> list[dict[str, str]]:
    """The rows of a generated seed."""
    return list(csv.DictReader(io.StringIO(files[Path(f"seeds/generated/{name}.csv")])))


def test_the_committed_files_are_those_of_the_rule_book() -> None:
    check_rules(PROJECT)


def test_compiling_twice_gives_the_same(project: Path) -> None:
    assert compile_rules(project) == compile_rules(project)
    assert write_rules(project)
    assert write_rules(project) == []


@pytest.mark.parametrize(
    "path", ["models/eligibility/elig_klj.sql", "seeds/generated/parameter.csv"]
)
def test_a_generated_file_that_was_edited_or_lost_is_stale(project: Path, path: str) -> None:
    write_rules(project)
    (project / path).write_text("-- mine", encoding="utf-8")
    with pytest.raises(Refusal) as caught:
        check_rules(project)
    assert caught.value.exit_code == ExitCode.STALE
    assert path in str(caught.value) and "selaras compile" in str(caught.value)
    (project / path).unlink()
    with pytest.raises(Refusal):
        check_rules(project)


def test_what_a_removed_rule_left_behind_is_stale_and_then_removed(project: Path) -> None:
    write_rules(project)
    left = project / "models/eligibility/elig_gone.sql"
    left.write_text("select 1", encoding="utf-8")
    with pytest.raises(Refusal, match=r"elig_gone\.sql"):
        check_rules(project)
    write_rules(project)
    assert not left.exists()


def test_a_changed_figure_makes_the_compiled_files_stale(project: Path, edit: object) -> None:
    write_rules(project)
    edit("klj.yml", "value: 300_000", "value: 350_000")
    with pytest.raises(Refusal, match="elig_klj"):
        check_rules(project)


def test_every_programme_is_in_the_seed_with_a_rule_or_without(project: Path) -> None:
    rows = seed(compile_rules(project), "programme")
    assert {row["programme_id"] for row in rows} >= PROGRAMMES
    ruled = {row["programme_id"] for row in rows if row["has_rule"] == "true"}
    shared = {"overlaps", "programmes", "vocabulary", "linkage", "entitlements"}
    assert ruled == {path.stem for path in (PROJECT / "rules").glob("*.yml")} - shared


def test_parameters_are_half_open_stretches(project: Path) -> None:
    rows = seed(compile_rules(project), "parameter")
    amounts = [
        (row["valid_from"], row["valid_to"], row["value"])
        for row in rows
        if (row["programme_id"], row["parameter_id"]) == ("klj", "monthly_amount")
    ]
    assert amounts == [("2018-01-01", "2023-01-01", "600000"), ("2023-01-01", "", "300000")]


def test_no_figure_of_a_rule_stands_in_sql_that_people_write() -> None:
    rows = seed(compile_rules(PROJECT), "parameter")
    figures = {row["value"] for row in rows if row["value"].isdigit() and len(row["value"]) > 4}
    by_hand = [
        path
        for path in (PROJECT / "models").rglob("*.sql")
        if "Written by `selaras compile`" not in path.read_text(encoding="utf-8")
    ]
    for path in by_hand:
        text = path.read_text(encoding="utf-8").replace("_", "")
        assert not [each for each in figures if each in text], path


@pytest.mark.parametrize("unit", ["person", "household"])
def test_every_fact_of_the_vocabulary_is_a_column_that_its_table_makes(unit: str) -> None:
    words = yaml.safe_load((PROJECT / "rules/vocabulary.yml").read_text(encoding="utf-8"))
    model = (PROJECT / f"models/conformed/{unit}_told.sql").read_text(encoding="utf-8")
    final = model[model.rindex("\nselect") :]
    missing = [name for name in words[unit] if not re.search(rf"\b{name}\b", final)]
    assert missing == []


def test_every_family_fact_is_in_the_vocabulary() -> None:
    words = yaml.safe_load((PROJECT / "rules/vocabulary.yml").read_text(encoding="utf-8"))
    model = (PROJECT / "models/conformed/household_told.sql").read_text(encoding="utf-8")
    final = model[model.rindex("\nselect") :].partition("\nfrom")[0]
    made = set(re.findall(r"(?:^ {4}\w+\.|\bas )(\w+),?$", final, re.M))
    keys = {"household_id", "no_kk", "as_of_date", "is_in_national_register", "family_print"}
    assert {"region_code", "national_decile", "has_elderly_member"} <= made
    assert made - keys <= set(words["household"])


def test_the_digest_is_what_the_guard_computes(project: Path) -> None:
    path = project / "rules/klj.yml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    query = "select sha256(replace(content, chr(13), '')) from read_text(?)"
    assert duckdb.execute(query, [str(path)]).fetchone() == (digest_of(path),)
    assert digest_of(path) == digest_of(PROJECT / "rules/klj.yml")


def test_line_ends_do_not_make_a_rule_stale(project: Path) -> None:
    write_rules(project)
    path = project / "rules/klj.yml"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    check_rules(project)


def test_a_figure_past_its_review_is_a_warning() -> None:
    assert review_rules(PROJECT, date(2025, 10, 24)) == []
    late = review_rules(PROJECT, date(2027, 1, 1))
    assert late and not any(problem.is_error for problem in late)
    assert "max_decile" in " ".join(map(str, late))


def test_money_is_exact_above_what_a_double_holds(project: Path, edit: object) -> None:
    huge = 2**53 + 1
    edit("klj.yml", "value: 300_000", f"value: {huge}")
    edit("pkh.yml", "value: 600_000, status", f"value: {3 * huge}, status")
    warehouse = Warehouse(project)
    warehouse.person(
        **dict.fromkeys(("is_alive", "has_jakarta_id", "lives_in_jakarta", "is_member"), True),
        **dict.fromkeys(("lives_in_care_home", "is_public_pensioner"), False),
        age_years=60,
    )
    warehouse.household(
        national_decile=1, owns_car=False, highest_property_value=0, has_public_servant_member=False
    )
    assert warehouse.judge("klj")[0]["entitled_amount"] == huge
    assert warehouse.judge("pkh")[0]["entitled_amount"] == huge


def test_the_side_that_stays_may_be_named_with_its_component(project: Path) -> None:
    before = compile_rules(project)
    path = project / "rules/overlaps.yml"
    text = path.read_text(encoding="utf-8")
    assert "keep: pkh #" in text
    path.write_text(text.replace("keep: pkh #", "keep: pkh:elderly #"), encoding="utf-8")
    after = compile_rules(project)
    assert seed(after, "overlap_rule") == seed(before, "overlap_rule")
