"""The sections of the page in their order, each with its charts and tables."""

from dataclasses import dataclass

import altair as alt

from selaras.linkage.report import chart_tables, charts_model, charts_pairs, charts_rows
from selaras.linkage.report.chart_tables import Table
from selaras.linkage.report.evaluation import Evaluation
from selaras.linkage.report.facts import Example, Facts
from selaras.linkage.report.page_words import count, figure, weight, words


@dataclass(frozen=True)
class Figure:
    """A chart with its table, either of which may be missing; `is_open` shows the table at once."""

    id: str
    label: str
    chart: alt.TopLevelMixin | None = None
    table: Table | None = None
    title: str = ""
    note: str = ""
    code: str = ""
    is_open: bool = False


@dataclass(frozen=True)
class Section:
    """A card of the page."""

    id: str
    title: str
    lead: str
    figures: tuple[Figure, ...]
    is_wide: bool = True


def sections(facts: Facts, evaluation: Evaluation | None) -> list[Section]:
    """All cards, from how well it works to why."""
    return [
        *(_truth(evaluation) if evaluation else ()),
        _card("weights", charts_model.weights(facts), chart_tables.levels(facts), is_wide=False),
        _card(
            "chances",
            charts_model.chances(facts),
            chart_tables.levels(facts),
            is_wide=False,
            records=count(facts.learnt_from[0]),
            people=count(facts.learnt_from[1]),
        ),
        _examples(facts),
        _distribution(facts),
        _unlinkable(facts),
        _card(
            "blocks",
            charts_pairs.blocks(facts),
            chart_tables.blocks(facts),
            is_open=True,
            largest=count(facts.largest_block),
        ),
        _card("methods", charts_rows.methods(facts), chart_tables.methods(facts), is_open=True),
    ]


def _card(
    name: str,
    chart: alt.TopLevelMixin,
    table: Table,
    is_wide: bool = True,
    is_open: bool = False,
    **values: object,
) -> Section:
    """A card with one chart."""
    title = words(f"{name}_title")
    shown = Figure(f"chart-{name}", title, chart, table, is_open=is_open)
    return Section(name, title, words(f"{name}_lead", **values), (shown,), is_wide)


def _truth(evaluation: Evaluation) -> tuple[Section, ...]:
    """How often it is right: overall, by what befell rows, and the rows that came out wrong."""
    title, overall = words("truth_title"), words("truth_overall")
    drawn = charts_rows.truth(evaluation) if charts_rows.hard(evaluation) else None
    parts = Figure("chart-truth", title, drawn, chart_tables.corruptions(evaluation))
    whole = Figure("table-truth", overall, None, chart_tables.overall(evaluation), is_open=True)
    wrong = Figure(
        "table-wrong",
        words("truth_wrong"),
        None,
        chart_tables.wrong(evaluation) if evaluation.wrong else None,
        title=words("truth_wrong"),
        note="" if evaluation.wrong else words("truth_no_wrong"),
        is_open=True,
    )
    return (
        Section("scores", overall, words("truth_overall_lead"), (whole, wrong)),
        Section(
            "truth",
            title,
            words("truth_lead", share=figure(100 * charts_rows.HARD, ".0f") + "%"),
            (parts,),
        ),
    )


def _examples(facts: Facts) -> Section:
    """Single pairs, side by side on one scale."""
    ends = [0.0, *(charts_model.weight_of(value) for value in (facts.review, facts.match))]
    for example in facts.examples:
        at = 0.0
        for step in example.steps:
            at += step.weight
            ends.append(at)
    domain = (min(ends) - 3, max(ends) * 1.3)
    figures = tuple(
        Figure(
            f"chart-{example.kind}",
            words(f"example_{example.kind}"),
            charts_model.waterfall(example, facts, domain),
            chart_tables.steps(example),
            title=words(f"example_{example.kind}"),
            note=_why(example, facts),
            code=f"{words('candidate')} {example.candidate_id}",
        )
        for example in facts.examples
    )
    lead = words("examples_lead") if figures else words("examples_none")
    return Section("examples", words("examples_title"), lead, figures)


def _why(example: Example, facts: Facts) -> str:
    """Why a pair came out as it did."""
    name = example.kind if example.has_required else "nameless"
    return words(
        f"example_{name}_why",
        weight=weight(example.weight),
        score=figure(example.score, ".4f"),
        match=figure(facts.match, ".3f"),
        lead=count(2**facts.lead),
    )


def _distribution(facts: Facts) -> Section:
    """Pairs by weight."""
    title, is_cut = words("distribution_title"), charts_pairs.highest(facts)[1]
    shown = Figure(
        "chart-distribution",
        title,
        charts_pairs.distribution(facts),
        chart_tables.distribution(facts),
        note=words("distribution_cut") if is_cut else "",
    )
    return Section("distribution", title, words("distribution_lead"), (shown,), is_wide=False)


def _unlinkable(facts: Facts) -> Section:
    """Records that say too little."""
    told = [
        words(
            "unlinkable_told",
            stage=words(f"stage_{each.stage}"),
            records=count(each.records),
            total=count(each.total),
        )
        for each in facts.unlinkables
    ]
    return _card(
        "unlinkable",
        charts_pairs.unlinkable(facts),
        chart_tables.unlinkables(facts),
        is_wide=False,
        told="; ".join(told),
    )
