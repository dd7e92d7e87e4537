"""The kecamatan: a map of them, and one sheet for each."""

from collections.abc import Iterator
from itertools import groupby

from markupsafe import Markup

from selaras.report import marks, places
from selaras.report.card import Card, Cell, Page, Table, Tile, drawn_rows, legend
from selaras.report.combinations import tone
from selaras.report.read import Published
from selaras.report.speech import Speech
from selaras.warehouse import Row

DECILES = (*range(1, 11), None)
LEVELS = {"central": "teal", "province": "blue"}


def district_pages(published: Published, speech: Speech) -> Iterator[Page]:
    """The map of the province, then a sheet for each kecamatan."""
    title, lead = speech("title_districts"), speech("lead_districts")
    province = places.tile_map(published, speech, is_open=True)
    yield Page("districts.html", title, lead, "districts", (province,))
    for row in published.figures["district"].rows:
        yield _district(row, published, speech)


def _district(row: Row, published: Published, speech: Speech) -> Page:
    """The sheet of one kecamatan."""
    code = str(row["district_code"])

    def found(figure: str) -> list[Row]:
        return [each for each in published.figures[figure].rows if each["district_code"] == code]

    tiles = (
        Tile(speech("families"), speech.number(row["family_count"]), figure="district"),
        Tile(speech("recipients"), speech.number(row["recipient_family_count"]), figure="district"),
        Tile(
            speech("several_programmes"),
            speech.number(row["several_programme_family_count"]),
            figure="district",
        ),
        Tile(
            speech("several_share"),
            speech.percent(row["several_programme_share"]),
            figure="district",
        ),
    )
    return Page(
        f"district-{code}.html",
        speech("title_district", name=row["district_name"]),
        str(row["city_name"]),
        "districts",
        (
            _programmes(found("district_programme"), speech),
            _deciles(found("district_decile"), speech),
            _kelurahan(found("kelurahan"), speech),
        ),
        tiles,
        is_sheet=True,
    )


def _programmes(found: list[Row], speech: Speech) -> Card:
    """How many families each programme reaches."""
    most = max((float(str(row["family_count"] or 0)) for row in found), default=0)
    drawn = [
        (
            speech.of(row, "title"),
            marks.bar(
                [marks.Part(float(str(row["family_count"] or 0)), LEVELS[str(row["level"])])], most
            ),
            speech.number(row["family_count"]),
        )
        for row in found
    ]
    rows = tuple(
        (speech.of(row, "title"), speech.number(row["family_count"]), _amount(row, speech))
        for row in found
    )
    title = speech("fig_district_programme")
    headings = (speech("programme"), speech("families"), speech("monthly_amount"))
    shown = legend((LEVELS[level], speech(f"level_{level}")) for level in LEVELS)
    bars = drawn_rows(title, (headings[0], "", headings[1]), drawn)
    lead = speech("lead_district_programme")
    return Card(
        "programmes", title, lead, shown + bars, Table(headings, rows), ("district_programme",)
    )


def _amount(row: Row, speech: Speech) -> str:
    """Rupiah per month: hidden, or not told by the list."""
    if row["is_suppressed"] or row["monthly_amount"] is not None:
        return speech.rupiah(row["monthly_amount"])
    return speech("unknown")


def _deciles(found: list[Row], speech: Speech) -> Card:
    """Families by programme and decile, darker for more."""
    most = max((float(str(row["family_count"] or 0)) for row in found), default=0)
    lines, rows, names = [], [], [str(decile or "?") for decile in DECILES]
    for programme, group in groupby(found, key=lambda row: row["programme_id"]):
        told = {cell["national_decile"]: cell["family_count"] for cell in group}
        counts = [told.get(decile) for decile in DECILES]
        short = speech.short(str(programme))
        drawn = Markup("").join(_cell(count, most, speech) for count in counts)
        lines.append(Markup('<tr><th scope="row">{}</th>{}</tr>').format(short, drawn))
        rows.append((short, *(speech.number(count) for count in counts)))
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(name) for name in names)
    title = speech("fig_district_decile")
    body = Markup(
        '<div class="scroll" tabindex="0" role="group" aria-label="{0}"><table class="matrix">'
        '<caption class="unseen">{0}</caption><thead><tr><td></td>{1}</tr></thead>'
        "<tbody>{2}</tbody></table></div>"
    ).format(title, head, Markup("").join(lines))
    table = Table((speech("programme"), *names), tuple(rows))
    return Card("deciles", title, speech("lead_district_decile"), body, table, ("district_decile",))


def _cell(told: object, most: float, speech: Speech) -> Markup:
    """One programme and decile; a cell that open data does not have is hidden as well."""
    if told is None:
        return Markup('<td class="hidden"><abbr title="{}">–</abbr></td>').format(speech("hidden"))
    count = int(str(told))
    return Markup('<td class="q{}">{}</td>').format(tone(count, most), speech.number(count))


def _kelurahan(found: list[Row], speech: Speech) -> Card:
    """Families by kelurahan and programme."""
    rows: list[tuple[Cell, ...]] = []
    names: list[str] = []
    for _, group in groupby(found, key=lambda row: row["region_code"]):
        cells = list(group)
        names = [speech.short(str(cell["programme_id"])) for cell in cells]
        rows.append(
            (
                str(cells[0]["region_name"]),
                *(speech.at_most(cell["family_count"]) for cell in cells),
            )
        )
    return Card(
        "kelurahan",
        speech("fig_kelurahan"),
        speech("lead_kelurahan"),
        table=Table((speech("kelurahan"), *names), tuple(rows)),
        figures=("kelurahan",),
        size="wide",
        is_open=True,
    )
