"""Where nothing changed nothing is built; where anything did, everything is."""

import json
import shutil
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pytest

from selaras import unchanged
from selaras.history import build_again
from selaras.rules.of_then import FILES, FOLDERS
from selaras.unchanged import basis_of, is_built, note_built
from selaras.workspace import PROJECT, Workspace

DAY = date(2025, 10, 24)


def test_nothing_is_built_until_somebody_writes_to_the_warehouse(
    copied: Callable[[], Workspace], monkeypatch: pytest.MonkeyPatch
) -> None:
    home, ran = copied(), []
    assert not is_built(home, None)  # a copy is not the file that the build wrote
    note_built(home, None)
    monkeypatch.setattr(
        sys.modules[build_again.__module__], "run_dbt", lambda *told: ran.append(told)
    )
    assert build_again(home).passed == 0
    assert build_again(home, DAY).passed == 0
    assert not ran

    with duckdb.connect(str(home.database)) as warehouse:
        warehouse.execute("delete from marts.mart_trend")
    assert not is_built(home, None)


def test_whatever_a_build_rests_on_has_everything_built(
    copied: Callable[[], Workspace], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tmp_path / "project"
    for name in (*FOLDERS, "rules"):
        shutil.copytree(PROJECT / name, project / name)
    for name in FILES:
        shutil.copy(PROJECT / name, project / name)
    home = Workspace(copied().home, project)
    landing = home.home / "landing"
    shared = landing.resolve()
    landing.unlink()
    shutil.copytree(shared, landing)
    code = tmp_path / "selaras"
    shutil.copytree(PROJECT / "scripts" / "selaras", code)
    monkeypatch.setattr(unchanged, "__file__", str(code / "unchanged.py"))
    seen = {basis_of(home, DAY)}
    assert basis_of(home, None) in seen
    assert basis_of(home, date(2025, 10, 25)) not in seen

    book = landing / "ledger" / "batch_date=2025-10-17" / "files.json"
    told = json.loads(book.read_text())
    next(iter(told["files"].values()))["sha256"] = "another"
    changes = {
        landing / "accepted.json": '[{"reason": "meant"}]',
        landing / "pseudonym_key" / "key.parquet": "another",
        book: json.dumps(told),
        home.history / "as_of_date=2025-10-17" / "week.json": None,
        project / "rules" / "klj.yml": None,
        project / "models" / "eligibility" / "elig_klj.sql": None,
        project / "macros" / "open_landing.sql": None,
        project / "seeds" / "trend_measure.csv": None,
        next((project / "models" / "staging").rglob("*__sources.yml")): None,
        project / "dbt_project.yml": None,
        code / "disclosure" / "choose.py": None,
    }
    for path, text in changes.items():
        path.write_text(path.read_text("utf-8") + "\n" if text is None else text, "utf-8")
        found = basis_of(home, DAY)
        assert found not in seen, path
        seen.add(found)
