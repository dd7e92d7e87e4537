"""Jakarta as tiles: every kecamatan the same size, roughly where it lies."""

from functools import cache
from pathlib import Path

from markupsafe import Markup

from selaras.plain_yaml import plain_yaml
from selaras.report.card import Card, Table, link
from selaras.report.combinations import tone
from selaras.report.read import Published
from selaras.report.speech import Speech

TILES = Path(__file__).with_name("tiles.yml")


@cache
def tiles() -> dict[str, tuple[int, int]]:
    """The row and the column of each kecamatan, by its code."""
    told = plain_yaml(TILES.read_text(encoding="utf-8"))
    return {str(code): (row, column) for code, (row, column) in told.items()}


def tile_map(published: Published, speech: Speech, is_open: bool = False) -> Card:
    """The share of families in several programmes, a tile for each kecamatan."""
    found = published.figures["district"].rows
    shares = [float(str(r["several_programme_share"])) for r in found if r["is_shown"]]
    most = max(shares, default=0)
    drawn = []
    for row in found:
        at, across = tiles().get(str(row["district_code"]), (0, 0))
        if not at:
            continue
        name = str(row["district_name"])
        shown = "–" if not row["is_shown"] else speech.whole(row["several_programme_share"])
        says = shown if row["is_shown"] else speech("hidden")
        hue = (
            f"q{tone(float(str(row['several_programme_share'])), most)}" if row["is_shown"] else ""
        )
        drawn.append(
            Markup(
                '<li class="tile r{} k{} {}"><a href="district-{}.html" aria-label="{}: {}"'
                ' title="{}: {}"><span class="name">{}</span>'
                '<span class="figure">{}</span></a></li>'
            ).format(
                at,
                across,
                hue or "hidden",
                row["district_code"],
                name,
                says,
                name,
                says,
                name,
                shown,
            )
        )
    rows = tuple(
        (
            link(f"district-{row['district_code']}.html", str(row["district_name"])),
            str(row["city_name"]),
            speech.number(row["family_count"]),
            speech.number(row["recipient_family_count"]),
            speech.number(row["several_programme_family_count"]),
            speech.percent(row["several_programme_share"]),
        )
        for row in found
    )
    headings = ("kecamatan", "city", "families", "recipients", "several_programmes", "share")
    scale = Markup("").join(Markup('<span class="q{}"></span>').format(at) for at in range(7))
    return Card(
        "map",
        speech("fig_district"),
        speech("lead_district"),
        Markup('<ul class="tiles-map">{}</ul><p class="scale">0% {} {}</p>').format(
            Markup("").join(drawn), scale, speech.whole(most)
        ),
        Table(tuple(speech(each) for each in headings), rows, 2),
        ("district",),
        "wide" if is_open else "half",
        is_open,
    )
