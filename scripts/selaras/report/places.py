"""The province as tiles: every kecamatan the same size, roughly where it lies."""

from functools import cache
from pathlib import Path

from markupsafe import Markup

from selaras.plain_yaml import plain_yaml
from selaras.report.card import Card, Table, link
from selaras.report.combinations import tone
from selaras.report.read import Published
from selaras.report.speech import Speech
from selaras.warehouse import Row

TILES = Path(__file__).with_name("tiles.yml")


@cache
def tiles() -> dict[str, tuple[int, int]]:
    """The row and the column of each kecamatan, by its code."""
    told = plain_yaml(TILES.read_text(encoding="utf-8"))
    return {str(code): (row, column) for code, (row, column) in told.items()}


def tile_map(published: Published, speech: Speech, is_open: bool = False) -> Card:
    """The share of families in several programmes, a tile for each kecamatan; where `tiles.yml`
    places none of them, the table is all there is.
    """
    found = published.figures["district"].rows
    shares = [float(str(row["several_programme_share"])) for row in found if row["is_shown"]]
    low, most = min(shares, default=0), max(shares, default=0)
    drawn = [_tile(row, low, most, speech) for row in found if row["district_code"] in tiles()]
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
    shown = Markup('<ul class="tiles-map">{}</ul><p class="scale">{} {} {}</p>').format(
        Markup("").join(drawn), speech.whole(low), scale, speech.whole(most)
    )
    return Card(
        "map",
        speech("fig_district"),
        speech("lead_district" if drawn else "lead_district_table"),
        shown if drawn else Markup(""),
        Table(tuple(speech(each) for each in headings), rows, 2),
        ("district",),
        "wide" if is_open else "half",
        is_open or not drawn,
    )


def _tile(row: Row, low: float, most: float, speech: Speech) -> Markup:
    """One kecamatan, its tone between the lowest and the highest share."""
    down, across = tiles()[str(row["district_code"])]
    share, name = float(str(row["several_programme_share"] or 0)), str(row["district_name"])
    shown = speech.whole(share) if row["is_shown"] else "–"
    says = f"{name}: {shown if row['is_shown'] else speech('hidden')}"
    hue = f"q{tone(share - low, most - low)}" if row["is_shown"] else "hidden"
    return Markup(
        '<li class="tile r{} k{} {}"><a href="district-{}.html" aria-label="{}" title="{}">'
        '<span class="name">{}</span><span class="brief">{}</span>'
        '<span class="figure">{}</span></a></li>'
    ).format(down, across, hue, row["district_code"], says, says, name, brief(name), shown)


def brief(name: str) -> str:
    """A name for the tile of a telephone: `Padang Lama` is `P. Lama`, `Sumberejo` `Sumber`."""
    first, _, rest = name.partition(" ")
    return f"{first[0]}. {rest.split()[-1][:5]}" if rest else first[:6]
