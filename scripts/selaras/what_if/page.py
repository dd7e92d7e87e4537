"""What reforms would do as a page for officials, drawn as the weekly report is (ADR 0040)."""

import shutil
from contextlib import closing
from itertools import accumulate, groupby
from pathlib import Path

import duckdb
from markupsafe import Markup

from selaras.disclosure.read import Limits
from selaras.errors import ExitCode, Refusal
from selaras.folders import put, refuse_unwritable
from selaras.messages import LANGUAGES
from selaras.report.card import Card, Page, Table
from selaras.report.marks import Part, ticks_to, waterfall
from selaras.report.render import environment, report_style
from selaras.report.speech import Speech
from selaras.warehouse import Row, open_warehouse, rows
from selaras.what_if import Result
from selaras.what_if.told import lay_told
from selaras.workspace import Workspace

COLOURS = {True: "teal", False: "red"}
CITIES = "select distinct city_code, city_name from conformed.dim_region"
NOT_TOLD = "–"  # nobody, too few to be told, or hidden beside those
Told = dict[str, list[Row]]


def write_page(workspace: Workspace, result: Result, folder: Path) -> Path:
    """Write the page into a new folder, in both languages; small counts are hidden in it.

    Refusal where the folder is there already.
    """
    place = folder.resolve()
    if place.exists():
        raise Refusal(ExitCode.USAGE, "what_if.folder_there", folder=place)
    told = _read(workspace, result)
    files = {"report.css": report_style()}
    for language in LANGUAGES:
        name = "index.html" if language == LANGUAGES[0] else f"{language}/index.html"
        files[name] = _page(Speech(language), result, told)
    draft = place.with_name(f".{place.name}.writing")
    with refuse_unwritable("publish.unwritable", place, draft):
        shutil.rmtree(draft, ignore_errors=True)
        for name, text in files.items():
            (draft / name).parent.mkdir(parents=True, exist_ok=True)
            (draft / name).write_text(text, encoding="utf-8")
        return put(draft, place)


def _read(workspace: Workspace, result: Result) -> Told:
    """What may be told, by the query that says so; hidden by the limits of open data."""
    with closing(duckdb.connect(str(result.database), read_only=True)) as connection:
        told = lay_told(connection, Limits.of(workspace.project))
    with open_warehouse(workspace) as warehouse:
        return told | {"city": rows(warehouse, CITIES)}


def _page(speech: Speech, result: Result, told: Told) -> str:
    """The page in one language."""
    first, language = result.scenarios[0], speech.language
    cards = [card for scenario in result.scenarios for card in _cards(speech, scenario, told)]
    digests = {"rule_digest": str(first["base_rules"]), "content": str(first["landing"])}
    is_first = language == LANGUAGES[0]
    return (
        environment()
        .get_template("page.html")
        .render(
            page=Page(
                "index.html", speech("what_if"), speech("what_if_lead"), "what_if", tuple(cards)
            ),
            speech=speech,
            manifest=digests,
            top="" if is_first else "../",
            parts={},
            other=f"{LANGUAGES[1]}/index.html" if is_first else "../index.html",
            as_of=speech.day(first["as_of_date"]),
            is_sample=False,
        )
    )


def _cards(speech: Speech, scenario: Row, told: Told) -> list[Card]:
    """What a scenario does to each programme, as steps and by group."""
    name, title = str(scenario["scenario"]), str(scenario[f"title_{speech.language}"])
    steps = _of(told["told_step"], name)
    named = {row["city_code"]: row["city_name"] for row in told["city"]}
    found_groups = [
        row | {"grouping": named.get(row["grouping"], row["grouping"])}
        for row in _of(told["told_group"], name)
    ]
    groups = {key: list(found) for key, found in groupby(found_groups, _programme)}
    cards = []
    for programme, found in groupby(steps, _programme):
        head = f"{title} · {speech.short(programme)}"
        cards.append(_steps(speech, f"{name}-{programme}", head, list(found)))
        if programme in groups:
            cards.append(_groups(speech, f"{name}-{programme}-groups", head, groups[programme]))
    return cards or [Card(name, title, speech("what_if_few"))]


def _steps(speech: Speech, card: str, title: str, found: list[Row]) -> Card:
    """From nothing, by what each effect adds or takes, to the whole change where it is told."""
    amounts = [int(str(row["amount"])) for row in found]
    ends = list(accumulate(amounts))
    names = [speech(f"what_if_{row['effect']}") for row in found]
    spans = [
        (end - amount, end, Part(amount, COLOURS[amount > 0], _signed(speech, amount)))
        for end, amount in zip(ends, amounts, strict=True)
    ]
    unit = speech(f"what_if_{found[0]['unit']}")
    lines = [
        (name, speech.number(row["units"]), _signed(speech, amount))
        for name, row, amount in zip(names, found, amounts, strict=True)
    ]
    lead = "what_if_some_steps"
    if found[0]["is_whole"]:
        lead, whole = "what_if_steps", ends[-1]
        names.append(speech("what_if_whole"))
        spans.append((0, whole, Part(whole, "slate", _signed(speech, whole))))
        lines.append((names[-1], "", _signed(speech, whole)))
    headings = (speech("what_if_effect"), unit, speech("what_if_a_year"))
    table = Table(headings, tuple(lines))
    return Card(card, title, speech(lead), _drawn(speech, names, spans), table)


def _drawn(speech: Speech, names: list[str], spans: list[tuple[float, float, Part]]) -> Markup:
    """The steps as a waterfall with round levels above and below nothing."""
    ends = [each for start, end, _ in spans for each in (start, end)]
    above, below = ticks_to(max(*ends, 1)), ticks_to(max(*(-each for each in ends), 0))
    levels = sorted({*above, *(-each for each in below if each)})
    if max(ends) <= 0:
        levels = [each for each in levels if each <= 0]
    return waterfall(names, spans, [(each, speech.compact(each)) for each in levels])


def _groups(speech: Speech, card: str, title: str, found: list[Row]) -> Card:
    """Who gets more and who gets less, by group."""
    lines = []
    for (dimension, grouping), each in groupby(
        found, lambda row: (row["dimension"], row["grouping"])
    ):
        by = {row["direction"]: row for row in each}
        cells = [
            write(by[way][column]) if way in by else NOT_TOLD
            for way in ("more", "less")
            for column, write in (
                ("units", speech.number),
                ("amount", lambda n: _signed(speech, n)),
            )
        ]
        lines.append((speech(f"what_if_by_{dimension}"), _group(speech, grouping), *cells))
    ways = [speech(f"what_if_{way}") for way in ("more", "less")]
    a_year = speech("what_if_a_year")
    headings = (speech("what_if_by"), speech("what_if_group"), ways[0], a_year, ways[1], a_year)
    return Card(
        card,
        f"{title}: {speech('what_if_groups')}",
        table=Table(headings, tuple(lines), labels=2),
        size="wide",
        is_open=True,
    )


def _group(speech: Speech, grouping: object) -> str:
    """What a group is called."""
    if grouping in ("unknown", "true", "false", "male", "female"):
        return speech(f"what_if_is_{grouping}")
    return str(grouping)


def _signed(speech: Speech, amount: object) -> str:
    """Rupiah with their sign."""
    number = int(str(amount))
    return ("+" if number > 0 else "−" if number else "") + speech.short_rupiah(abs(number))


def _of(found: list[Row], scenario: str) -> list[Row]:
    """The rows of one scenario."""
    return [row for row in found if row["scenario"] == scenario]


def _programme(row: Row) -> str:
    """Of which programme a row is."""
    return str(row["programme_id"])
