"""The page itself: figures, sections and their charts in one file that needs no network."""

import json
from dataclasses import dataclass
from pathlib import Path

import altair as alt
import vl_convert
from jinja2 import Environment, FileSystemLoader

from selaras.linkage.report import theme
from selaras.linkage.report.evaluation import Evaluation
from selaras.linkage.report.facts import Facts
from selaras.linkage.report.page_words import count, percent, words
from selaras.linkage.report.sections import Section, sections
from selaras.messages import language
from selaras.theme import style

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Tile:
    """A figure at the top of the page."""

    label: str
    value: str
    note: str
    tone: str = "ink"


def page(facts: Facts, evaluation: Evaluation | None) -> str:
    """The page as text, in the language in use."""
    found = sections(facts, evaluation)
    stale = facts.built_with != facts.digest
    environment = Environment(
        loader=FileSystemLoader(HERE), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals["words"] = words
    return environment.get_template("page.html").render(
        language=language(),
        facts=facts,
        has_truth=evaluation is not None,
        stale=words("stale", built=facts.built_with, now=facts.digest) if stale else "",
        tiles=tiles(facts, evaluation),
        sections=found,
        style=style() + (HERE / "page.css").read_text(encoding="utf-8"),
        charts=_safe({key: _spec(chart) for key, chart in _charts(found).items()}),
        options=_safe(
            {
                "actions": False,
                "renderer": "svg",
                "config": theme.CONFIG,
                "formatLocale": theme.number_locale(),
            }
        ),
        bundle=vl_convert.javascript_bundle(),
    )


def tiles(facts: Facts, evaluation: Evaluation | None) -> list[Tile]:
    """The figures that tell most."""
    attached, rows = facts.attached_records, sum(int(str(row["rows"])) for row in facts.methods)
    stages = {stage: count(attached.get(stage, 0)) for stage in theme.STAGES}
    unmatched = facts.matched("unmatched")
    share = percent(unmatched / rows if rows else None)
    found = [
        _tile("records", count(facts.records)),
        Tile(
            words("kpi_attached"),
            count(sum(attached.values())),
            words("kpi_stages", **stages),
            "teal",
        ),
        _tile("queued", count(facts.queued_records), "amber", pairs=count(facts.pairs("queued"))),
        _tile("unmatched", count(unmatched), "red", share=share, rows=count(rows)),
    ]
    if evaluation:
        overall, lists = evaluation.overall, evaluation.lists
        wrong = count(overall.wrong_rows)
        alone = percent(lists.recall_by_number)
        found.append(_tile("precision", percent(overall.precision), "teal", wrong=wrong))
        found.append(_tile("recall", percent(lists.recall), "teal", alone=alone))
    return found


def _tile(name: str, value: str, tone: str = "ink", **values: object) -> Tile:
    """A figure with its words."""
    return Tile(words(f"kpi_{name}"), value, words(f"kpi_{name}_note", **values), tone)


def _charts(found: list[Section]) -> dict[str, alt.TopLevelMixin]:
    """Every chart by the id of its place on the page."""
    return {
        figure.id: figure.chart
        for section in found
        for figure in section.figures
        if figure.chart is not None
    }


def _spec(chart: alt.TopLevelMixin) -> dict[str, object]:
    """A chart for Vega-Lite, without the settings that all share."""
    spec = chart.to_dict()
    spec.pop("config", None)
    return spec


def _safe(value: object) -> str:
    """JSON that may stand in a script."""
    return json.dumps(value, ensure_ascii=False, default=float).replace("</", "<\\/")
