"""Charts of pairs and records: by weight, those that say too little, and blocks."""

import altair as alt

from selaras.linkage.report import theme
from selaras.linkage.report.charts_model import weight_of
from selaras.linkage.report.facts import Facts
from selaras.linkage.report.gather import WIDTH
from selaras.linkage.report.page_words import percent, words
from selaras.linkage.report.unlinkable import LEAST, MOST

TALL = 300
CUT = 6  # a hill so many times as high as the others is cut off


def highest(facts: Facts) -> tuple[int, bool]:
    """How high the chart of weights has to be, and whether that cuts bars off."""
    by_weight: dict[str, dict[object, int]] = {"below": {}, "other": {}}
    for row in facts.weights:
        kind = by_weight["below" if row["outcome"] == "below" else "other"]
        kind[row["weight"]] = kind.get(row["weight"], 0) + int(str(row["pairs"]))
    below, other = (max(each.values(), default=0) for each in by_weight.values())
    is_cut = 0 < other * CUT < below
    return (2 * other if is_cut else max(below + other, 1)), is_cut


def distribution(facts: Facts) -> alt.LayerChart:
    """Pairs by weight and what became of them, with the thresholds."""
    named = {key: words(f"outcome_{key}") for key in theme.OUTCOMES}
    order = list(theme.OUTCOMES)
    values = [
        {
            "from": row["weight"],
            "to": int(str(row["weight"])) + WIDTH,
            "outcome": named[str(row["outcome"])],
            "order": order.index(str(row["outcome"])),
            "pairs": row["pairs"],
        }
        for row in facts.weights
    ]
    top, is_cut = highest(facts)
    scale = alt.Scale(domain=[0, top], nice=False) if is_cut else alt.Undefined
    bars = (
        alt.Chart(alt.Data(values=values))
        .mark_bar(clip=True, binSpacing=1, cornerRadiusEnd=0)
        .encode(
            x=alt.X("from:Q", title=words("weight"), bin="binned"),
            x2="to:Q",
            y=alt.Y("pairs:Q", title=words("pairs"), scale=scale, axis=alt.Axis(tickCount=5)),
            color=alt.Color(
                "outcome:N",
                scale=theme.colours(theme.OUTCOMES, named),
                legend=alt.Legend(offset=28, columns=2),
            ),
            order="order:Q",
            tooltip=theme.tips(
                outcome="head_outcome", **{"from": "head_weight*"}, pairs="head_pairs*"
            ),
        )
    )
    lines = thresholds(facts)
    return alt.layer(bars, *lines).properties(width="container", height=TALL)


def thresholds(facts: Facts) -> list[alt.LayerChart]:
    """Both thresholds, named."""
    return [
        theme.threshold(weight_of(facts.review), words("review_line"), align="right"),
        theme.threshold(weight_of(facts.match), words("match_line")),
    ]


def unlinkable(facts: Facts) -> alt.LayerChart:
    """The share of records of every stage that stays under a weight, beside themselves."""
    named = {key: words(f"stage_{key}") for key in theme.STAGES}
    values = [
        {
            "stage": named[each.stage],
            "weight": point["weight"],
            "share": round(int(str(point["records"])) / max(each.total, 1), 4),
            "shown": percent(int(str(point["records"])) / max(each.total, 1)),
        }
        for each in facts.unlinkables
        for point in each.curve
    ]
    lines = (
        alt.Chart(alt.Data(values=values))
        .mark_line(strokeWidth=2.5, interpolate="step-before")
        .encode(
            x=alt.X(
                "weight:Q",
                title=words("weight"),
                scale=alt.Scale(domain=[LEAST, MOST - 1], nice=False),
            ),
            y=alt.Y(
                "share:Q",
                title=words("unlinkable_y"),
                axis=alt.Axis(format="%", tickCount=5),
                scale=alt.Scale(domain=[0, 1]),
            ),
            color=alt.Color(
                "stage:N",
                scale=theme.colours(theme.STAGES, named),
                legend=alt.Legend(symbolType="stroke", symbolStrokeWidth=3, offset=28),
            ),
            tooltip=theme.tips(stage="head_stage", weight="head_weight*", shown="head_share"),
        )
    )
    return alt.layer(lines, *thresholds(facts)[1:]).properties(width="container", height=TALL)


def blocks(facts: Facts) -> alt.Chart:
    """Pairs by blocking rule and stage."""
    named = {key: words(f"stage_{key}") for key in theme.STAGES}
    values = [
        {
            "rule": str(row["blocking_rule"]).replace("_", " "),
            "stage": named[str(row["linkage_stage"])],
            "pairs": row["pairs"],
        }
        for row in facts.blocks
    ]
    return (
        alt.Chart(alt.Data(values=values))
        .mark_bar(height=14, cornerRadiusEnd=0)
        .encode(
            y=alt.Y("rule:N", sort="-x", title=None),
            x=alt.X("pairs:Q", title=words("pairs"), axis=alt.Axis(tickCount=5)),
            color=alt.Color("stage:N", scale=theme.colours(theme.STAGES, named)),
            tooltip=theme.tips(rule="head_rule", stage="head_stage", pairs="head_pairs*"),
        )
        .properties(width="container", height=28 * len({each["rule"] for each in values}))
    )
