"""A past week can be judged by the rules as they were at a git commit."""

import shutil
from pathlib import Path

import pytest
from test_diff import git

from selaras.errors import Refusal
from selaras.rules.compiler import check_rules, write_rules
from selaras.rules.of_then import project_at
from selaras.workspace import PROJECT

AMOUNT = "klj,monthly_amount,rupiah per month,2023-01-01,,{},"
SEED = "seeds/generated/parameter.csv"


@pytest.fixture
def repository(clone: Path) -> Path:
    """A copy of the project with its rules committed."""
    shutil.copytree(PROJECT / "tests" / "data", clone / "tests" / "data")
    git(clone, "init", "--quiet")
    git(clone, "add", "rules")
    git(clone, "commit", "--quiet", "--message", "rules")
    return clone


def test_a_copy_has_the_rules_of_then_and_the_project_those_of_now(repository: Path) -> None:
    rule = repository / "rules" / "klj.yml"
    rule.write_text(rule.read_text("utf-8").replace("value: 300_000", "value: 310_000"), "utf-8")
    write_rules(repository)
    with project_at(repository, "HEAD") as copy:
        assert AMOUNT.format(300000) in (copy / SEED).read_text("utf-8")
        check_rules(copy)
        assert (copy / "dbt_project.yml").is_file()
    assert not copy.exists()
    assert AMOUNT.format(310000) in (repository / SEED).read_text("utf-8")


def test_rules_that_lack_a_programme_of_a_list_of_today_are_refused(repository: Path) -> None:
    git(repository, "rm", "--quiet", "rules/kaj.yml")
    git(repository, "commit", "--quiet", "--message", "before")
    with pytest.raises(Refusal, match="kaj"), project_at(repository, "HEAD"):
        pass


def test_rules_from_before_entitlements_let_nobody_see_anything(repository: Path) -> None:
    git(repository, "rm", "--quiet", "--cached", "rules/entitlements.yml")
    git(repository, "commit", "--quiet", "--message", "before")
    granted = "seeds/generated/entitlement.csv"
    with project_at(repository, "HEAD") as copy:
        assert len((copy / granted).read_text("utf-8").splitlines()) == 1
    assert len((repository / granted).read_text("utf-8").splitlines()) > 1


def test_a_ref_that_git_does_not_know_is_a_sentence(repository: Path) -> None:
    with pytest.raises(Refusal, match="git knows no 'no_such_ref'"):
        project_at(repository, "no_such_ref").__enter__()
