"""Every kind of page in a real browser: nothing sticks out or is cut, nothing complains, and
axe-core finds no issue of any severity."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import CHROMIUM, inaccessible, misplaced, open_browser, open_page
from playwright.sync_api import Browser

from selaras.workspace import Workspace

pytestmark = pytest.mark.skipif(
    CHROMIUM is None and "NEEDS_BROWSER" not in os.environ, reason="chromium is not installed"
)
# A page of every kind, widths and schemes in turn: telephone, tablet, desk, wall.
VIEWS = (
    ("index.html", 390, "light"),
    ("index.html", 1300, "dark"),
    ("programme-kjp_plus.html", 390, "dark"),
    ("en/agency-dinsos_dki.html", 768, "light"),
    ("en/districts.html", 1900, "light"),
    ("findings.html", 1300, "light"),
    ("how.html", 1900, "dark"),
)


@pytest.fixture(scope="module")
def opened() -> Iterator[Browser]:
    with open_browser() as found:
        yield found


@pytest.mark.parametrize(("name", "width", "scheme"), VIEWS)
def test_a_page_fits_complains_of_nothing_and_can_be_read_by_everybody(
    built: Workspace, opened: Browser, name: str, width: int, scheme: str
) -> None:
    said: list[str] = []
    path = built.publish / "current" / "report" / name
    page = open_page(opened, path.as_uri(), width, scheme, said)
    assert misplaced(page) + said + inaccessible(page) == []
    page.close()


def test_the_checks_see_what_is_wrong(built: Workspace, opened: Browser, tmp_path: Path) -> None:
    folder = tmp_path / "report"
    shutil.copytree(built.publish / "current" / "report", folder)
    path, said = folder / "index.html", []
    text = path.read_text(encoding="utf-8")
    wrong = '<div class="card"><svg class="wrong" width="900" height="20"><text x="1" y="9">'
    wrong += (
        "a label that is far too long for its place" * 3 + "</text></svg></div><img src='no.png'>"
    )
    path.write_text(text.replace('<div class="cards">', wrong + '<div class="cards">'), "utf-8")
    page = open_page(opened, path.as_uri(), 390, "light", said)
    assert any("cut: text" in each for each in misplaced(page))
    assert any("no.png" in each for each in said)
    assert any("image-alt" in each for each in inaccessible(page))
    page.close()


def test_a_sheet_of_a_kecamatan_prints_on_one_side(built: Workspace, opened: Browser) -> None:
    folder = built.publish / "current" / "report"
    page = open_page(opened, (folder / "district-317306.html").as_uri(), 1300, "light", [])
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 1
    page.close()


@pytest.mark.parametrize("width", [390, 768, 1300, 1900])
def test_the_longest_figure_of_a_tile_is_not_cut(
    built: Workspace, opened: Browser, width: int
) -> None:
    path = built.publish / "current" / "report" / "en" / "index.html"
    page = open_page(opened, path.as_uri(), width, "light", [])
    figures = page.locator(".tiles .figure")
    figures.evaluate_all("found => found.forEach(e => e.textContent = 'Rp 888.88 million')")
    assert figures.count() > 4
    cut = "found => found.filter(e => e.scrollWidth > e.clientWidth).length"
    assert figures.evaluate_all(cut) == 0
    page.close()


def test_the_matrix_of_programmes_fits_its_card(built: Workspace, opened: Browser) -> None:
    path = built.publish / "current" / "report" / "index.html"
    page = open_page(opened, path.as_uri(), 1285, "light", [])
    box = page.locator(".scroll:has(> .matrix)")
    assert box.evaluate("e => e.scrollWidth <= e.clientWidth")
    page.close()
