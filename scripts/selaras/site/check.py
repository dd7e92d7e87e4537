"""`python -m selaras.site.check FOLDER`: every link of a built site leads somewhere inside it."""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

_OUTSIDE = re.compile(r"(?:url\(|@import)\s*['\"]?(?:https?:)?//", re.IGNORECASE)
LEADS = {"href", "src", "data", "srcset", "poster", "action"}


@dataclass
class Read(HTMLParser):
    """What a page links to, and which of its places can be linked to."""

    links: list[str] = field(default_factory=list)
    places: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in LEADS and value:
                self.links.append(value)
            if name == "id" and value:
                self.places.add(value)


def dead_links(site: Path) -> Iterator[str]:
    """A sentence for each link that leads to nothing, and each that leads out of the site."""
    pages = {path: _read(path) for path in site.rglob("*.html")}
    for path, page in pages.items():
        for link in page.links:
            target = urlsplit(link)
            where = f"{path.relative_to(site)}: {link}"
            if target.scheme == "data":
                continue
            if target.scheme or target.netloc:
                yield f"{where} leads out of the site"
                continue
            other = (path.parent / unquote(target.path)).resolve() if target.path else path
            if not other.is_file():
                yield f"{where} leads to nothing"
            elif target.fragment and other in pages and target.fragment not in pages[other].places:
                yield f"{where} leads to no such place"
    for path in site.rglob("*.css"):
        if _OUTSIDE.search(path.read_text(encoding="utf-8")):
            yield f"{path.relative_to(site)} loads something from outside"


def _read(path: Path) -> Read:
    """One page; what dbt writes makes its links as it runs, and is read by nobody here."""
    page = Read()
    if path.parent.name != "dbt":
        page.feed(path.read_text(encoding="utf-8"))
    return page


if __name__ == "__main__":
    found = sorted(dead_links(Path(sys.argv[1]).resolve()))
    sys.exit("\n".join(found) or 0)
