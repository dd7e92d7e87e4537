"""What a change of the rules does to the verdicts on the sample."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from selaras.cli import flipped
from selaras.flips import Flip, flips
from selaras.rules.compiler import write_rules
from selaras.workspace import PROJECT

COPIED = ("data/sample/landing", "macros", "models", "rules", "seeds", "tests/data")


def _git(project: Path, *arguments: str) -> None:
    """Run git as somebody who signs nothing."""
    who = ["-c", "user.name=a", "-c", "user.email=a@b", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(project), *who, *arguments], capture_output=True, check=True)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project as a repository of one commit."""
    copy = tmp_path.resolve() / "project"
    for name in COPIED:
        shutil.copytree(PROJECT / name, copy / name)
    for name in ("dbt_project.yml", "profiles.yml"):
        shutil.copy(PROJECT / name, copy / name)
    _git(copy, "init", "--quiet")
    _git(copy, "add", "rules")
    _git(copy, "commit", "--quiet", "--message", "state")
    return copy


def test_who_gains_and_who_loses_by_a_change_is_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rule = project / "rules" / "klj.yml"
    text = rule.read_text("utf-8")
    older = re.sub(r"value: 60\b", "value: 70", text)
    assert older != text
    rule.write_text(older.split("\nexamples:")[0] + "\n", "utf-8")
    write_rules(project)
    found = flips("HEAD", project)
    assert found
    assert {flip.programme_id for flip in found} == {"klj"}
    assert {flip.effect for flip in found} <= {"loses", "turns"}
    (lost, *_) = [flip for flip in found if flip.effect == "loses"]
    assert (lost.verdict_before, lost.amount_before > 0) == ("eligible", True)
    assert lost.amount_now == 0
    flipped.show([], found, "HEAD", as_json=False)
    told = capsys.readouterr().out
    loses = sum(flip.effect == "loses" for flip in found)
    assert f"| klj | 0 | {loses} |" in told


@pytest.mark.parametrize(
    ("before", "now", "amounts", "effect"),
    [
        ("ineligible", "eligible", (0, 300_000), "gains"),
        ("undetermined", "eligible", (0, 300_000), "gains"),
        ("eligible", "ineligible", (300_000, 0), "loses"),
        ("eligible", "undetermined", (300_000, 0), "loses"),
        ("eligible", "eligible", (300_000, 600_000), "gains"),
        ("eligible", "eligible", (600_000, 300_000), "loses"),
        ("undetermined", "ineligible", (0, 0), "turns"),
        (None, "ineligible", (0, 0), "turns"),
        (None, "eligible", (0, 300_000), "gains"),
    ],
)
def test_an_effect_is_what_a_person_would_call_it(
    before: str | None, now: str | None, amounts: tuple[int, int], effect: str
) -> None:
    assert Flip("klj", "person", "p1", before, now, *amounts, None).effect == effect
