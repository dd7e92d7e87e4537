"""The pages of the desk in a real browser: nothing sticks out, everybody can read them."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from browser import CHROMIUM, inaccessible, misplaced, open_browser, open_page
from waitress.server import create_server

from selaras.desk.app import Setting, create_app
from selaras.desk.copied import renew_copy
from selaras.desk.users import keep_user
from selaras.workspace import Workspace

pytestmark = pytest.mark.skipif(
    CHROMIUM is None and "NEEDS_BROWSER" not in os.environ, reason="chromium is not installed"
)
PASSWORD = "benar kuda baterai staples"


@pytest.fixture
def address(built: Workspace, tmp_path: Path) -> Iterator[str]:
    """Where a desk listens on which a reviewer may sign in."""
    home = Workspace.at(tmp_path / "home")
    home.home.mkdir()
    home.database.symlink_to(built.database)
    home.landing.symlink_to(built.landing)
    keep_user(home.desk, "rini", "reviewer", PASSWORD)
    renew_copy(home)
    app = create_app(home, tmp_path / "inbox", Setting(["127.0.0.1"]))
    (tmp_path / "inbox" / "2025-10-24").mkdir(parents=True)
    server = create_server(app, host="127.0.0.1", port=0)
    threading.Thread(target=server.run, daemon=True).start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.task_dispatcher.shutdown(cancel_pending=True, timeout=30)
    server.close()


def test_every_page_fits_and_can_be_read_by_everybody(address: str, built: Workspace) -> None:
    with duckdb.connect(str(built.database), read_only=True) as connection:
        (family,) = connection.execute(
            "select min(household_id) from overlap.fct_case where status = 'open'"
        ).fetchone()
    said: list[str] = []
    with open_browser() as opened:
        page = open_page(opened, f"{address}/sign-in", 390, "light", said)
        found = misplaced(page) + inaccessible(page)
        page.fill("[name=name]", "rini")
        page.fill("[name=password]", PASSWORD)
        page.click("main button")
        found += misplaced(page) + inaccessible(page)
        page.fill("[name=who]", family)
        page.fill("[name=why]", "di loket")
        page.click("main button")
        page.wait_for_selector(".card")
        found += misplaced(page) + inaccessible(page)
        page.goto(f"{page.url}/letter")
        found += misplaced(page)
        page.emulate_media(color_scheme="dark")
        page.goto(f"{address}/review")
        found += misplaced(page) + inaccessible(page)
    # axe asks for the style sheets itself, which a page may not.
    assert (
        found == []
        and [each for each in said if ".css" not in each and "preload" not in each] == []
    )
