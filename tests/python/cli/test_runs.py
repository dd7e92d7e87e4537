"""Every run leaves in the home what it took, and the next one foretells from it what is left."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from selaras.errors import ExitCode, Refusal
from selaras.progress import time_left
from selaras.runs import expected_seconds, metered, past_runs, recorded
from selaras.workspace import Workspace


@pytest.fixture
def home(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path)


def test_a_run_leaves_what_it_and_its_steps_took(home: Workspace) -> None:
    with recorded(home, "sync") as run:
        with metered("cli.landing") as step:
            step.rows = 7
            filled = bytearray(80 << 20)
            assert sum(range(2_000_000)) and len(filled)
        run.exit_code = int(ExitCode.INPUT_REFUSED)
    (found,) = past_runs(home)
    assert (found.command, found.outcome, found.exit_code) == ("sync", "done", 14)
    (step,) = found.steps
    assert (step.step, step.rows) == ("cli.landing", 7)
    assert 0 < step.cpu_seconds <= found.cpu_seconds + 0.01
    assert found.peak_mib >= step.peak_mib > 80


@pytest.mark.parametrize(
    ("error", "outcome", "code"),
    [
        (Refusal(ExitCode.VALIDATION_FAILED, "validate.failed", checks="x"), "validate.failed", 13),
        (KeyboardInterrupt(), "KeyboardInterrupt", None),
    ],
)
def test_a_run_that_failed_is_listed_too(
    home: Workspace, error: BaseException, outcome: str, code: int | None
) -> None:
    with pytest.raises(type(error)), recorded(home, "sync"), metered("run.building"):
        raise error
    (found,) = past_runs(home)
    assert (found.outcome, found.exit_code) == (outcome, code)
    assert [step.step for step in found.steps] == ["run.building"]


def test_a_run_that_was_killed_has_no_end_and_half_a_line_is_left_out(home: Workspace) -> None:
    with recorded(home, "land"):
        (begun,) = past_runs(home)
        assert begun.outcome == "not_ended"
    path = home.home / "runs.jsonl"
    begin, _end = path.read_text().splitlines()
    path.write_text(begin + "\n" + begin[:30])
    assert [run.outcome for run in past_runs(home)] == ["not_ended"]


def test_what_is_left_follows_from_the_last_run_that_was_done(home: Workspace) -> None:
    assert expected_seconds("run.building") is None
    for seconds, outcome in ((9.0, "done"), (30.0, "done"), (2.0, "run.dbt_failed")):
        with recorded(home, "sync") as run, metered("run.building"):
            pass
        path = home.home / "runs.jsonl"
        *before, last = path.read_text().splitlines()
        told = json.loads(last) | {"outcome": outcome}
        told["steps"][0]["seconds"] = seconds
        path.write_text("\n".join([*before, json.dumps(told), ""]))
    assert run.outcome == "done"
    with recorded(home, "sync"):
        assert expected_seconds("run.building") == 30.0
        assert expected_seconds("validate.checking") is None
    assert time_left(130.0, 5.2) == "about 2:05 left"
    assert time_left(30.0, 31.0) == "longer than last time (30 s)"
    assert time_left(None, 3.0) == ""


def test_runs_are_listed_as_a_table_and_for_machines(
    selaras: Callable, copied: Callable[[], Workspace]
) -> None:
    home = copied().home
    assert "No run is recorded" in selaras("runs", "--home", home).stdout
    assert selaras("validate", "--home", home).returncode == 0
    refused = selaras("land", "--inbox", home / "nowhere", "--home", home)
    assert refused.returncode == ExitCode.INPUT_REFUSED
    found = json.loads(selaras("runs", "--json", "--home", home).stdout)
    assert [(run["command"], run["outcome"]) for run in found] == [
        ("validate", "done"),
        ("land", "landing.no_inbox"),
    ]
    assert [step["step"] for step in found[0]["steps"]] == ["validate.checking"]
    listed = selaras("runs", "--home", home, COLUMNS="160").stdout
    assert "validate" in listed and "landing.no_inbox" in listed
    listed = selaras("runs", "--home", home, "--lang", "id", COLUMNS="160").stdout
    assert "selesai" in listed and "detik prosesor" in listed
