"""Every look at a person is written down before it is shown, and nothing is taken out unnoticed."""

import json
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from selaras.errors import ExitCode, Refusal
from selaras.privacy.access import book, looks, note
from selaras.workspace import Workspace


def test_a_look_says_who_when_whom_and_why_and_is_for_its_owner_only(tmp_path: Path) -> None:
    workspace = Workspace.at(tmp_path)
    note(workspace, "p_1", "pkh", " an objection ")
    note(workspace, None, None, None)
    (first, second), broken = looks(workspace)
    assert (first.whom, first.programme, first.why) == ("p_1", "pkh", "an objection")
    assert first.who and first.at.endswith("+00:00")
    assert (second.whom, second.why, broken) == ("nobody in a register", None, None)
    assert book(workspace).stat().st_mode & 0o777 == 0o600
    assert book(workspace).parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("harm", ["taken out", "changed", "torn"])
def test_a_line_that_was_harmed_is_noticed(tmp_path: Path, harm: str) -> None:
    workspace = Workspace.at(tmp_path)
    for whom in ("p_1", "p_2", "p_3"):
        note(workspace, whom, None, None)
    lines = book(workspace).read_text().splitlines(keepends=True)
    if harm == "taken out":
        del lines[1]
    elif harm == "changed":
        lines[1] = lines[1].replace("p_2", "p_9")
    else:
        lines[1] = lines[1][:20] + "\n"
    book(workspace).write_text("".join(lines))
    assert looks(workspace)[1] is not None


def test_nothing_is_shown_where_it_cannot_be_written_down(tmp_path: Path) -> None:
    (tmp_path / "access").write_text("not a folder")
    with pytest.raises(Refusal) as refused:
        note(Workspace.at(tmp_path), "p_1", None, None)
    assert refused.value.exit_code == ExitCode.INPUT_REFUSED


def test_explain_is_logged_under_a_pseudonym(
    selaras: Callable, copied: Callable[[], Workspace]
) -> None:
    workspace = copied()
    with duckdb.connect(str(workspace.database), read_only=True) as connection:
        nik, person_id = connection.execute(
            "select nik, person_id from conformed.dim_person where nik is not null order by 1"
        ).fetchone()
    found = selaras("explain", nik, "--why", "objection", "--home", workspace.home)
    assert found.returncode == 0
    assert nik not in book(workspace).read_text()
    told = json.loads(selaras("access", "report", "--json", "--home", workspace.home).stdout)
    assert [(look["whom"], look["why"]) for look in told["looks"]] == [(person_id, "objection")]
