"""The page of a rule as HTML, to stand inside another page."""

from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from selaras.rules.write.pages.markdown import BREAK

LOWER = 2  # levels by which headings go down: the page stands under two of them
SHOWN_BREAK = BREAK.replace("<", "&lt;").replace(">", "&gt;")
CAUTION = "[!WARNING]"


def as_html(text: str) -> str:
    """A page of the rule book without its notice and its links, which lead nowhere from here.

    What is no Markdown in it stays words, so that no text of a rule becomes a tag.
    """
    _, _, body = text.partition("-->")
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    tokens = parser.parse(body.replace(CAUTION, ""))
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(6, int(token.tag[1:]) + LOWER)}"
        if token.children:
            token.children = _without_links(token.children)
    html = parser.renderer.render(tokens, parser.options, {})
    return str(html).replace(SHOWN_BREAK, BREAK)


def _without_links(tokens: Sequence[Token]) -> list[Token]:
    """The same words, leading nowhere."""
    return [each for each in tokens if each.type not in ("link_open", "link_close")]
