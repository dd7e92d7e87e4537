"""The workbench in a real browser: answered in place while typing, readable by everybody."""

import os
import threading
from collections.abc import Iterator

import pytest
from browser import CHROMIUM, inaccessible, misplaced, open_browser, open_page
from waitress.server import create_server

from selaras.workbench.app import Bench, create_app
from selaras.workspace import PROJECT, Workspace

pytestmark = pytest.mark.skipif(
    CHROMIUM is None and "NEEDS_BROWSER" not in os.environ, reason="chromium is not installed"
)


@pytest.fixture
def address(built: Workspace) -> Iterator[str]:
    """Where a workbench on the real rule book listens, of which nothing is saved."""
    bench = Bench(built, PROJECT)
    server = create_server(create_app(bench), host="127.0.0.1", port=0)
    threading.Thread(target=server.run, daemon=True).start()
    yield f"http://127.0.0.1:{server.effective_port}/enter/{bench.key}"
    server.task_dispatcher.shutdown(cancel_pending=True, timeout=30)
    server.close()


def test_what_is_typed_is_answered_in_place(address: str) -> None:
    said: list[str] = []
    with open_browser() as opened:
        page = open_page(opened, address, 1300, "light", said)
        page.get_by_role("link", name="rules/blts.yml").click()
        area = page.locator("textarea")
        text = area.input_value()
        area.fill(text.replace("when: has_living_member", "when: has_living_membr"))
        mark = page.locator(".behind .error")
        mark.wait_for()
        assert mark.text_content().strip() == "when: has_living_membr"
        assert "has_living_member" in mark.get_attribute("data-told")  # what was meant
        assert misplaced(page) == []
        page.set_viewport_size({"width": 390, "height": 844})
        page.emulate_media(color_scheme="dark")
        area.fill(text.replace("{value: 4,", "{value: 3,"))
        page.locator("#at-once .red").first.wait_for()
        assert page.get_by_role("button", name="Save").is_enabled()
        assert misplaced(page) + inaccessible(page) == []
    # A second look that was given up is all that may fail.
    assert [each for each in said if not each.endswith("/second-look")] == []
