"""The PKH rule in pandas, with its nullable types, which know three truth values.

See pkh_town.py for the arguments.
"""

import pandas
from pkh_town import run

TRUTHS = ["is_alive", "is_member", "is_pregnant", "is_in_school", "has_severe_disability"]


Frames = tuple[pandas.DataFrame, pandas.DataFrame]


def prepare(families: pandas.DataFrame, members: pandas.DataFrame) -> Frames:
    """The same tables with nullable types."""
    members = members.astype({**dict.fromkeys(TRUTHS, "boolean"), "age_years": "Int64"})
    members["school_level"] = members.school_level.astype(pandas.StringDtype("python"))
    types = {"national_decile": "Int64", "has_public_servant_member": "boolean"}
    return families.astype(types), members


def judge(frames: Frames) -> pandas.DataFrame:
    """Criteria, verdict and monthly amount of each family."""
    families, members = frames
    paid = components(members)
    counts = members.is_alive & members.is_member
    within, amount = counts & False, pandas.Series(0, index=members.index)
    for condition, worth in paid:
        within |= counts & condition
        amount = amount.mask(known(counts & condition), worth)
    judged = pandas.DataFrame({"is_in_decile": families.national_decile <= 4})
    judged["has_component"] = some(within, members.family)
    judged["has_no_public_servant"] = ~families.has_public_servant_member
    holds = judged.is_in_decile & judged.has_component & judged.has_no_public_servant
    verdict = pandas.Series("undetermined", index=families.index)
    judged["verdict"] = verdict.mask(known(holds), "eligible").mask(known(~holds), "ineligible")
    best = pandas.DataFrame({"family": members.family, "amount": amount})
    best = best.sort_values(["family", "amount"], ascending=[True, False])
    best = best[best.groupby("family").cumcount() < 4]
    due = best.groupby("family").amount.sum().reindex(families.index).astype("Int64") // 3
    judged["entitled_amount"] = due.where(known(holds))
    return judged


def components(members: pandas.DataFrame) -> list[tuple[pandas.Series, int]]:
    """Who is in each component and what it pays, worst-paid first."""
    pupil = members.is_in_school & (members.age_years <= 21)
    return [
        (pupil & (members.school_level == "primary"), 225_000),
        (pupil & (members.school_level == "junior_secondary"), 375_000),
        (pupil & (members.school_level == "senior_secondary"), 500_000),
        ((members.age_years >= 60) | members.has_severe_disability, 600_000),
        (members.is_pregnant | (members.age_years <= 6), 750_000),
    ]


def some(truth: pandas.Series, group: pandas.Series) -> pandas.Series:
    """Whether it is true of some row of each group; unknown where only an unknown one is left."""
    is_true = known(truth).groupby(group).any()
    is_open = truth.isna().groupby(group).any()
    return is_true.astype("boolean").mask(~is_true & is_open)


def known(truth: pandas.Series) -> pandas.Series:
    """Whether it is known to be true."""
    return truth.fillna(False).astype(bool)


if __name__ == "__main__":
    run(prepare, judge, "by_pandas")
