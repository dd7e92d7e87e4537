"""Where the two readings of the rule book differ, in words that lead to the cause."""

from collections.abc import Iterator

from interpreter.judging import Verdict
from interpreter.language import parse
from interpreter.logic import evaluate

Answers = dict[str, list[dict]]
Expected = dict[tuple[str, str], Verdict]


def disagreements(found: Answers, expected: Expected) -> Iterator[str]:
    """Every difference between the compiled models and the interpreter."""
    seen = set()
    for name, rows in found.items():
        if not name.startswith("elig_"):
            continue
        for row in rows:
            key = (row["programme_id"], row["person_id"] or row["household_id"])
            seen.add(key)
            if key not in expected:
                yield f"{key} is judged, and nobody should look at it"
            elif differing := dict(_differing(row, expected[key])):
                yield f"{key}: {differing}"
    yield from (f"{key} should be looked at and is not" for key in expected.keys() - seen)
    yield from _coverage(found["fct_eligibility"], expected)


def _differing(row: dict, verdict: Verdict) -> Iterator[tuple[str, tuple]]:
    """The columns of a verdict that differ, with what the SQL and the interpreter say."""
    answer = {
        **verdict.outcomes,
        "verdict": verdict.verdict,
        "is_enrolled": verdict.is_enrolled,
        "unmet_criteria": verdict.unmet,
        "unknown_criteria": verdict.unknown,
        "contested_criteria": verdict.contested,
        "missing_facts": sorted(verdict.missing),
        "entitled_amount": verdict.entitled,
        "possible_amount": verdict.possible,
    }
    for name, value in answer.items():
        cell = row[name]
        if isinstance(value, list):
            cell = cell.split(", ") if cell else []
            cell = sorted(cell) if name == "missing_facts" else cell
        if cell != value:
            yield name, (cell, value)


def _coverage(rows: list[dict], expected: Expected) -> Iterator[str]:
    """Differences in what the verdicts mean beside the lists."""
    for row in rows:
        key = (row["programme_id"], row["person_id"] or row["household_id"])
        if key in expected and row["coverage"] != expected[key].coverage:
            yield f"{key}: coverage is {row['coverage']} and should be {expected[key].coverage}"


def wrong_reasons(rows: list[dict], expected: Expected, looks: dict) -> Iterator[str]:
    """Reasons whose outcome, figures or near miss are not those of the verdict.

    The words of `required` must themselves come to the outcome, on the facts of the unit.
    """
    for row in rows:
        key = (row["programme_id"], row["person_id"] or row["household_id"])
        verdict, name = expected[key], row["criterion_id"]
        where = f"{key} {name}"
        if row["outcome"] is not verdict.outcomes[name]:
            yield f"{where}: {row['outcome']} should be {verdict.outcomes[name]}"
        near = verdict.unmet == [name] and not verdict.unknown
        if bool(row["is_near_miss"]) != near:
            yield f"{where}: near miss is {row['is_near_miss']}"
        if bool(row["is_contested"]) != (name in verdict.contested):
            yield f"{where}: contested is {row['is_contested']}"
        if name != "is_in_force" and name not in verdict.contested:
            if row["required"] is None:
                yield f"{where}: nothing is said of what it requires"
            elif evaluate(parse(row["required"]), looks[key]) is not verdict.outcomes[name]:
                yield f"{where}: {row['required']} is not {verdict.outcomes[name]}"
