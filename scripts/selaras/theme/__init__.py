"""How all pages and charts look; colours are custom properties, so that one chart serves
light, dark and print."""

import re
from functools import cache
from pathlib import Path

CSS = Path(__file__).with_name("theme.css")


@cache
def style() -> str:
    """The custom properties of the theme, for light and dark screens and for paper."""
    return CSS.read_text(encoding="utf-8")


def font() -> str:
    """The letters of the theme, for charts that measure their text before it is drawn."""
    return re.search("--font: (.+);", style())[1].replace('"', "'")


def colour(name: str) -> str:
    """A colour of the theme by its name, as CSS and SVG take it."""
    return f"var(--{name})"
