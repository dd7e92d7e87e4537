"""One headless Chromium, and what it finds wrong with a page."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
QUIET = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
# What sticks out of the window, and what is cut off in a box that hides the rest.
MISPLACED = """() => {
    const found = [], wide = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > wide) found.push('wider than its window');
    const scrolls = (e) => e.closest('.scroll, .unseen, .skip, .paper');
    for (const e of document.querySelectorAll('body *')) {
        const box = e.getBoundingClientRect();
        if (!box.width || scrolls(e) || !e.checkVisibility()) continue;
        const name = e.tagName + ' ' + (e.textContent || '').trim().slice(0, 40);
        if (box.right > wide + 1 || box.left < -1) found.push('outside: ' + name);
        if (e instanceof SVGTextElement) {
            const card = e.closest('.card').getBoundingClientRect();
            if (box.right > card.right || box.left < card.left) found.push('cut: ' + name);
        } else if (getComputedStyle(e).overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 1
            && e instanceof HTMLElement) found.push('cut: ' + name);
    }
    return found;
}"""


@contextmanager
def open_browser() -> Iterator[Browser]:
    """The browser, which the caller opens pages in."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        try:
            yield opened
        finally:
            opened.close()


def open_page(opened: Browser, address: str, width: int, scheme: str, said: list[str]) -> Page:
    """A page; `said` hears what the console, failed requests and the page complain of, and what is
    asked of another place than the one that the page comes from."""
    origin = "/".join(address.split("/")[:3])
    page = opened.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.on("console", lambda message: said.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: said.append(f"error: {error}"))
    page.on("requestfailed", lambda request: said.append(f"failed: {request.url}"))
    page.on("request", lambda r: None if r.url.startswith(origin) else said.append(f"out: {r.url}"))
    page.goto(address)
    return page


def misplaced(page: Page) -> list[str]:
    """What does not fit where it stands."""
    return page.evaluate(MISPLACED)


def inaccessible(page: Page) -> list[str]:
    """What axe-core finds, of any severity."""
    found = Axe().run(page).response["violations"]
    return [
        f"{each['impact']} {each['id']}: {node['html'][:120]} {node['failureSummary'][:160]}"
        for each in found
        for node in each["nodes"]
    ]
