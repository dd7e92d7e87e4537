"""Pages as text: every page in both languages, the figures behind them as CSV, the style."""

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from selaras.messages import LANGUAGES
from selaras.report.agencies import agency_pages
from selaras.report.card import Page
from selaras.report.districts import district_pages
from selaras.report.findings import findings_page
from selaras.report.overview import overview
from selaras.report.programmes import programme_pages
from selaras.report.quality import quality_page
from selaras.report.read import Figure, Published
from selaras.report.rulebook import rules_page
from selaras.report.speech import Speech
from selaras.theme import style

HERE = Path(__file__).parent
PARTS = {
    "overview": "index.html",
    "programmes": "programmes.html",
    "agencies": "agencies.html",
    "districts": "districts.html",
    "findings": "findings.html",
    "quality": "quality.html",
    "rules": "rules.html",
    "guide": "how.html",
}


def render(published: Published, manifest: dict[str, object]) -> dict[str, str]:
    """Every file of the report by its path inside the folder."""
    templates, files = environment(), {"report.css": report_style()}
    files |= {f"data/{each.id}.csv": _csv(each) for each in published.figures.values()}
    for language in LANGUAGES:
        speech = Speech(language)
        top = "" if language == LANGUAGES[0] else "../"
        for page in pages(published, speech):
            files[_place(language, page.file)] = templates.get_template(page.template).render(
                page=page,
                speech=speech,
                published=published,
                manifest=manifest,
                top=top,
                parts=PARTS,
                other=_other(language, page.file),
                as_of=speech.iso_day(str(manifest["as_of_date"])),
                is_sample=manifest["pseudonym_key"] != "kept secret",
            )
    return files


def environment() -> Environment:
    """Where the templates of pages are, and how strictly they are filled in."""
    return Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


def report_style() -> str:
    """The style sheet of all pages."""
    return style() + (HERE / "report.css").read_text(encoding="utf-8")


def pages(published: Published, speech: Speech) -> Iterable[Page]:
    """All pages of one language."""
    yield overview(published, speech)
    yield from programme_pages(published, speech)
    yield from agency_pages(published, speech)
    yield from district_pages(published, speech)
    yield findings_page(published, speech)
    yield quality_page(published, speech)
    yield rules_page(published, speech)
    yield Page(
        "how.html", speech("title_guide"), speech("lead_guide"), "guide", template="how.html"
    )


def _place(language: str, file: str) -> str:
    """Where a page lies: Indonesian at the top, the other language in a folder."""
    return file if language == LANGUAGES[0] else f"{language}/{file}"


def _other(language: str, file: str) -> str:
    """The same page in the other language, as a link from this one."""
    return f"{LANGUAGES[1]}/{file}" if language == LANGUAGES[0] else f"../{file}"


def _csv(figure: Figure) -> str:
    """The rows of a figure for spreadsheets; what is hidden or not known is empty."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(figure.columns)
    writer.writerows(row.values() for row in figure.rows)
    return text.getvalue()
