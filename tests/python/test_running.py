"""The files with which a machine runs the week are valid, and name what is there."""

import re
import shlex
import shutil
import stat
import subprocess
from pathlib import Path

import pytest
import typer
import yaml

from selaras.cli.app import app
from selaras.errors import ExitCode
from selaras.workspace import PROJECT

UNITS = sorted((PROJECT / "deploy" / "systemd").iterdir())
WORKFLOWS = sorted((PROJECT / ".github" / "workflows").glob("*.yml"))
CRON = PROJECT / "deploy" / "cron" / "selaras"
NOTIFY = PROJECT / "deploy" / "notify"
CALL = re.compile(r"(?:\.venv/bin/|/opt/selaras/\.venv/bin/)selaras ((?:[a-z-]+ ?)+)")


def _verbs() -> set[str]:
    """Every command, such as `sync` or `rules flips`, and the groups."""
    root = typer.main.get_command(app)
    found = set(root.commands)
    for name, group in root.commands.items():
        found |= {f"{name} {each}" for each in getattr(group, "commands", {})}
    return found


def _files() -> list[Path]:
    """Every file that calls the command."""
    return [*UNITS, *WORKFLOWS, CRON]


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd here")
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    for unit in UNITS:
        text = unit.read_text("utf-8")
        text = re.sub(r"/opt/selaras/(\.venv/bin/selaras|deploy/notify)", "/bin/true", text)
        (tmp_path / unit.name).write_text(text, "utf-8")
    for unit in UNITS:
        found = subprocess.run(
            ["systemd-analyze", "verify", tmp_path / unit.name],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        told = [line for line in found.stderr.splitlines() if "selaras" in line]
        assert (found.returncode, told) == (0, []), unit.name
    timer = next(unit for unit in UNITS if unit.suffix == ".timer").read_text("utf-8")
    (when,) = re.findall("OnCalendar=(.*)", timer)
    subprocess.run(["systemd-analyze", "calendar", when], check=True, capture_output=True)


def test_a_failure_of_the_run_starts_the_notice() -> None:
    service = (PROJECT / "deploy/systemd/selaras-sync.service").read_text("utf-8")
    (started,) = re.findall("OnFailure=(.*)", service)
    assert (PROJECT / "deploy/systemd" / started.replace("%n.service", ".service")).is_file()


def test_only_commands_that_there_are_are_called() -> None:
    verbs, called = _verbs(), []
    for file in _files():
        for words in CALL.findall(file.read_text("utf-8")):
            one, *rest = words.split()
            told = f"{one} {rest[0]}" if rest and f"{one} {rest[0]}" in verbs else one
            assert told in verbs, f"{file.name}: {words}"
            called.append(told)
    assert {"sync", "rules flips", "compile", "rules check", "rules test", "build"} <= set(called)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_has_the_shape_that_github_asks_for(path: Path) -> None:
    flow = yaml.safe_load(path.read_text("utf-8"))
    known = {"name", "on", "permissions", "concurrency", "defaults", "jobs", "env"}
    assert {"name", "on", "permissions", "jobs"} <= set(flow) <= known
    assert set(flow["on"]) <= {"push", "pull_request", "schedule", "workflow_dispatch"}
    assert "write-all" not in str(flow["permissions"])
    for each in flow["on"].get("schedule", []):
        assert re.fullmatch(r"(\S+ ){4}\S+", each["cron"])
    for job in flow["jobs"].values():
        assert set(job) <= {"runs-on", "timeout-minutes", "env", "steps", "needs", "if"}
        assert job["runs-on"] and job["timeout-minutes"] > 0
        for step in job["steps"]:
            assert ("uses" in step) != ("run" in step), step
            assert set(step) <= {
                "uses", "with", "name", "run", "env", "if", "id", "continue-on-error",
            }  # fmt: skip
            assert "${{" not in step.get("run", ""), "values reach a script by its environment"


def test_the_weekly_run_stays_on_a_machine_of_ones_own() -> None:
    flow = yaml.safe_load((PROJECT / ".github/workflows/weekly.yml").read_text("utf-8"))
    (job,) = flow["jobs"].values()
    assert "self-hosted" in job["runs-on"]
    assert not any("upload-artifact" in step.get("uses", "") for step in job["steps"])


def test_the_cron_line_is_one_and_escapes_what_cron_would_eat() -> None:
    lines = [
        line
        for line in CRON.read_text("utf-8").splitlines()
        if line and not line.startswith(("#", "SHELL="))
    ]
    (line,) = lines
    *when, user, command = line.split(maxsplit=6)
    bounds = [(0, 59), (0, 23), (1, 31), (1, 12), (0, 7)]
    for field, (least, most) in zip(when, bounds, strict=True):
        assert field == "*" or least <= int(field) <= most
    assert user == "selaras"
    assert not re.search(r"(?<!\\)%", command)
    subprocess.run(["sh", "-n", "-c", command.replace(r"\%", "%")], check=True)


@pytest.mark.parametrize("code", [*(each for each in ExitCode if each), 137])
def test_the_notice_says_what_the_exit_code_means(tmp_path: Path, code: int) -> None:
    assert NOTIFY.stat().st_mode & stat.S_IXUSR
    mail = tmp_path / "mail"
    mail.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >{shlex.quote(str(tmp_path))}/sent\ncat >>'
                    f'{shlex.quote(str(tmp_path))}/sent\n')  # fmt: skip
    mail.chmod(0o755)
    said = "a table with rows\nselaras: Checks failed: money_is_conserved.\nmore rows\n"
    subprocess.run(
        [NOTIFY, "cron", str(int(code))],
        input=said, text=True, check=True,
        env={"PATH": f"{tmp_path}:/usr/bin:/bin", "SELARAS_NOTIFY": "team@example.org"},
    )  # fmt: skip
    sent = (tmp_path / "sent").read_text("utf-8")
    assert f"(exit code {int(code)})" in sent and "team@example.org" in sent
    assert "money_is_conserved" in sent and "a table with rows" not in sent
    assert ("the run was ended" in sent) == (code not in set(ExitCode))
