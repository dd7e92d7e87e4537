"""A copy of the project that changes from week to week, and its command."""

import os
import random
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from selaras.workspace import PROJECT

FOLDERS = ("rules", "models", "macros", "seeds", "docs", "scripts", "tests/data")
FILES = ("dbt_project.yml", "profiles.yml", "selectors.yml")
KEY = "Eight weeks of one small town"
REFUSED = 14  # a file of the drop was refused; all else is published


@dataclass(frozen=True)
class Change:
    """A place of the project that comes to say something else."""

    told: str
    file: str
    old: str
    new: str


RULES = (
    Change(
        "an amount from September on",
        "rules/klj.yml",
        "        review_by: 2026-12-31\n\napplies_to",
        "        review_by: 2026-12-31\n"
        "      2025-09-01: {value: 350_000, status: assumed, source: invented}\n\napplies_to",
    ),
    Change(
        "an age of today and of all days before",
        "rules/klj.yml",
        "{value: 60, status: reported",
        "{value: 62, status: reported",
    ),
)
CONTRACTS = (
    Change(
        "another heading is read",
        "models/staging/dinsos/_dinsos__sources.yml",
        "headers: [NAMA_PANTI]",
        "headers: [NAMA_PANTI, PANTI]",
    ),
    Change(
        "a smaller amount is no longer sensible",
        "models/staging/dinsos/_dinsos__sources.yml",
        "rupiah: {from: 0, to: 20_000_000}",
        "rupiah: {from: 0, to: 550_000}",
    ),
)
COMMENTS = (
    Change("a comment in a model", "models/overlap/fct_finding.sql", "with\n", "-- New.\nwith\n"),
    Change(
        "a comment in the reader of files",
        "scripts/selaras/landing/cells.py",
        "\nimport ",
        "\n# New.\nimport ",
    ),
)
CODE = (
    Change("a variable", "dbt_project.yml", "elderly_from_age: 60", "elderly_from_age: 63"),
    Change("a macro", "macros/change/role_rank.sql", "'recipient' then 1", "'manager' then 1"),
    Change(
        "a model",
        "models/outbox/followed_item.sql",
        "settles desc nulls last,\n            need asc nulls last,",
        "need asc nulls last,\n            settles desc nulls last,",
    ),
)
READER = (Change("words that mean nothing", "scripts/selaras/landing/words.yml",
                 "  - kosong\n", "  - kosong\n  - sopir\n"),)  # fmt: skip
KINDS = (RULES, CONTRACTS, COMMENTS, CODE, READER)


class Clone:
    """The copy; it stands in no git, as a project that was unpacked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        unread = shutil.ignore_patterns("__pycache__")
        for name in FOLDERS:
            shutil.copytree(PROJECT / name, folder / name, ignore=unread)
        for name in FILES:
            shutil.copy(PROJECT / name, folder / name)

    def change(self, change: Change) -> None:
        """Say something else in one place, and write what follows from it."""
        path = self.folder / change.file
        text = path.read_text(encoding="utf-8")
        assert change.old in text, f"{change.file} does not say {change.old!r}"
        path.write_text(text.replace(change.old, change.new, 1), encoding="utf-8")
        if change in RULES + CONTRACTS:
            self.run("compile")

    def run(self, *arguments: object) -> None:
        """Run a command of this copy as a person would; it may refuse a file and nothing else."""
        clean = {key: value for key, value in os.environ.items() if not key.startswith("SELARAS_")}
        clean |= {"PYTHONPATH": str(self.folder / "scripts"), "SELARAS_PSEUDONYM_KEY": KEY}
        command = [sys.executable, "-m", "selaras", *map(str, arguments)]
        ran = subprocess.run(
            command, cwd=self.folder, env=clean, capture_output=True, text=True, check=False
        )
        told = f"{' '.join(command)}: {ran.returncode}\n{(ran.stdout + ran.stderr)[-3000:]}"
        assert ran.returncode in (0, REFUSED), told


def drawn_changes(drawn: random.Random) -> list[Change]:
    """A change of each kind, in any order."""
    changes = [drawn.choice(kind) for kind in KINDS]
    drawn.shuffle(changes)
    return changes
