"""A missing list is carried forward, marked with its age, and in the end stops a publication."""

import json
from collections.abc import Callable
from datetime import date

import duckdb
import pytest

from selaras.dbt import run_dbt
from selaras.errors import Refusal
from selaras.validate import validate
from selaras.workspace import Workspace

DAY = date(2025, 12, 24)  # two months after the last drop
LATE = "update ops.as_of set as_of_date = '2025-12-24'"
CHECK = "no_list_is_too_old"


@pytest.fixture(scope="module")
def ages(built: Workspace) -> dict[str, tuple]:
    """Every list with its age, and how old it may be, after the second drop of two."""
    with duckdb.connect(str(built.database), read_only=True) as connection:
        rows = connection.execute(
            "select source || '.' || table_name, age_days, stale_after_days, too_old_after_days"
            " from ops.source_age"
        ).fetchall()
    return {name: rest for name, *rest in rows}


def test_what_came_is_fresh_and_nothing_is_too_old(built: Workspace, ages: dict) -> None:
    came = {age for age, *_ in ages.values()} - {None}  # an answer never came
    assert came == {0}
    (check,) = [each for each in validate(built) if each.name == CHECK]
    assert check.passed


def test_dbt_and_validate_say_the_same_of_every_list(
    copied: Callable[[], Workspace], ages: dict, with_json: None
) -> None:
    workspace = copied()
    late = (DAY - date(2025, 10, 24)).days
    came = {name: most for name, (age, _, most) in ages.items() if age is not None}
    too_old = {name for name, most in came.items() if late > most}
    assert too_old and too_old != set(came)
    with duckdb.connect(str(workspace.database)) as connection:
        connection.execute(LATE)
    (check,) = [each for each in validate(workspace) if each.name == CHECK]
    assert check.count == len(too_old)
    assert {each.subject for each in check.violations} <= too_old
    assert all(each.observed == f"{late} days" for each in check.violations)

    with pytest.raises(Refusal):
        run_dbt(workspace, ["source", "freshness"], DAY)
    told = json.loads((workspace.target / "sources.json").read_text("utf-8"))["results"]
    status = {".".join(each["unique_id"].split(".")[2:]): each["status"] for each in told}
    assert {name for name, each in status.items() if each == "error"} == too_old
    assert {name for name, each in status.items() if each == "warn"} == set(came) - too_old
