"""The dbt properties of the generated models: columns, tests of the grain, unit tests."""

from collections.abc import Iterator

import yaml

from selaras.key_test import key_test
from selaras.rules.check.book import Book, CheckedRule
from selaras.rules.check.examples import slug
from selaras.rules.grammar.rule import Example
from selaras.rules.sql.sentences import over_time
from selaras.rules.write.example_rows import KEYS, WORDS, example_rows, expected_row, implied
from selaras.rules.write.pages.markdown import plain

NOTICE = "# Written by `selaras compile` from {file}. Edit the rule, not this file.\n"
FILE = "rules/*.yml"
ROOM = """# Facts about people and families enter, and who is enrolled in what.
# The verdict on everybody leaves, programme by programme, with its reasons.
"""
REASON_COLUMNS = {
    "position": "Where the criterion stands in its rule; 0 is whether the programme runs.",
    "outcome": "True (met), false (unmet) or null (unknown).",
    "is_contested": "True where an accepted objection makes it true.",
    "is_near_miss": "True on the one criterion that keeps somebody alive from a right; all others"
    " hold.",
    "branches": "Each way to meet it with its outcome; null where there is one way only.",
    "observed": "What is known of each fact it reads, a question mark where nothing is.",
    "required": "What it asks of these facts on the day, a dash where nothing is asked.",
}


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
    columns = [
        {"name": criterion, "description": plain(over_time(each.says, rule).en)}
        for criterion, each in rule.criteria.items()
    ]
    model = {
        "name": name,
        "description": (
            f"Verdicts of {plain(rule.title.en)}. "
            f"One row per {rule.unit} that the programme may be for or that is on its list."
        ),
        "data_tests": key_test(f"{rule.unit}_id"),
        "columns": columns,
    }
    return dump(checked.source.file, {"models": [model], "unit_tests": list(_unit_tests(checked))})


def fact_properties(book: Book) -> str:
    """The properties of the models over all programmes."""
    eligibility = {
        "name": "fct_eligibility",
        "description": (
            "Every verdict beside the lists. One row per judged person or household and programme."
        ),
        "config": {"materialized": "view"},
        "data_tests": key_test("programme_id", "unit", "person_id", "household_id"),
        "columns": [
            {"name": "programme_id", "description": "Programme."},
            {
                "name": "coverage",
                "description": (
                    "reached (eligible and enrolled), missed (eligible, not enrolled), leaked "
                    "(enrolled, not eligible), open (undetermined) or outside."
                ),
            },
            {
                "name": "is_near_miss",
                "description": (
                    "True where exactly one criterion is unmet and none is open, of people and"
                    " families that are not known to be dead."
                ),
            },
            {
                "name": "entitled_amount",
                "description": "Rupiah per month due for certain; null unless eligible.",
            },
            {
                "name": "possible_amount",
                "description": "Rupiah per month if all that is open turns out true.",
            },
        ],
    }
    reason = {
        "name": "fct_eligibility_reason",
        "description": (
            "Why a verdict is what it is. "
            "One row per judged person or household, programme and criterion."
        ),
        "config": {"materialized": "view"},
        "data_tests": key_test("programme_id", "person_id", "household_id", "criterion_id"),
        "columns": [{"name": name, "description": text} for name, text in REASON_COLUMNS.items()],
    }
    member = {
        "name": "component_member",
        "description": (
            "Who is, or may be, in which component. "
            "One row per judged household, member and component."
        ),
        "config": {"materialized": "view"},
        "data_tests": key_test("programme_id", "household_id", "person_id", "component_id"),
        "columns": [
            {"name": "outcome", "description": "True, or null where it is unknown."},
            {"name": "amount", "description": "Rupiah per period, as the rule writes them."},
        ],
    }
    members = [member] if any(each.has_components for each in book.rules) else []
    return ROOM + dump(FILE, {"models": [eligibility, reason, *members]})


def again_properties(book: Book) -> str:
    """The properties of the models that judge again; those of programmes are written into one."""
    twins = [
        {
            "name": f"again_{each.programme}",
            "description": (
                f"elig_{each.programme} over states that were, or might be. "
                f"One row per state that the programme may be for or has on its list."
            ),
            "config": {"materialized": "ephemeral"},
        }
        for each in book.rules
    ]
    judged = {
        "name": "judged_again",
        "description": (
            "The verdict on every state of people and families that is judged again. "
            "One row per programme and judged state."
        ),
        "data_tests": key_test("programme_id", "state_id"),
    }
    return dump(FILE, {"models": [*twins, judged]})


def _unit_tests(checked: CheckedRule) -> Iterator[dict]:
    """The examples as dbt unit tests, one for all that speak of the same columns.

    Each example is a row whose key is its name; those of which nobody is looked at have no row
    among the expected ones and go with the first test.
    """
    groups: dict[str, list[Example]] = {}
    unseen: list[Example] = []
    for example in checked.rule.examples:
        judged = example.expect.judged
        (groups.setdefault(_spoken_of(example), []) if judged else unseen).append(example)
    for name, examples in (groups or {"nobody": []}).items():
        yield _unit_test(checked, name, [*examples, *unseen])
        unseen = []


def _spoken_of(example: Example) -> str:
    """The verdict of an example and what else it speaks of."""
    verdict = example.expect.verdict
    own = [
        WORDS[column]
        for column in expected_row(example) or ()
        if column != "verdict" and column not in implied(verdict)
    ]
    verdict = verdict or "judged"
    return f"{verdict}_with_{'_and_'.join(own)}" if own else verdict


def _unit_test(checked: CheckedRule, name: str, examples: list[Example]) -> dict:
    """Some examples as one dbt unit test."""
    key = KEYS[checked.rule.unit]
    judged = [(slug(each.name), expected_row(each)) for each in examples]
    return {
        "name": f"{checked.programme}_{name}",
        "description": f"Examples of {checked.source.file}; each {checked.rule.unit} has its name.",
        "model": f"elig_{checked.programme}",
        "given": [
            {"input": f"ref('{relation}')", "rows": rows}
            for relation, rows in example_rows(checked, examples).items()
        ],
        "expect": {"rows": [{key: name, **row} for name, row in judged if row is not None]},
    }
