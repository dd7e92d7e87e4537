"""Charts of rows: how each table was matched, and how often rightly."""

import altair as alt

from selaras.linkage.report import theme
from selaras.linkage.report.evaluation import Evaluation, Score
from selaras.linkage.report.facts import Facts
from selaras.linkage.report.page_words import fault, percent, words

HARD = 0.03  # drawn is what hides more than this share from numbers


def methods(facts: Facts) -> alt.Chart:
    """The share of rows of every table that an exact number did not match."""
    named = {key: words(f"method_{key}") for key in theme.METHODS}
    values = [
        {
            "table": row["name"],
            "method": named[method],
            "order": list(theme.METHODS).index(method),
            "share": round(int(str(row[method])) / max(int(str(row["rows"])), 1), 5),
            "shown": percent(int(str(row[method])) / max(int(str(row["rows"])), 1)),
            "rows": row[method],
        }
        for row in facts.methods
        for method in theme.METHODS
    ]
    return (
        alt.Chart(alt.Data(values=values))
        .mark_bar(height=14, cornerRadiusEnd=0)
        .encode(
            y=alt.Y("table:N", sort=None, title=None),
            x=alt.X("share:Q", title=words("methods_x"), axis=alt.Axis(format=".0%", tickCount=6)),
            color=alt.Color("method:N", scale=theme.colours(theme.METHODS, named)),
            order="order:Q",
            tooltip=theme.tips(
                table="head_table",
                method="head_match_method",
                rows="head_rows*",
                shown="head_share",
            ),
        )
        .properties(width="container", height=26 * len(facts.methods))
    )


def hard(evaluation: Evaluation) -> list[Score]:
    """What befell rows of which a number alone does not find nearly all."""
    return [
        each
        for each in evaluation.by_corruption
        if each.recall_by_number is not None and 1 - each.recall_by_number > HARD
    ]


def truth(evaluation: Evaluation) -> alt.LayerChart:
    """Recall by what befell a row: by number alone, then with scores."""
    before, after = words("by_number"), words("with_score")
    values = [
        {
            "corruption": fault(each.name),
            "before": round(each.recall_by_number or 0, 4),
            "after": round(each.recall or 0, 4),
            "shown": percent(each.recall),
            "shown_before": percent(each.recall_by_number),
            "rows": each.rows,
        }
        for each in hard(evaluation)
    ]
    base = alt.Chart(alt.Data(values=values)).encode(y=alt.Y("corruption:N", sort=None, title=None))
    scale = alt.Scale(domain=[0, 1.06], nice=False)
    x = alt.X(
        "before:Q",
        title=words("recall"),
        scale=scale,
        axis=alt.Axis(format="%", values=[0, 0.25, 0.5, 0.75, 1]),
    )
    rule = base.mark_rule(color=theme.SAND, strokeWidth=4).encode(x=x, x2="after:Q")
    dots = (
        base.transform_fold(["before", "after"], as_=["which", "recall"])
        .transform_calculate(which=f"datum.which == 'before' ? '{before}' : '{after}'")
        .mark_circle(size=95, opacity=1)
        .encode(
            x=alt.X("recall:Q", scale=scale),
            color=alt.Color(
                "which:N",
                scale=alt.Scale(domain=[before, after], range=[theme.GREY, theme.TEAL]),
                legend=alt.Legend(symbolType="circle"),
            ),
            tooltip=theme.tips(
                corruption="head_corruption",
                rows="head_rows*",
                shown_before="head_recall_by_number",
                shown="head_recall",
            ),
        )
    )
    told = base.mark_text(align="left", dx=9).encode(x="after:Q", text="shown:N")
    return alt.layer(rule, dots, told).properties(width="container", height=27 * len(values))
