"""What a page is made of: cards with a chart and the table behind it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from selaras.report.speech import Speech

Cell = str | Markup


@dataclass(frozen=True)
class Table:
    """A table of texts; the first `labels` columns are words, the others figures."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    labels: int = 1


@dataclass(frozen=True)
class Card:
    """A chart in words, as marks and as a table; `figures` are the ids of the queries it shows."""

    id: str
    title: str
    lead: str = ""
    body: Markup = Markup("")  # noqa: RUF009 (an empty text, which nobody can change)
    table: Table | None = None
    figures: tuple[str, ...] = ()
    size: str = "half"
    is_open: bool = False  # the table is the chart


@dataclass(frozen=True)
class Tile:
    """A figure at the top of a page."""

    title: str
    value: str
    note: str = ""
    change: str = ""
    course: Markup = Markup("")  # noqa: RUF009
    figure: str = ""


@dataclass(frozen=True)
class Page:
    """A page in one language; `file` is its name in the folder of that language."""

    file: str
    title: str
    lead: str
    part: str
    cards: tuple[Card, ...] = ()
    tiles: tuple[Tile, ...] = ()
    template: str = "page.html"
    facts: tuple[str, ...] = ()
    is_sheet: bool = False  # printed on one side


def empty(id: str, title: str, says: str, figure: str, speech: Speech) -> Card:
    """A card that says why there is nothing on it; `title` and `says` are keys of messages."""
    body = Markup('<p class="empty">{}</p>').format(speech(says))
    return Card(id, speech(title), "", body, figures=(figure,))


def legend(entries: Iterable[tuple[str, str]]) -> Markup:
    """The colours of a chart with what they stand for."""
    items = [
        Markup('<li><span class="swatch b-{}"></span>{}</li>').format(colour, says)
        for colour, says in entries
    ]
    return Markup('<ul class="legend">{}</ul>').format(Markup("").join(items))


def drawn_rows(
    caption: str, headings: Sequence[str], drawn: Iterable[tuple[Cell, Cell, Cell]]
) -> Markup:
    """A table whose rows are a name, a bar and a figure: the chart and its table in one."""
    body = [
        Markup('<tr><th scope="row">{}</th><td>{}</td><td>{}</td></tr>').format(*row)
        for row in drawn
    ]
    head = [
        Markup('<th scope="col">{}</th>' if heading else "<td></td>").format(heading)
        for heading in headings
    ]
    return Markup(
        '<table class="bars"><caption class="unseen">{}</caption><thead class="unseen"><tr>{}</tr>'
        "</thead><tbody>{}</tbody></table>"
    ).format(caption, Markup("").join(head), Markup("").join(body))


def link(file: str, text: str) -> Markup:
    """A link to another page of the same language."""
    return Markup('<a href="{}">{}</a>').format(file, text)
