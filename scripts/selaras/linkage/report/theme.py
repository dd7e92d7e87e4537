"""How the charts look, by the theme that all pages share, and how they write numbers."""

import altair as alt

from selaras.linkage.report.page_words import words
from selaras.messages import language
from selaras.theme import colour, font

TEAL, SAGE, AMBER, RED = (colour(name) for name in ("teal", "sage", "amber", "red"))
SLATE, BLUE, GREY, SAND = (colour(name) for name in ("slate", "blue", "grey", "sand"))
INK, MUTED, LINE, CARD = (colour(name) for name in ("ink", "muted", "line", "card"))
FONT = font()
OUTCOMES = {"attached": TEAL, "queued": AMBER, "settled": SLATE, "below": SAND}
METHODS = {"repaired": SAGE, "scored": TEAL, "decided": BLUE, "unmatched": RED}
STAGES = {"list": TEAL, "member": BLUE, "family": AMBER}

CONFIG: dict[str, object] = {
    "font": FONT,
    "background": "transparent",
    "view": {"stroke": None},
    "axis": {
        "labelColor": MUTED,
        "labelFontSize": 12,
        "titleColor": MUTED,
        "titleFontSize": 12,
        "titleFontWeight": "normal",
        "titlePadding": 10,
        "gridColor": LINE,
        "domain": False,
        "ticks": False,
        "labelPadding": 8,
        "labelLimit": 320,
    },
    "legend": {
        "orient": "top",
        "title": None,
        "labelColor": MUTED,
        "labelFontSize": 12,
        "symbolType": "square",
        "symbolSize": 110,
        "offset": 14,
        "columnPadding": 18,
        "rowPadding": 6,
    },
    "text": {"fontSize": 11.5, "color": INK, "font": FONT},
    "bar": {"cornerRadiusEnd": 2},
}
INDONESIAN = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["Rp", ""]}
ENGLISH = {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["Rp", ""]}


def number_locale() -> dict[str, object]:
    """How charts write numbers in the language in use."""
    return INDONESIAN if language() == "id" else ENGLISH


def colours(palette: dict[str, str], named: dict[str, str]) -> alt.Scale:
    """A scale of names in the language in use; `named` gives the name of each key."""
    return alt.Scale(domain=[named[key] for key in palette], range=list(palette.values()))


def tips(**fields: str) -> list[alt.Tooltip]:
    """What a mark tells when somebody points at it: its fields, with their headings."""
    return [
        alt.Tooltip(f"{field}:{'Q' if name.endswith('*') else 'N'}", title=words(name.strip("*")))
        for field, name in fields.items()
    ]


def threshold(at: float, label: str = "", align: str = "left") -> alt.LayerChart:
    """A dashed line at a weight, with its name above it, to the left or to the right."""
    data = alt.Data(values=[{"weight": round(at, 3), "label": label}])
    line = alt.Chart(data).mark_rule(strokeDash=[4, 3], color=INK, opacity=0.75)
    name = alt.Chart(data).mark_text(
        align=align, dx=5 if align == "left" else -5, y=-14, baseline="top", color=INK, fontSize=11
    )
    return alt.layer(line.encode(x="weight:Q"), name.encode(x="weight:Q", text="label:N"))
