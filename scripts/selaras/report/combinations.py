"""Which programmes reach the same families: combinations, and pairs."""

from itertools import groupby

from markupsafe import Markup

from selaras.report import marks
from selaras.report.card import Card, Table, legend
from selaras.report.read import Published
from selaras.report.speech import Speech
from selaras.warehouse import Row


def upset(published: Published, speech: Speech) -> Card:
    """A row for each combination: a dot under each of its programmes, then how many families."""
    found = published.figures["combination"].rows
    named = [row for row in found if row["programmes"]]
    order = _order(named)
    most = max((int(str(row["family_count"])) for row in named), default=0)
    head = Markup("").join(
        Markup('<th scope="col" class="turned"><span>{}</span></th>').format(speech.short(each))
        for each in order
    )
    body = Markup("").join(_combination(row, order, most, speech) for row in named)
    rest = Markup("").join(
        Markup('<tr><th scope="row" class="rest" colspan="{}">{}</th><td>{}</td></tr>').format(
            len(order),
            speech("other_combinations", count=speech.number(row["combination_count"])),
            speech.number(row["family_count"]),
        )
        for row in found
        if not row["programmes"]
    )
    drawn = Markup(
        '<div class="scroll" tabindex="0" role="group" aria-label="{0}"><table class="upset">'
        '<caption class="unseen">{0}</caption><thead><tr>{1}<th scope="col">{2}</th></tr></thead>'
        "<tbody>{3}{4}</tbody></table></div>"
    ).format(speech("fig_combination"), head, speech("families"), body, rest)
    rows = tuple(
        (
            ", ".join(speech.short(each) for each in _programmes(row)) or speech("others"),
            speech.number(row["family_count"]),
        )
        for row in found
    )
    shown = legend(
        (
            ("amber", speech("both_levels")),
            ("slate", speech("one_level")),
            ("grey", speech("alone")),
        )
    )
    table = Table((speech("combination"), speech("families")), rows)
    return Card(
        "combination",
        speech("fig_combination"),
        speech("lead_combination"),
        shown + drawn,
        table,
        ("combination",),
    )


def _combination(row: Row, order: list[str], most: int, speech: Speech) -> Markup:
    """One combination as a row of the table."""
    programmes = _programmes(row)
    tone = "amber" if row["is_cross_level"] else "slate" if len(programmes) > 1 else "grey"
    places = [order.index(each) for each in programmes]
    cells = []
    for at, each in enumerate(order):
        if at in places:
            names = ["dot", "on", f"c-{tone}"]
            names += ["from"] if at > min(places) else []
            names += ["to"] if at < max(places) else []
            cell = Markup('<td class="{}"><span class="unseen">{}</span></td>')
            cells.append(cell.format(" ".join(names), speech.short(each)))
        elif min(places) < at < max(places):
            cells.append(Markup('<td class="dot from to c-{}"></td>').format(tone))
        else:
            cells.append(Markup('<td class="dot"></td>'))
    count = int(str(row["family_count"]))
    return Markup('<tr>{}<td class="count">{}<span>{}</span></td></tr>').format(
        Markup("").join(cells),
        marks.bar([marks.Part(count, tone)], most),
        speech.number(count),
    )


def _programmes(row: Row) -> list[str]:
    """The programmes of a combination."""
    return [each.strip() for each in str(row["programmes"] or "").split(",") if each.strip()]


def _order(found: list[Row]) -> list[str]:
    """Programmes by how many families the shown combinations have in them, most first."""
    sizes: dict[str, int] = {}
    for row in found:
        for each in _programmes(row):
            sizes[each] = sizes.get(each, 0) + int(str(row["family_count"]))
    return sorted(sizes, key=lambda each: (-sizes[each], each))


def matrix(published: Published, speech: Speech) -> Card:
    """What share of a programme's families is in another one too; darker is more."""
    found = published.figures["overlap"].rows
    lines, plain = [], []
    for programme, group in groupby(found, key=lambda row: row["programme_id"]):
        cells = list(group)
        drawn = [_share(cell, speech) for cell in cells]
        name = speech.short(str(programme))
        lines.append(
            Markup('<tr><th scope="row">{}</th>{}</tr>').format(name, Markup("").join(drawn))
        )
        plain.append((name, *(speech.percent(cell["family_share"]) for cell in cells)))
    names = [speech.short(name) for name in dict.fromkeys(str(r["programme_id"]) for r in found)]
    head = Markup("").join(
        Markup('<th scope="col" class="turned"><span>{}</span></th>').format(name) for name in names
    )
    drawn_table = Markup(
        '<div class="scroll" tabindex="0" role="group" aria-label="{0}"><table class="matrix">'
        '<caption class="unseen">{0}</caption><thead><tr><td></td>{1}</tr></thead>'
        '<tbody>{2}</tbody></table></div><p class="note">{3}</p>'
    ).format(speech("fig_overlap"), head, Markup("").join(lines), speech("hidden_note"))
    return Card(
        "overlap",
        speech("fig_overlap"),
        speech("lead_overlap"),
        drawn_table,
        Table((speech("programme"), *names), tuple(plain)),
        ("overlap",),
    )


def _share(cell: Row, speech: Speech) -> Markup:
    """One pair: its share on a tone, its families where both sides are one programme."""
    if cell["family_count"] is None:
        return Markup('<td class="hidden"><abbr title="{}">–</abbr></td>').format(speech("hidden"))
    if cell["programme_id"] == cell["other_programme_id"]:
        return Markup('<td class="self">{}</td>').format(speech.number(cell["family_count"]))
    share = float(str(cell["family_share"]))
    return Markup('<td class="q{}">{}</td>').format(tone(share, 0.7), speech.whole(share))


def tone(share: float, most: float) -> int:
    """Which of the seven tones a share has, the last one from `most` on."""
    return min(6, int(7 * share / most)) if most else 0
