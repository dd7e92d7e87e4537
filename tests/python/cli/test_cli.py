"""The command: sentences and exit codes instead of tracebacks."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from selaras.errors import ExitCode
from selaras.lock import only_run
from selaras.workspace import Workspace

Run = Callable[..., subprocess.CompletedProcess[str]]


def _somebody(workspace: Workspace) -> tuple[str, str, str]:
    with duckdb.connect(str(workspace.database), read_only=True) as connection:
        return connection.execute(
            """
            select nik, no_kk, person_id
            from conformed.dim_person
            inner join conformed.dim_household using (household_id)
            inner join conformed.fct_enrolment using (person_id)
            where nik is not null and no_kk is not null and programme_id = 'klj'
            order by all
            limit 1
            """
        ).fetchone()


def test_help_lists_the_verbs_without_loading_the_engines() -> None:
    code = "import sys; sys.argv = ['selaras', '--help']; from selaras.cli import main\n"
    code += "try: main()\nexcept SystemExit: pass\n"
    code += "print('LOADED', [m for m in ('dbt', 'duckdb', 'sqlglot') if m in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "LOADED []" in found.stdout
    for verb in ("sync", "land", "compile", "build", "validate", "publish", "explain", "sample"):
        assert verb in found.stdout


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [(("sync", "--help", "--lang", "id"), {}), (("sync", "--help"), {"SELARAS_LANG": "id"})],
)
def test_texts_are_in_the_language_asked_for(
    selaras: Run, arguments: tuple, environment: dict
) -> None:
    assert "Pekerjaan utama" in selaras(*arguments, **environment).stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("sync",),
        ("frobnicate",),
        ("validate", "--lang", "xx"),
        ("sync", "--inbox", ".", "--as-of", "24/10/2025"),
    ],
)
def test_wrong_usage_is_exit_code_2(selaras: Run, arguments: tuple[str, ...]) -> None:
    found = selaras(*arguments)
    assert found.returncode == ExitCode.USAGE
    assert "Traceback" not in found.stderr


@pytest.mark.parametrize("verb", ["validate", "publish", "explain"])
def test_a_missing_warehouse_is_one_sentence(selaras: Run, verb: str, tmp_path: Path) -> None:
    found = selaras(verb, *(["1"] if verb == "explain" else []), "--home", tmp_path)
    assert found.returncode == ExitCode.INPUT_REFUSED
    assert "selaras sync" in found.stderr
    assert "Traceback" not in found.stderr
    assert len(found.stderr.strip().splitlines()) == 1


def test_a_missing_inbox_is_one_sentence(selaras: Run, tmp_path: Path) -> None:
    found = selaras("sync", "--inbox", tmp_path / "none", "--home", tmp_path / "home")
    assert found.returncode == ExitCode.INPUT_REFUSED
    assert "Traceback" not in found.stderr


@pytest.mark.parametrize("verb", ["build", "publish"])
def test_a_second_run_in_the_workspace_is_refused(selaras: Run, verb: str, tmp_path: Path) -> None:
    with only_run(Workspace.at(tmp_path)):
        found = selaras(verb, "--home", tmp_path)
    assert found.returncode == ExitCode.INPUT_REFUSED
    assert "in use" in found.stderr
    assert "Traceback" not in found.stderr


def test_a_warehouse_that_somebody_holds_open_is_refused(
    selaras: Run, copied: Callable[[], Workspace]
) -> None:
    workspace = copied()
    with duckdb.connect(str(workspace.database)):
        verbs = ("validate", "build", "publish")
        found = [selaras(verb, "--home", workspace.home) for verb in verbs]
    assert {each.returncode for each in found} == {ExitCode.INPUT_REFUSED}
    assert all("in use" in each.stderr for each in found)


def test_a_build_that_fails_names_the_node_and_the_log(
    selaras: Run, copied: Callable[[], Workspace]
) -> None:
    workspace = copied()
    found = selaras("build", "--select", "dim_person", "--vars", "{", "--home", workspace.home)
    assert found.returncode in (ExitCode.DBT_FAILED, ExitCode.USAGE)
    assert "Traceback" not in found.stderr


def test_build_passes_a_selection_on(selaras: Run, copied: Callable[[], Workspace]) -> None:
    workspace = copied()
    found = selaras("build", "--select", "as_of", "--home", workspace.home)
    assert found.returncode == 0, found.stderr
    assert "Warehouse built" in found.stdout


def test_checks_can_be_read_by_a_machine(selaras: Run, built: Workspace) -> None:
    found = selaras("validate", "--json", "--home", built.home)
    assert found.returncode == 0, found.stderr
    assert all(check["passed"] for check in json.loads(found.stdout))


def test_explain_finds_a_person_by_each_of_their_names(selaras: Run, built: Workspace) -> None:
    for who in _somebody(built):
        found = selaras("explain", who, "--home", built.home)
        assert found.returncode == 0, found.stderr
        assert "klj" in found.stdout
        assert "Pergub 44/2022" in found.stdout


def test_explain_can_be_narrowed_to_a_programme(selaras: Run, built: Workspace) -> None:
    nik, _, _ = _somebody(built)
    found = selaras("explain", nik, "--programme", "klj", "--json", "--home", built.home)
    explained = json.loads(found.stdout)
    assert [each["judged"]["programme_id"] for each in explained["verdicts"]] == ["klj"]
    assert explained["verdicts"][0]["reasons"]


@pytest.mark.parametrize("who", ["1234567890123456", "p'; drop table x; --", ""])
def test_explaining_nobody_does_not_repeat_the_number(
    selaras: Run, who: str, built: Workspace
) -> None:
    found = selaras("explain", who, "--home", built.home)
    assert found.returncode == ExitCode.USAGE
    assert "1234567890123456" not in found.stderr
    assert "Traceback" not in found.stderr


def test_an_unknown_programme_names_the_known_ones(selaras: Run, built: Workspace) -> None:
    found = selaras("explain", "1", "--programme", "kjl", "--home", built.home)
    assert found.returncode == ExitCode.USAGE
    assert "klj" in found.stderr
