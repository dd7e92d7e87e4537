"""The dbt properties of the generated models: columns, tests of the grain, unit tests."""

from datetime import date

import yaml

from selaras.rules.book import CheckedRule
from selaras.rules.eligibility import reads_household
from selaras.rules.examples import slug
from selaras.rules.grammar import Example

NOTICE = "# Written by `selaras compile` from {file}. Edit the rule, not this file.\n"
KEYS = {"person": "person_id", "household": "household_id"}


class _Dumper(yaml.SafeDumper):
    """YAML as people write it: indented lists, no aliases."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: object) -> bool:
        return True


def dump(file: str, content: dict) -> str:
    """A properties file."""
    text = yaml.dump(content, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=88)
    return NOTICE.format(file=file) + text


def eligibility_properties(checked: CheckedRule) -> str:
    """The text of models/eligibility/elig_<programme>.yml."""
    rule, name = checked.rule, f"elig_{checked.programme}"
    key = KEYS[rule.unit]
    columns = [{"name": key, "data_tests": ["unique", "not_null"]}]
    columns += [
        {"name": criterion, "description": each.says.en}
        for criterion, each in rule.criteria.items()
    ]
    model = {
        "name": name,
        "description": (
            f"Verdicts of {rule.title.en}. "
            f"One row per {rule.unit} that the programme may be for or that is on its list."
        ),
        "columns": columns,
    }
    tests = [_unit_test(checked, example) for example in rule.examples]
    return dump(checked.source.file, {"models": [model], "unit_tests": tests})


def _unit_test(checked: CheckedRule, example: Example) -> dict:
    """One example as a dbt unit test."""
    return {
        "name": f"{checked.programme}_{slug(example.name)}",
        "description": example.name,
        "model": f"elig_{checked.programme}",
        "given": [
            {"input": f"ref('{relation}')", "rows": rows}
            for relation, rows in example_rows(checked, example).items()
        ],
        "expect": {"rows": expected_rows(example)},
    }


def example_rows(checked: CheckedRule, example: Example) -> dict[str, list[dict]]:
    """The rows of every input of the model in an example."""
    rule, day = checked.rule, example.date
    own = {name: each for name, each in example.given.items() if "." not in name}
    ids = {"household_id": "h1", "as_of_date": day}
    rows = {f"dim_{rule.unit}": [{**ids, **own}]}
    if rule.unit == "person":
        rows["dim_person"] = [{"person_id": "p1", **ids, **own}]
        if reads_household(checked):
            theirs = {
                name.partition(".")[2]: each for name, each in example.given.items() if "." in name
            }
            rows["dim_household"] = [{**ids, **theirs}]
    if checked.has_components:
        rows["dim_person"] = [
            {"person_id": f"p{at}", **ids, **member}
            for at, member in enumerate(example.members, start=1)
        ]
    subject = {"person_id": "p1"} if rule.unit == "person" else {}
    who = {**subject, "household_id": "h1", "programme_id": checked.programme}
    rows["fct_enrolment"] = [{**who, "status": "active"}] if example.enrolled else []
    if checked.contestable:
        rows["objection_in_force"] = [
            {**who, "criterion_id": name, "objection_id": f"o{at}"}
            for at, name in enumerate(example.objections, start=1)
        ]
    return {name: [_plain(row) for row in found] for name, found in rows.items()}


def expected_rows(example: Example) -> list[dict]:
    """The one row that an example must come to, with only the columns it speaks of."""
    expect = example.expect
    if not expect.judged:
        return []
    row: dict[str, object] = {}
    if expect.verdict:
        row["verdict"] = expect.verdict
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
    return [row]


def _plain(row: dict[str, object]) -> dict[str, object]:
    """A row with days as text, as fixtures want them."""
    return {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in row.items()
        if value is not None
    }
