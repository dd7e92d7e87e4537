"""The PKH rule in zen-engine: pkh_zen.json, evaluated for one family after the other.

Its comparisons refuse null, so a truth is a small number: 0 no, 1 unknown, 2 yes. See pkh_town.py
for the arguments.
"""

from pathlib import Path

import pandas
import zen
from pkh_town import COLUMNS, run

LEVELS = {"primary": 0, "junior_secondary": 1, "senior_secondary": 2, "tertiary": 3}
NAMES = {
    "is_alive": "alive",
    "is_member": "member",
    "is_pregnant": "pregnant",
    "is_in_school": "school",
    "has_severe_disability": "severe",
}
TRUTHS = [False, None, True]


def prepare(families: pandas.DataFrame, members: pandas.DataFrame) -> list[dict]:
    """Each family with its members, as the engine takes them."""
    facts = {short: truth(members[name]) for name, short in NAMES.items()}
    facts["age"] = members.age_years.fillna(-1).astype(int)
    facts["level"] = members.school_level.map(LEVELS).fillna(-1).astype(int)
    found = pandas.DataFrame(
        {
            "decile": families.national_decile.fillna(-1).astype(int),
            "servant": truth(families.has_public_servant_member),
        }
    ).to_dict("records")
    for each in found:
        each["members"] = []
    for at, member in zip(members.family, pandas.DataFrame(facts).to_dict("records"), strict=True):
        found[at]["members"].append(member)
    return found


def truth(column: pandas.Series) -> pandas.Series:
    """A truth as 0, 1, 2."""
    return (column.astype("boolean").astype("Int64") * 2).fillna(1).astype(int)


def judge(families: list[dict]) -> pandas.DataFrame:
    """Criteria, verdict and monthly amount of each family."""
    content = Path(__file__).with_suffix(".json").read_text(encoding="utf-8")
    decision = zen.ZenEngine().create_decision(content)
    found = [decision.evaluate(each)["result"] for each in families]
    judged = pandas.DataFrame(
        {
            name: pandas.array([TRUTHS[int(each[name])] for each in found], "boolean")
            for name in COLUMNS[:3]
        }
    )
    judged["verdict"] = [each["verdict"] for each in found]
    # It leaves out what is null.
    due = [each.get("entitled_amount") for each in found]
    judged["entitled_amount"] = pandas.array(due, "Int64")
    return judged


if __name__ == "__main__":
    run(prepare, judge, "by_zen")
