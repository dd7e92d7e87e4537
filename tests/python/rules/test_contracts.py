"""Nothing of a contract can be forgotten, and whatever else stands in one is a clear refusal."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from functools import cache
from pathlib import Path

import duckdb
import pytest

from selaras.errors import ExitCode, Refusal
from selaras.landing.warehouse import PASSED_ON
from selaras.lists import contract_checks
from selaras.lists.contracts import PATTERN, Contract, contracts_of
from selaras.lists.layouts import read_layouts
from selaras.lists.told_facts import told_facts
from selaras.rules.check.whole_book import read_book
from selaras.rules.compiler import write_rules
from selaras.rules.read.problems import Problems
from selaras.rules.read.source import Source, read_source
from selaras.workspace import PROJECT

FILES = sorted(path.relative_to(PROJECT).as_posix() for path in PROJECT.glob(PATTERN))
DINSOS = "models/staging/dinsos/_dinsos__sources.yml"
DISDIK = "models/staging/disdik/_disdik__sources.yml"
KEMENSOS = "models/staging/kemensos/_kemensos__sources.yml"


@cache
def staged() -> dict[str, bool]:
    """The programmes of the rule book, and whether the rule of each tells its stages."""
    book = read_book(PROJECT, Problems())
    assert book is not None
    return {each.programme: bool(each.rule.stages) for each in book.rules}


@cache
def texts() -> dict[str, Source]:
    """Every file of contracts as read."""
    problems = Problems()
    found = {file: read_source(PROJECT / file, file, problems) for file in FILES}
    assert not problems.found and all(found.values())
    return found


@cache
def contracts(file: str) -> tuple[Contract, ...]:
    """The lists of a file as they are."""
    return tuple(contracts_of(texts()[file], Problems()))


def key_paths(data: object, path: tuple = ()) -> Iterator[tuple]:
    """The way to every key inside some data."""
    inner = data.items() if isinstance(data, dict) else enumerate(data)
    for step, value in inner:
        if isinstance(data, dict):
            yield (*path, step)
        if isinstance(value, dict | list):
            yield from key_paths(value, (*path, step))


def without(data: object, path: tuple) -> object:
    """A copy of some data that lacks one key."""
    rest = deepcopy(data)
    holder = rest
    for step in path[:-1]:
        holder = holder[step]
    del holder[path[-1]]
    return rest


def problems_with(changed: Source) -> Problems:
    """What compile says of the contracts when one file is another."""
    problems = Problems()
    found = contracts_of(changed, problems)
    if not problems.errors:
        others = [each for file in FILES if file != changed.file for each in contracts(file)]
        lists = (*found, *others)
        contract_checks.check_contracts(lists, PROJECT, staged(), problems)
        contract_checks.check_all_are_listed(lists, staged(), problems)
    return problems


@pytest.mark.parametrize("file", FILES)
def test_no_key_of_a_contract_can_be_forgotten(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contract_checks, "_models", cache(contract_checks._models))
    text = texts()[file]
    assert not problems_with(text).errors
    # Which facts a list tells nobody else knows.
    paths = [path for path in key_paths(text.data) if "facts" not in path[:-1]]
    assert len(paths) > 60 and ("sources", 0, "tables", 0, "config", "meta", "names") in paths
    forgotten = []
    for path in paths:
        told = problems_with(replace(text, data=without(text.data, path))).errors
        places = [each.place for each in told]
        is_told = any(place.file == file and (place.line > 1 or len(path) == 1) for place in places)
        is_told = is_told or any(place.file.startswith("rules/") for place in places)
        forgotten += [] if is_told else [path]
    assert forgotten == []


def refused(project: Path, file: str, old: str, new: str) -> list[str]:
    """What compile says after some words of a contract were replaced, a line per error."""
    path = project / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(Refusal) as caught:
        write_rules(project)
    assert caught.value.exit_code == ExitCode.RULES_REFUSED
    return str(caught.value).splitlines()[1:]


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        (KEMENSOS, "    schema: landing\n", "", "'schema' is missing"),
        (KEMENSOS, "            periods: stage\n", "", "'periods' is missing"),
        (KEMENSOS, "periods: monthly", "periods: monthlyy", "did you mean 'monthly'"),
        (KEMENSOS, "periods: monthly", "perods: monthly", "did you mean 'periods'"),
        (KEMENSOS, "periods: monthly", "periods: stage", "rules/sembako.yml has no stages"),
        (KEMENSOS, "kind: payments", "kind: paymnts", "did you mean 'payments'"),
        (KEMENSOS, "kind: payments", "kind: 1", "'kind'"),
        (KEMENSOS, "required: true", "required: 1", "'required' is 1, but must be true or false"),
        (KEMENSOS, "headers: [NO_KK]", "headers: NO_KK", "'headers' is NO_KK, but must be a list"),
        (KEMENSOS, "headers: [NO_KK]", "headers: []", "'headers'"),
        (KEMENSOS, "headers: [NO_KK]", "headers: [ID_PKH]", "'idpkh' is said by another column"),
        (KEMENSOS, "snapshot_key: [yyyy, 'n']", "snapshot_key: [yyyy, mm]", "there is no <mm>"),
        (KEMENSOS, "tahap<n>.csv", "tahap<m>.csv", "<m> is no known part"),
        (KEMENSOS, "bnba_pkh_<yyyy>_tahap<n>.csv", "in/<yyyy>_<n>.csv", "no name of a file"),
        (KEMENSOS, "blts_kesra_<yyyy>.csv", "BNBA_sembako_<yyyy>_<mm>.csv", "another list has"),
        (KEMENSOS, "identifier: kemensos__pkh", "identifier: pkh", "has to be kemensos__pkh"),
        (KEMENSOS, "name: sembako\n", "name: pkh\n", "the list 'kemensos__pkh' is declared twice"),
        (KEMENSOS, "programme: sembako", "programme: pkh", "'pkh' is granted by another list"),
        (KEMENSOS, "programme: sembako", "programme: semboko", "did you mean 'sembako'"),
        (KEMENSOS, "programme: sembako", "programme: [sembako]", "'programme'"),
        (KEMENSOS, "to: member", "to: membr", "did you mean 'member'"),
        (KEMENSOS, "of: manager", "of: managerr", "did you mean 'manager'"),
        (KEMENSOS, "amount: amount, monthly", "amount: amountt, monthly", "did you mean 'amount'"),
        (KEMENSOS, "name: manager_name_normalised", "name: manager_name_norm", "did you mean"),
        (KEMENSOS, "nik: manager_nik", "nik: manager_nic", "did you mean 'manager_nik'"),
        (
            KEMENSOS,
            "same_row_by: [no_kk, nik_anggota",
            "same_row_by: [no_kk, nik_anggot",
            "did you",
        ),
        (KEMENSOS, "same_row_by: [no_kk, nik]", "same_row_by: []", "'same_row_by'"),
        (DISDIK, "facts: {school_type: s", "facts: {school_tipe: s", "did you mean 'school_type'"),
        (DISDIK, "has_debit_letter: has_debit", "has_debit_letter: has_debt", "did you mean"),
        (KEMENSOS, "- name: kode_kel", "- name: file", "landing adds a column 'file'"),
        (KEMENSOS, "- name: kode_kel", "- name: Kode Kel", "not a valid name"),
        (KEMENSOS, "- name: kode_kel", "- name: alamat\n            title: x", "'title'"),
        (KEMENSOS, "        columns:\n", "        columns: {}\n        olumns:\n", "'columns'"),
        (KEMENSOS, "        config:\n", "        config: null\n        konfig:\n", "'config'"),
        (KEMENSOS, "delimiter: ';'", "delimiter: ;;", "'delimiter'"),
        (KEMENSOS, ", rupiah: {from: 0, to: ", ", rupia: {from: 0, to: ", "did you mean 'rupiah'"),
        (KEMENSOS, "delimiter: ';'", "delimiter: '{{ x }}'", "template code"),
        (DINSOS, "of: [klj", "of: [klk", "did you mean 'klj'"),
        (DINSOS, "of: [klj, ", "of: [", "who is in 'klj'"),
        (DINSOS, "kind: facts", "kind: decisions", "'names'"),
    ],
)
def test_a_contract_outside_the_grammar_is_one_sentence(
    project: Path, file: str, old: str, new: str, words: str
) -> None:
    line = (project / file).read_text(encoding="utf-8").split(old)[0].count("\n") + 1
    told = refused(project, file, old, new)
    found = [each.split(":") for each in told if words in each]
    assert found, told
    assert {place for place, *_ in found} <= {file, "rules/klj.yml"}
    assert any(place.startswith("rules/") or abs(int(at) - line) < 13 for place, at, *_ in found)


def test_a_list_in_two_files_is_refused_in_both(project: Path) -> None:
    second = project / DINSOS.replace("__sources", "__again__sources")
    second.write_text((project / DINSOS).read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(Refusal) as caught:
        write_rules(project)
    told = str(caught.value)
    assert f"{DINSOS}:" in told and "_dinsos__again__sources.yml:" in told
    assert "'dinsos__pkd' is declared twice" in told


@pytest.mark.parametrize(
    "content",
    ["models: [", "models: 5\n# name: {m}\n", "models: [5]\n# name: {m}\n", "- name: {m}\n"],
)
def test_properties_that_are_none_are_told_of(project: Path, content: str) -> None:
    odd = project / "models/staging/dinsos/_a.yml"
    text = f"{content}\n# name: stg_dinsos__pkd\n".replace("{m}", "stg_dinsos__pkd")
    odd.write_text(text, encoding="utf-8")
    with pytest.raises(Refusal) as caught:
        write_rules(project)
    assert "models/staging/dinsos/_a.yml:" in str(caught.value)
    assert "stg_dinsos__pkd" in str(caught.value)


def test_a_list_without_its_staging_model_is_refused(project: Path) -> None:
    (project / "models/staging/dinsos/stg_dinsos__pkd.sql").unlink()
    with pytest.raises(Refusal, match=r"there is no models/staging/dinsos/stg_dinsos__pkd\.sql"):
        write_rules(project)


def test_a_fact_that_no_list_tells_has_its_type_and_no_row() -> None:
    told = told_facts(contracts(KEMENSOS))
    found = {name: duckdb.sql(text.split("}}", 1)[1]) for name, text in told.items()}
    assert all(relation.fetchall() == [] for relation in found.values())
    place = ["source", "table_name", "source_row_id", "snapshot_key"]
    assert {name: relation.columns for name, relation in found.items()} == {
        "listed_school": [*place, "school_type", "is_in_private_school"],
        "listed_arrears": [*place, "diploma_arrears", "has_debit_letter"],
    }
    kinds = {name: list(map(str, relation.types[4:])) for name, relation in found.items()}
    assert kinds == {
        "listed_school": ["VARCHAR", "BOOLEAN"],
        "listed_arrears": ["BIGINT", "BOOLEAN"],
    }


def test_a_list_that_tells_one_fact_of_a_subject_leaves_the_other_unknown() -> None:
    (kjp_plus,) = [each for each in contracts(DISDIK) if each.table == "kjp_plus"]
    one = kjp_plus.meta.model_copy(update={"facts": {"school_type": "school_level"}})
    text = told_facts((replace(kjp_plus, meta=one),))["listed_school"]
    assert "    school_level as school_type,\n" in text
    assert "    cast(null as boolean) as is_in_private_school\n" in text


def test_no_column_is_called_like_one_that_landing_adds() -> None:
    assert {*PASSED_ON, "zeroed_columns"} == contract_checks.LANDED


def test_landing_refuses_a_contract_as_compile_does(project: Path) -> None:
    path = project / KEMENSOS
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("form: csv", "form: cvs", 1), encoding="utf-8")
    with pytest.raises(Refusal, match="did you mean 'csv'") as caught:
        read_layouts(project)
    assert caught.value.exit_code == ExitCode.RULES_REFUSED
