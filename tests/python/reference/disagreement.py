"""Where the two readings of the rule book differ, in words that lead to the cause."""

from collections.abc import Iterable, Iterator

from interpreter.judging import Verdict, judge, sight
from interpreter.language import parse
from interpreter.logic import Look, evaluate
from interpreter.rule import Rule, Unit

Answers = dict[str, list[dict]]
Key = tuple[str, str]  # programme, and id of a person or household
Expected = dict[Key, Verdict]
LIFE = ("is_alive", "has_living_member")
Cases = Iterable[tuple[Rule, str, Unit]]


def disagreements(found: Answers, cases: Cases) -> Iterator[str]:
    """Every difference between the compiled models and the interpreter."""
    expected, sights = {}, {}
    for rule, unit_id, unit in cases:
        key = (rule.raw["programme"], unit_id)
        if verdict := judge(rule, unit):
            expected[key], sights[key] = verdict, sight(rule, unit)
    yield from _wrong_verdicts(found, expected)
    yield from _wrong_coverage(found.get("fct_eligibility", []), expected)
    yield from _wrong_reasons(found.get("fct_eligibility_reason", []), expected, sights)


def _wrong_verdicts(found: Answers, expected: Expected) -> Iterator[str]:
    """Who is judged and should not be, or should and is not, and every cell that differs."""
    seen = set()
    for name, rows in found.items():
        if not name.startswith("elig_"):
            continue
        for row in rows:
            key = _key(row)
            seen.add(key)
            if key not in expected:
                yield f"{key} is judged, and nobody should look at it"
            elif differing := dict(_differing(row, expected[key])):
                yield f"{key}: {differing}"
    yield from (f"{key} should be looked at and is not" for key in expected.keys() - seen)


def _key(row: dict) -> Key:
    """The programme and the unit of a row."""
    return row["programme_id"], row["person_id"] or row["household_id"]


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


def _wrong_coverage(rows: list[dict], expected: Expected) -> Iterator[str]:
    """Differences in what the verdicts mean beside the lists."""
    for row in rows:
        key = _key(row)
        if key in expected and row["coverage"] != expected[key].coverage:
            yield f"{key}: coverage is {row['coverage']} and should be {expected[key].coverage}"


def _wrong_reasons(rows: list[dict], expected: Expected, sights: dict[Key, Look]) -> Iterator[str]:
    """Reasons whose outcome, figures or near miss are not those of the verdict.

    The words of `required` must themselves come to the outcome, on the facts of the unit.
    """
    told: dict[Key, set[str]] = {}
    for row in rows:
        key, name = _key(row), row["criterion_id"]
        if key not in expected:
            continue
        told.setdefault(key, set()).add(name)
        verdict = expected[key]
        where = f"{key} {name}"
        if name not in verdict.outcomes:
            yield f"{where}: there is no such criterion on that day"
            continue
        if row["outcome"] is not verdict.outcomes[name]:
            yield f"{where}: {row['outcome']} should be {verdict.outcomes[name]}"
        near = verdict.unmet == [name] and not verdict.unknown and name != "is_in_force"
        near = near and not any(sights[key]("fact", fact) is False for fact in LIFE)
        if bool(row["is_near_miss"]) != near:
            yield f"{where}: near miss is {row['is_near_miss']}"
        if bool(row["is_contested"]) != (name in verdict.contested):
            yield f"{where}: contested is {row['is_contested']}"
        if name != "is_in_force" and name not in verdict.contested:
            if row["required"] is None:
                yield f"{where}: nothing is said of what it requires"
            elif row["required"] == "-":
                if verdict.outcomes[name] is not True:
                    yield f"{where}: nothing is required, yet it is {verdict.outcomes[name]}"
            elif evaluate(parse(row["required"]), sights[key]) is not verdict.outcomes[name]:
                yield f"{where}: {row['required']} is not {verdict.outcomes[name]}"
    for key, verdict in expected.items() if rows else ():
        for name in (name for name in verdict.outcomes if "__" not in name):
            if name not in told.get(key, set()):
                yield f"{key} {name}: no reason is told"
