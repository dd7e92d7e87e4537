"""Charts of what was learnt: weights, probabilities, and single pairs step by step."""

import math

import altair as alt

from selaras.linkage.report import theme
from selaras.linkage.report.facts import Example, Facts, Level
from selaras.linkage.report.page_words import chance, signed, words

ROW = 21
LABEL = 6  # so much weight is left beside the longest bar for its label
Values = list[dict[str, object]]


def weight_of(probability: float) -> float:
    """A probability as a match weight."""
    return math.log2(probability / (1 - probability))


def weights(facts: Facts) -> alt.LayerChart:
    """A bar for every level, from what speaks against to what speaks for."""
    values = _by_level(facts.levels)
    base = alt.Chart(alt.Data(values=values)).encode(y=_level_axis(facts.levels))
    ends_at = [float(str(each[end] or 0)) for each in values for end in ("weight", "heaviest")]
    room = [min(*ends_at, 0.0) - LABEL, max(ends_at) + LABEL]
    x = alt.X("weight:Q", title=words("weight"), scale=alt.Scale(domain=room, nice=False))
    bar = base.mark_bar(height=12).encode(
        x=x,
        color=alt.condition("datum.weight < 0", alt.value(theme.RED), alt.value(theme.TEAL)),
        tooltip=_tooltip(),
    )
    spread = base.transform_filter("datum.is_of_rarity && datum.lightest != null")
    line = spread.mark_rule(color=theme.INK, strokeWidth=1.2).encode(
        x="lightest:Q", x2="heaviest:Q"
    )
    ends = [
        spread.mark_tick(color=theme.INK, height=7, thickness=1.2).encode(x=f"{end}:Q")
        for end in ("lightest", "heaviest")
    ]
    label = base.transform_calculate(
        at="datum.is_of_rarity && datum.heaviest != null ?"
        " max(datum.weight, datum.heaviest) : datum.weight"
    )
    plus = label.transform_filter("datum.weight >= 0").mark_text(align="left", dx=6)
    minus = label.transform_filter("datum.weight < 0").mark_text(align="right", dx=-6)
    told = [each.encode(x="at:Q", text="shown:N") for each in (plus, minus)]
    return _sized(alt.layer(bar, line, *ends, *told), facts.levels)


def chances(facts: Facts) -> alt.LayerChart:
    """m and u of every level on one scale, a line between them."""
    values = _by_level(facts.levels)
    base = alt.Chart(alt.Data(values=values)).encode(y=_level_axis(facts.levels))
    axis = alt.Axis(
        values=[1, 1e-3, 1e-6],
        labelExpr=f"datum.value == 1 ? '1' : '{words('one_in')}' + format(1 / datum.value, ',.0f')",
        title=None,
    )
    least = min(level.u for level in facts.levels)
    scale = alt.Scale(type="log", domain=[min(least / 2, 1e-7), 2], nice=False)
    rule = base.mark_rule(color=theme.SAND, strokeWidth=3).encode(
        x=alt.X("m:Q", scale=scale, axis=axis), x2="u:Q"
    )
    dots = (
        base.transform_fold(["m", "u"], as_=["which", "chance"])
        .transform_calculate(which=f"datum.which == 'm' ? '{words('m')}' : '{words('u')}'")
        .transform_filter("isValid(datum.chance)")
        .mark_circle(size=85, opacity=1)
        .encode(
            x=alt.X("chance:Q", scale=scale),
            color=alt.Color(
                "which:N",
                scale=alt.Scale(domain=[words("m"), words("u")], range=[theme.TEAL, theme.AMBER]),
                legend=alt.Legend(symbolType="circle"),
            ),
            tooltip=_tooltip(),
        )
    )
    return _sized(alt.layer(rule, dots), facts.levels)


