"""What is older than it may be goes, what a kept week rests on stays, and nothing comes back."""

from datetime import date
from pathlib import Path

import pytest
from landing_desk import PKD, PKD_HEADER, Desk, pkd_row

from selaras.errors import Refusal
from selaras.privacy.retention import retain
from selaras.workspace import Workspace

WEEKS = ("2025-09-26", "2025-10-03", "2025-10-10", "2025-10-17", "2025-10-24")


@pytest.fixture
def landed(desk: Desk) -> Desk:
    """Five weeks of one list that a row is added to each week, with history and publications."""
    for number, day in enumerate(WEEKS, start=1):
        rows = [pkd_row(each) for each in range(1, 30 + number)]
        desk.put(PKD, "\n".join([PKD_HEADER, *rows, ""]), day)
    desk.land()
    for day in WEEKS:
        for folder in (f"history/as_of_date={day}", f"publish/{day}-0123abcd"):
            (desk.workspace.home / folder).mkdir(parents=True)
    current = desk.workspace.publish / "current"
    current.symlink_to(f"{WEEKS[0]}-0123abcd", target_is_directory=True)
    return desk


def test_old_drops_and_publications_are_gone_from_everywhere(landed: Desk) -> None:
    home = landed.workspace.home
    done = retain(landed.workspace, weeks=1)
    assert done.before == date(2025, 10, 17)
    assert done.drops == [date(2025, 9, 26)]
    # Two drops before the limit: the list in force just before it, and what that is compared with.
    assert done.needed == [date(2025, 10, 3), date(2025, 10, 10)]
    assert done.publications == [f"{day}-0123abcd" for day in WEEKS[1:3]]
    assert done.left == []
    assert not [path for path in home.rglob("*2025-09-26*") if _is_data(path)]
    assert (landed.workspace.publish / "current").resolve().is_dir()
    assert sorted(path.name for path in home.glob("history/*"))[0].endswith("2025-10-03")


def test_what_was_deleted_does_not_land_again(landed: Desk) -> None:
    retain(landed.workspace, weeks=1)
    landed.land()
    assert retain(landed.workspace, weeks=1).drops == []
    assert not list(landed.workspace.landing.glob("ledger/batch_date=2025-09-26"))


def test_nothing_is_deleted_where_nothing_landed(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="nothing was deleted"):
        retain(Workspace.at(tmp_path), weeks=4)


def _is_data(path: Path) -> bool:
    """Not the note that the drop is gone, nor the publication that `current` leads to."""
    return path.parent.name not in ("withdrawn", "publish")
