"""Odd homes, odd files and odd values end in sentences, and nothing steers the terminal."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from selaras.cli.safe import made_safe, shown
from selaras.errors import ExitCode
from selaras.workspace import PROJECT

Run = Callable[..., subprocess.CompletedProcess[str]]
SAMPLE = PROJECT / "data" / "sample"


@pytest.mark.parametrize("name", ["[bold] st*r", "it's a hash#x in c{d}e", "q?x", "b\\s"])
def test_a_home_with_an_odd_name_is_used_or_refused_in_a_sentence(
    selaras: Run, tmp_path: Path, name: str
) -> None:
    drop = tmp_path / name / "inbox" / "2025-10-24"
    drop.mkdir(parents=True)
    source = next(SAMPLE.glob("2025-10-24/blts*.csv"))
    (drop / source.name).write_bytes(source.read_bytes())
    home = tmp_path / name / "home"
    found = selaras("land", "--inbox", drop.parent, "--home", home)
    assert "Traceback" not in found.stderr
    if set(name) & set("?\\"):
        assert found.returncode == ExitCode.INPUT_REFUSED
        assert name in found.stderr
        return
    assert found.returncode == 0, found.stderr
    again = selaras("land", "--inbox", drop.parent, "--home", home)
    assert "No new drop" in again.stdout
    assert selaras("verify", "--home", home).returncode == 0


def test_a_home_that_is_a_file_is_one_sentence(selaras: Run, tmp_path: Path) -> None:
    (tmp_path / "home").write_text("in the way")
    for verb in ("build", "publish", "verify"):
        found = selaras(verb, "--home", tmp_path / "home")
        assert found.returncode == ExitCode.INPUT_REFUSED
        assert len(found.stderr.strip().splitlines()) == 1


def test_a_home_without_a_name_is_not_the_folder_one_stands_in(selaras: Run) -> None:
    found = selaras("runs", "--home", "")
    assert found.returncode == ExitCode.USAGE
    assert "--home" in found.stderr


def test_a_file_that_is_no_warehouse_is_one_sentence(selaras: Run, tmp_path: Path) -> None:
    (tmp_path / "selaras.duckdb").write_text("hello, this is no database at all " * 200)
    for verb in ("validate", "publish"):
        found = selaras(verb, "--home", tmp_path)
        assert found.returncode == ExitCode.INPUT_REFUSED
        assert "no warehouse" in found.stderr
        assert len(found.stderr.strip().splitlines()) == 1


def test_brackets_and_escapes_in_names_of_files_are_shown_as_they_are(
    selaras: Run, tmp_path: Path
) -> None:
    drop = tmp_path / "inbox" / "2025-10-24"
    drop.mkdir(parents=True)
    (drop / "[bold red]x[blink].csv").write_text("x")
    (drop / "\x1b[31mred.csv").write_text("x")
    found = selaras("land", "--inbox", drop.parent, "--home", tmp_path / "home")
    assert "[bold red]x[blink].csv" in found.stdout
    assert "\x1b" not in found.stdout + found.stderr


def test_values_are_made_safe_wherever_they_stand() -> None:
    row = {"objection_id": "[red]1[/]\x1b[2J", "n": 3, "more": [("\x07", None)]}
    assert made_safe(row) == {
        "objection_id": "\\[red]1\\[/]\ufffd\\[2J".replace("\\[2J", "[2J"),
        "n": 3,
        "more": [("\ufffd", None)],
    }
    assert shown("a\u202eb") == "a\ufffdb"
