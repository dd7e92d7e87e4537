"""Examples as rows: what goes into a compiled model, and what must come out."""

from collections.abc import Iterable
from datetime import date

from selaras.rules.check.book import CheckedRule
from selaras.rules.check.examples import slug
from selaras.rules.grammar.rule import Example
from selaras.rules.sql.eligibility import reads_household

Row = dict[str, object]
KEYS = {"person": "person_id", "household": "household_id"}
WORDS = {
    "verdict": "verdict",
    "unmet_criteria": "unmet",
    "unknown_criteria": "unknown",
    "missing_facts": "missing",
    "entitled_amount": "monthly_amount",
    "possible_amount": "possible_amount",
}


def example_rows(checked: CheckedRule, examples: Iterable[Example]) -> dict[str, list[Row]]:
    """The rows of every input of the model; each example is a person or family of its own."""
    rows: dict[str, list[Row]] = {name: [] for name in _inputs(checked)}
    for example in examples:
        for name, found in _rows_of(checked, example).items():
            rows[name] += [_known(row) for row in found]
    return rows


def _inputs(checked: CheckedRule) -> list[str]:
    """The tables that the model of a rule reads."""
    names = [f"dim_{checked.rule.unit}"]
    names += ["dim_household"] if reads_household(checked) else []
    names += ["dim_person"] if checked.has_components else []
    names += ["fct_enrolment"]
    return names + (["objection_in_force"] if checked.contestable else [])


def _rows_of(checked: CheckedRule, example: Example) -> dict[str, list[Row]]:
    """The rows of one example; its slug is the key of its person and family."""
    rule, name = checked.rule, slug(example.name)
    ids = {"household_id": name, "as_of_date": example.date}
    own = {fact: each for fact, each in example.given.items() if "." not in fact}
    rows: dict[str, list[Row]] = {}
    if rule.unit == "person":
        rows["dim_person"] = [{"person_id": name, **ids, **own}]
    else:
        rows["dim_household"] = [{**ids, **own}]
    if reads_household(checked):
        dotted = [(fact.partition("."), each) for fact, each in example.given.items()]
        theirs = {fact: each for (_, dot, fact), each in dotted if dot}
        rows["dim_household"] = [{**ids, **theirs}]
    if checked.has_components:
        rows["dim_person"] = [
            {"person_id": f"{name}/{at}", **ids, **member}
            for at, member in enumerate(example.members, start=1)
        ]
    subject = {"person_id": name} if rule.unit == "person" else {}
    who = {**subject, "household_id": name, "programme_id": checked.programme}
    rows["fct_enrolment"] = [{**who, "status": "active"}] if example.enrolled else []
    if checked.contestable:
        rows["objection_in_force"] = [
            {**who, "criterion_id": each, "objection_id": f"{name}/{each}"}
            for each in example.objections
        ]
    return rows


def expected_row(example: Example) -> Row | None:
    """What the model must say of an example, in the columns it names; None if nobody is looked at.

    What a verdict itself says of the other columns is among them: an eligible person has no unmet
    criterion, and a refused one no amount.
    """
    expect = example.expect
    if not expect.judged:
        return None
    row: Row = {"verdict": expect.verdict} if expect.verdict else {}
    row |= implied(expect.verdict)
    lists = {
        "unmet_criteria": expect.unmet,
        "unknown_criteria": expect.unknown,
        "missing_facts": expect.missing,
    }
    row |= {name: ", ".join(names) for name, names in lists.items() if names is not None}
    if "monthly_amount" in expect.model_fields_set:
        row["entitled_amount"] = expect.monthly_amount
    if "possible_amount" in expect.model_fields_set:
        row["possible_amount"] = expect.possible_amount
    return {name: row[name] for name in WORDS if name in row}


def implied(verdict: str | None) -> Row:
    """What a verdict says of other columns by itself."""
    if verdict == "eligible":
        return {"unmet_criteria": "", "unknown_criteria": "", "missing_facts": ""}
    if verdict == "undetermined":
        return {"unmet_criteria": "", "entitled_amount": None}
    return {"entitled_amount": None, "possible_amount": None} if verdict else {}


def _known(row: Row) -> Row:
    """A row without what is unknown, and with days as text, as dbt wants them."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in row.items()
        if value is not None
    }
