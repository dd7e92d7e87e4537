"""The PKH rule in polars, whose truths are true, false or null.

See pkh_town.py for the arguments.
"""

import polars
from pkh_town import run
from polars import col

Frames = tuple[polars.DataFrame, polars.DataFrame]


def judge(frames: Frames) -> polars.DataFrame:
    """Criteria, verdict and monthly amount of each family."""
    families, members = frames
    counts = col("is_alive") & col("is_member")
    within, amount = polars.lit(False), polars.lit(0)
    for condition, worth in components():
        within |= counts & condition
        amount = polars.when(counts & condition).then(worth).otherwise(amount)
    found = members.lazy().select("family", within=within, amount=amount)
    # of several truths, one that is true is enough; an unknown one leaves the rest open
    some = col("within").any(ignore_nulls=False)
    best = col("amount").top_k(4).sum()
    by_family = found.group_by("family").agg(has_component=some, best=best)
    holds = polars.all_horizontal("is_in_decile", "has_component", "has_no_public_servant")
    due = polars.when(holds).then(col("best") // 3).cast(polars.Int64)
    return (
        families.lazy()
        .with_row_index("family")
        .with_columns(polars.col("family").cast(polars.Int64))
        .join(by_family, on="family", how="left", maintain_order="left")
        .with_columns(
            is_in_decile=col("national_decile") <= 4,
            has_no_public_servant=~col("has_public_servant_member"),
        )
        .select(
            "is_in_decile",
            "has_component",
            "has_no_public_servant",
            verdict=polars.when(holds)
            .then(polars.lit("eligible"))
            .when(~holds)
            .then(polars.lit("ineligible"))
            .otherwise(polars.lit("undetermined")),
            entitled_amount=due,
        )
        .collect()
    )


def components() -> list[tuple[polars.Expr, int]]:
    """Who is in each component and what it pays, worst-paid first."""
    age, level = col("age_years"), col("school_level")
    pupil = col("is_in_school") & (age <= 21)
    return [
        (pupil & (level == "primary"), 225_000),
        (pupil & (level == "junior_secondary"), 375_000),
        (pupil & (level == "senior_secondary"), 500_000),
        ((age >= 60) | col("has_severe_disability"), 600_000),
        (col("is_pregnant") | (age <= 6), 750_000),
    ]


if __name__ == "__main__":
    run(lambda *frames: frames, judge, "by_polars", read="pl")
