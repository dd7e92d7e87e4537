"""A copy of the rule book to break, and a warehouse over it."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from rule_warehouse import Warehouse
from typer.testing import CliRunner, Result

from selaras.cli import trial
from selaras.cli.app import app
from selaras.parsed import SHARED
from selaras.workspace import PROJECT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the rule book, of the contracts of lists and of the macros that models call."""
    for folder in ("rules", "macros", "models/staging"):
        shutil.copytree(PROJECT / folder, tmp_path / folder)
    return tmp_path


def cloned(copy: Path) -> Path:
    """Copy all of the project but its data and tests, and what dbt has read of it."""
    for folder in ("rules", "models", "macros", "seeds", "docs", "scripts"):
        shutil.copytree(
            PROJECT / folder, copy / folder, ignore=shutil.ignore_patterns("__pycache__")
        )
    for file in ("dbt_project.yml", "profiles.yml"):
        shutil.copy(PROJECT / file, copy / file)
    if SHARED.exists():
        (copy / "target").mkdir()
        shutil.copy(SHARED, copy / "target")
    return copy


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A copy of the project to run commands in."""
    return cloned(tmp_path / "clone")


@pytest.fixture(scope="module")
def module_clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same for all tests of a module."""
    return cloned(tmp_path_factory.mktemp("module") / "clone")


@pytest.fixture
def edit(project: Path) -> Callable[[str, str, str], int]:
    """Replace words in a rule file and tell the line they stood on."""

    def change(file: str, old: str, new: str) -> int:
        path = project / "rules" / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {file}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1

    return change


@pytest.fixture
def warehouse(project: Path) -> Warehouse:
    """An empty warehouse over the rule book as it is."""
    return Warehouse(project)


@pytest.fixture
def run(project: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """A way to run `selaras rules ...` on a copy of the rule book."""
    shutil.copytree(PROJECT / "models/overlap", project / "models/overlap")
    monkeypatch.setattr(trial, "PROJECT", project)
    monkeypatch.setenv("SELARAS_LANG", "en")
    return lambda *words: CliRunner().invoke(app, ["rules", *words])


@pytest.fixture
def drop(project: Path) -> Callable[[str, str], None]:
    """Take an example out of a rule file."""

    def take_out(file: str, name: str) -> None:
        path = project / "rules" / file
        text = path.read_text(encoding="utf-8")
        block = re.compile(rf"^( *)- name: {re.escape(name)}\n(?:\1 .*\n|\n(?=\1[ -]))*", re.M)
        fewer, count = block.subn("", text)
        assert count == 1, f"{name!r} is not an example of {file}"
        path.write_text(fewer, encoding="utf-8")

    return take_out


@pytest.fixture
def line_of(project: Path) -> Callable[[str, str], int]:
    """Find the line of a rule file on which some words stand first."""

    def find(file: str, words: str) -> int:
        text = (project / "rules" / file).read_text(encoding="utf-8")
        return text[: text.index(words)].count("\n") + 1

    return find
