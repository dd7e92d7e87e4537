"""Any week can be built again: what it says depends on what was landed, not on when that was."""

import shutil
from datetime import date
from pathlib import Path

import duckdb
import pytest

from selaras.dbt import run_dbt
from selaras.history import behind, catch_up, keep_week
from selaras.landing import land
from selaras.sample import write_sample
from selaras.workspace import Workspace

MODELS = ["build", "--resource-type", "model"]
SEEDS = ["--resource-type", "seed"]
SCHEMAS = ("marts", "open_data", "history")
Content = dict[str, tuple]


def content(workspace: Workspace) -> Content:
    """The rows of every table that is published or kept, as a count and a digest of any order."""
    with duckdb.connect(str(workspace.database), read_only=True) as connection:
        tables = connection.execute(
            "select table_schema || '.' || table_name from information_schema.tables"
            " where list_contains(?, table_schema)",
            [list(SCHEMAS)],
        ).fetchall()
        digest = "select count(*), bit_xor(hash(each)), sum(hash(each)) from {} as each"
        return {name: connection.execute(digest.format(name)).fetchone() for (name,) in tables}


def week(workspace: Workspace, day: date) -> Content:
    """What a week says, built as `sync` builds it but for the tests."""
    catch_up(workspace, day)
    run_dbt(workspace, [*MODELS, *SEEDS], day)
    keep_week(workspace)
    return content(workspace)


def differing(one: Content, other: Content) -> list[str]:
    """The tables that do not say the same."""
    assert one.keys() == other.keys()
    return sorted(name for name in one if one[name] != other[name])


@pytest.fixture(scope="module")
def drops(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two weekly drops of a village."""
    folder = tmp_path_factory.mktemp("replay") / "drops"
    write_sample(families=100, weeks=2, seed=3, out=folder)
    return folder


def put(drops: Path, day: date, inbox: Path) -> Path:
    """Lay a drop into an inbox."""
    folder = inbox / day.isoformat()
    shutil.copytree(drops / day.isoformat(), folder)
    return folder


def corrected(folder: Path) -> None:
    """The same drop with corrections: two amounts, a name, and a row that is gone."""
    (folder / "manifest.csv").unlink()
    path = next(folder.glob("bnba_sembako_*.csv"))
    header, first, second, *others = path.read_text("utf-8").splitlines(keepends=True)
    first, second = (line.replace("200000", "400000") for line in (first, second))
    path.write_text("".join([header, first, second, *others[:-1]]), "utf-8")


def test_weeks_say_the_same_however_late_they_come_and_in_whatever_order(
    drops: Path, tmp_path: Path
) -> None:
    """The last drop comes alone, then the one before it, and with it corrections of the last."""
    late, last = (date.fromisoformat(path.name) for path in sorted(drops.glob("20*")))
    inbox, workspace = tmp_path / "inbox", Workspace.at(tmp_path / "home")
    folder = put(drops, last, inbox)
    land(inbox, workspace)
    alone = week(workspace, last)

    put(drops, late, inbox)
    corrected(folder)
    land(inbox, workspace)
    assert behind(workspace) == [late]  # and the last, which is asked for
    backwards = week(workspace, late)
    again = week(workspace, last)
    assert differing(again, alone) != []

    at_once = Workspace.at(tmp_path / "another")
    land(inbox, at_once)
    assert differing(week(at_once, late), backwards) == []
    assert differing(week(at_once, last), again) == []
