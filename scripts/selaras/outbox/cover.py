"""The page that is printed and laid on top: what was sent, in rows and rupiah."""

from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from selaras.outbox.items import Share
from selaras.outbox.layout import both

TEMPLATE = "cover.html"


def cover_page(share: Share, day: date, files: list[str]) -> str:
    """The page as HTML that prints on one sheet of A4, in both languages."""
    place = FileSystemLoader(Path(__file__).parent)
    page = Environment(loader=place, autoescape=True, undefined=StrictUndefined)
    page.filters["number"] = lambda value: f"{value:,}".replace(",", ".")
    return page.get_template(TEMPLATE).render(
        share=share,
        day=day.isoformat(),
        files=files,
        kinds=[
            (each, both(f"kind_{each.kind}"), both(f"about_{each.kind}")) for each in share.counts
        ],
        text={name: both(f"cover_{name}") for name in TEXTS},
    )


TEXTS = (
    *("title", "to", "day", "kind", "rows", "rupiah", "total", "files", "answer", "secret"),
    *("received", "name", "signature"),
)
