"""A run builds what changed since the last one, and what it holds is what a full build holds."""

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pytest

from selaras import unchanged
from selaras.completeness import refuse_incomplete
from selaras.history import build_again
from selaras.rules.of_then import FILES, FOLDERS
from selaras.unchanged import basis_of, build_changed
from selaras.workspace import PROJECT, Workspace

DAY = date(2025, 10, 24)
OTHER = "Lines with a number that can be used"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project that a test may change."""
    for name in (*FOLDERS, "rules"):
        shutil.copytree(PROJECT / name, tmp_path / "project" / name)
    for name in FILES:
        shutil.copy(PROJECT / name, tmp_path / "project" / name)
    return tmp_path / "project"


def content(workspace: Workspace) -> dict[str, list]:
    """Every table but the marks of the build, as a digest of its rows."""
    with duckdb.connect(str(workspace.database), read_only=True) as warehouse:
        tables = warehouse.execute(
            "select table_schema || '.' || table_name from information_schema.tables"
            " where table_type = 'BASE TABLE'"
            " and table_name != 'complete_build'"
        ).fetchall()
        digest = "select count(*), md5(string_agg(md5(it::varchar), '' order by md5(it::varchar)))"
        return {
            name: warehouse.execute(f"{digest} from {name} as it").fetchall() for (name,) in tables
        }


def test_only_what_a_change_reaches_is_built(
    built: Workspace, copied: Callable[[], Workspace], project: Path
) -> None:
    home = copied()
    assert build_changed(home, None) is None  # a copy is not what the build wrote
    for name in ("built.json", home.database.name):
        shutil.copy2(built.home / name, home.home / name)
    before = content(home)
    assert set(build_again(home).counts.values()) == {0}
    refuse_incomplete(home)
    assert content(home) == before

    seed = project / "seeds" / "trend_measure.csv"
    seed.write_text(seed.read_text().replace("Rows with a usable number", OTHER))
    changed = Workspace(home.home, project)
    assert 0 < build_again(changed).passed < 60
    refuse_incomplete(changed)
    after = content(changed)
    others = {name for name in before if after[name] != before[name]}
    assert others == {"reference.trend_measure", "marts.mart_trend"}
    with duckdb.connect(str(changed.database), read_only=True) as warehouse:
        told = warehouse.execute("from marts.mart_trend").fetchall()
    assert OTHER in {cell for row in told for cell in row}


def test_anything_that_no_query_tells_has_everything_built(
    copied: Callable[[], Workspace],
    project: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    home = Workspace(copied().home, project)
    landing = home.home / "landing"
    shared = landing.resolve()
    landing.unlink()
    shutil.copytree(shared, landing)
    seen = {basis_of(home, DAY)}
    assert basis_of(home, None) in seen

    def is_another() -> bool:
        found = basis_of(home, DAY)
        is_new = found not in seen
        seen.add(found)
        return is_new

    assert basis_of(home, date(2025, 10, 25)) not in seen
    (landing / "accepted.json").write_text('[{"reason": "meant"}]')
    assert is_another()
    (landing / "pseudonym_key" / "key.parquet").write_bytes(b"another")
    assert is_another()
    book = landing / "ledger" / "batch_date=2025-10-17" / "files.json"
    book.write_text(json.dumps(json.loads(book.read_text()) | {"files": {"a": {"sha256": "b"}}}))
    assert is_another()
    week = next(home.history.glob("as_of_date=2025-10-17")) / "week.json"
    week.write_text(week.read_text() + " ")
    assert is_another()
    contract = next((project / "models" / "staging").rglob("*__sources.yml"))
    contract.write_text(contract.read_text() + "\n# another\n")
    assert is_another()
    macro = project / "macros" / "open_landing.sql"
    macro.write_text(macro.read_text() + "\n")
    assert is_another()
    code = tmp_path / "selaras"
    shutil.copytree(PROJECT / "scripts" / "selaras", code)
    (code / "disclosure" / "choose.py").write_text("another")
    monkeypatch.setattr(unchanged, "__file__", str(code / "unchanged.py"))
    assert is_another()