def waterfall(example: Example, facts: Facts, domain: tuple[float, float]) -> alt.LayerChart:
    """One pair: where every comparison brings its weight."""
    values, at = [], 0.0
    for place, step in enumerate(example.steps):
        kind = "start" if place == 0 else "plus" if step.weight > 0 else "minus"
        values.append(
            {
                "step": f"{place}",
                "comparison": step.comparison_words,
                "level": step.level_words,
                "from": round(at, 2),
                "to": round(at + step.weight, 2),
                "end": round(max(at, at + step.weight), 2),
                "kind": kind if step.weight else "none",
                "shown": signed(step.weight),
            }
        )
        at += step.weight
    values.append(
        {"step": "sum", "comparison": words("total"), "level": "", "from": 0, "to": round(at, 2)}
        | {"end": round(max(at, 0), 2), "kind": "start", "shown": signed(at)}
    )
    names = {each["step"]: [each["comparison"], each["level"]] for each in values}
    tones = {"start": theme.SLATE, "plus": theme.TEAL, "minus": theme.RED, "none": theme.GREY}
    base = alt.Chart(alt.Data(values=values)).encode(
        y=alt.Y(
            "step:N",
            sort=None,
            title=None,
            axis=alt.Axis(
                labelExpr=f"{names}[datum.value]",
                labelLimit=170,
                labelLineHeight=14,
                minExtent=160,
                maxExtent=160,
            ),
        )
    )
    bar = base.mark_bar(height=16).encode(
        x=alt.X("from:Q", title=words("weight"), scale=alt.Scale(domain=list(domain), nice=False)),
        x2="to:Q",
        color=alt.Color(
            "kind:N",
            scale=alt.Scale(domain=list(tones), range=list(tones.values())),
            legend=None,
        ),
        tooltip=theme.tips(comparison="head_comparison", level="head_level", shown="head_weight"),
    )
    halo = base.mark_text(align="left", dx=5, stroke=theme.CARD, strokeWidth=4)
    told = base.mark_text(align="left", dx=5)
    texts = [each.encode(x="end:Q", text="shown:N") for each in (halo, told)]
    lines = [theme.threshold(weight_of(value)) for value in (facts.review, facts.match)]
    return alt.layer(*lines, bar, *texts).properties(width="container", height=38 * len(values))


def _by_level(levels: tuple[Level, ...]) -> Values:
    """Every level as a row of a chart."""
    return [
        {
            "id": f"{level.comparison}.{level.level}",
            "comparison": level.comparison_words,
            "level": level.words,
            "m": float(f"{level.m:.6g}"),
            "u": float(f"{level.u:.6g}"),
            "m_shown": chance(level.m),
            "u_shown": chance(level.u),
            "weight": round(level.weight, 2),
            "shown": signed(level.weight),
            "is_of_rarity": level.is_of_rarity,
            "lightest": level.lightest and round(level.lightest, 2),
            "heaviest": level.heaviest and round(level.heaviest, 2),
            "pairs": level.pairs,
        }
        for level in levels
    ]


def _tooltip() -> list[alt.Tooltip]:
    """What a level tells when somebody points at it."""
    return theme.tips(
        comparison="head_comparison",
        level="head_level",
        shown="head_weight",
        m_shown="head_m",
        u_shown="head_u",
        pairs="head_pairs*",
    )


def _level_axis(levels: tuple[Level, ...]) -> alt.Y:
    """The levels under the names of their comparisons, in the order of the rule book."""
    named: dict[str, str] = {}
    for level in levels:
        named[level.comparison] = level.comparison_words
        named[f"{level.comparison}.{level.level}"] = level.words
    is_head = "indexof(datum.value, '.') < 0"
    axis = alt.Axis(
        labelExpr=f"{named}[datum.value]",
        labelFontWeight=alt.condition(is_head, alt.value("bold"), alt.value("normal")),
        labelColor=alt.condition(is_head, alt.value(theme.INK), alt.value(theme.MUTED)),
        labelLimit=270,
    )
    return alt.Y("id:N", scale=alt.Scale(domain=list(named)), title=None, axis=axis)


def _sized(chart: alt.LayerChart, levels: tuple[Level, ...]) -> alt.LayerChart:
    """A chart with one row for each level and each heading."""
    rows = len(levels) + len({level.comparison for level in levels})
    return chart.properties(width="container", height=ROW * rows)
