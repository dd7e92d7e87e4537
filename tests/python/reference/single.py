"""One rule and one unit through the compiled SQL, for expectations worked out by hand."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from compared import answers
from drawn.population import Family
from project import KEPT, TITLE, aid, vocabulary, write_project

from selaras.rules.compiler import compile_rules

FACTS = vocabulary(KEPT)
TODAY = date(2025, 10, 24)


def parameter(values: Mapping[date, object] | object) -> dict:
    """A parameter with these values by day, or one value for ever."""
    dated = values if isinstance(values, Mapping) else {date(2020, 1, 1): values}
    cited = {"status": "assumed", "source": "x"}
    return {
        "unit": "units",
        "values": {day: {"value": value, **cited} for day, value in dated.items()},
    }


def home_aid(when: str, benefit: dict, **parameters: object) -> dict:
    """A rule for households of one criterion."""
    criterion = {"says": TITLE, "when": when, "basis": "not known", "status": "assumed"}
    return aid(
        unit="household",
        criteria={"is_met": criterion},
        benefit=benefit,
        parameters={name: parameter(values) for name, values in parameters.items()},
    )


def flat(amount: str, per: str = "month") -> dict:
    """A flat benefit."""
    return {"kind": "flat", "amount": amount, "per": per}


def by_component(most: str, **parts: tuple[str, str]) -> dict:
    """A benefit by component: when, and what it pays."""
    cited = {"says": TITLE, "basis": "not known", "status": "assumed"}
    components = {
        name: {"when": part[0], "amount": part[1], **cited} for name, part in parts.items()
    }
    return {"kind": "components", "per": "month", "max_people": most, "components": components}


def rows_of(raw: dict, families: list[Family]) -> list[dict]:
    """The row of the compiled model for each household; empty where it is not judged."""
    with TemporaryDirectory() as folder:
        write_project(Path(folder), FACTS, [raw])
        found = answers(compile_rules(Path(folder)), FACTS, families)
    rows = {row["household_id"]: row for row in found[f"elig_{raw['programme']}"]}
    for each in found["fct_eligibility_reason"]:
        reasons = rows[each["household_id"]].setdefault("reasons", {})
        reasons[each["criterion_id"]] = each
    return [rows.get(f"h{at}", {}) for at in range(len(families))]


def row_of(raw: dict, *, members: tuple = (), **facts: object) -> dict:
    """The row for one household today."""
    return rows_of(raw, [Family(TODAY, facts, list(members))])[0]


def money(row: dict) -> tuple[int | None, int | None]:
    """The certain and the possible amount of a month."""
    return row["entitled_amount"], row["possible_amount"]
