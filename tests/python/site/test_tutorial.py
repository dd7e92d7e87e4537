"""The tutorial: every command that it shows is run, and says what the page says it says."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from selaras.workspace import PROJECT, Workspace

PAGES = [PROJECT / "docs/tutorial.md", PROJECT / "docs/id/tutorial.md"]
STEP = re.compile(
    r"(?:In `(?P<file>[\w/.]+)`, below `(?P<line>[^`]+)`, add:\n\n)?"
    r"^```(?P<kind>\w*)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
BUILDS = ["make run\n"]  # what the fixtures stand for: environment, sample, published figures


def copy_of_the_project(folder: Path, built: Workspace, inbox: Path) -> dict[str, str]:
    """A clone as the tutorial has it after `make run`; the environment for its commands."""
    files = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=PROJECT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    for name in filter(None, files.split("\0")):
        if (PROJECT / name).is_file() and not name.startswith(("data/", "tests/", "benchmarks/")):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(PROJECT / name, folder / name)
    (folder / "sample").symlink_to(inbox)
    (folder / "warehouse").mkdir(exist_ok=True)
    (folder / "warehouse/selaras.duckdb").symlink_to(built.database)
    command = folder / ".venv/bin/selaras"
    command.parent.mkdir(parents=True)
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m selaras "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    who = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org"}
    who |= {"GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org"}
    clean = {key: value for key, value in os.environ.items() if not key.startswith("SELARAS_")}
    environment = clean | who | {"PYTHONPATH": str(folder / "scripts"), "COLUMNS": "200"}
    for arguments in (["init", "--quiet"], ["add", "--all"], ["commit", "--quiet", "-m", "clone"]):
        subprocess.run(["git", *arguments], cwd=folder, env=environment, check=True)
    return environment


def test_the_tutorial_does_what_it_says(tmp_path: Path, built: Workspace, inbox: Path) -> None:
    environment = copy_of_the_project(tmp_path, built, inbox)
    said, compared = "", 0
    for step in STEP.finditer(PAGES[0].read_text(encoding="utf-8")):
        kind, text = step["kind"], step["text"]
        if kind == "yaml":
            path = tmp_path / step["file"]
            before = path.read_text(encoding="utf-8")
            (line,) = [each for each in before.splitlines() if each.endswith(step["line"])]
            path.write_text(before.replace(f"{line}\n", f"{line}\n{text}", 1), encoding="utf-8")
        elif kind == "sh":
            ran = subprocess.run(
                ["bash", "-e", "-c", text],
                cwd=tmp_path,
                env=environment,
                capture_output=True,
                text=True,
            )
            said = " ".join((ran.stdout + ran.stderr).split())
            assert ran.returncode == 0, said
        elif kind == "text":
            for line in text.splitlines():
                assert " ".join(line.split()) in said, line
                compared += 1
        else:
            assert text in BUILDS
    assert compared > 10


def test_both_languages_show_the_same_commands() -> None:
    english, indonesian = (
        [(each["kind"], each["text"]) for each in STEP.finditer(path.read_text(encoding="utf-8"))]
        for path in PAGES
    )
    assert english == indonesian
