"""The facts that a week leaves behind: names for macros, and the contracts of their tables."""

from selaras.key_test import key_test
from selaras.rules.check.book import Book
from selaras.rules.grammar.register import FactEntry
from selaras.rules.write.properties import dump

FILE = "rules/vocabulary.yml"
TYPES = {"boolean": "boolean", "integer": "bigint", "text": "varchar", "date": "date"}
KEYS = {
    "person": {
        "person_id": "Keyed pseudonym of the person.",
        "household_id": "Keyed pseudonym of the family; null where none is known.",
    },
    "household": {"household_id": "Keyed pseudonym of the family."},
}
PRINTS = {
    "person": ("member_print", "Which row of the national register tells of the person."),
    "household": ("family_print", "Which row of the national register tells of the family."),
}
WHOLE = {"person": "everybody", "household": "every family"}
HEAD = """{#
    Written by `selaras compile` from rules/vocabulary.yml: the facts of people, or of families,
    that a week leaves behind, with their types.
#}
{% macro kept_facts(unit) %}
    {{ return({
"""
ASKED = """{#
    Written by `selaras compile` from rules/vocabulary.yml: the facts of people, or of families,
    that visits ask for, with their types.
#}
{% macro asked_facts(unit) %}
    {{ return({
"""
FACT_DOCS = "<!-- Written by `selaras compile` from {file}. Edit that, not this file. -->\n"
TAIL = """    }[unit]) }}
{% endmacro %}
"""


def kept_facts_macro(book: Book) -> str:
    """The macro that names the facts of a unit that are kept from week to week, with types."""
    return _by_unit(HEAD, _vocabulary(book))


def asked_facts_macro(book: Book) -> str:
    """The macro that names the facts of a unit that visits ask for, with types."""
    asked = {
        unit: {name: fact for name, fact in facts.items() if fact.visit}
        for unit, facts in _vocabulary(book).items()
    }
    return _by_unit(ASKED, asked)


def _by_unit(head: str, facts_of: dict[str, dict[str, FactEntry]]) -> str:
    """A macro that returns the facts of a unit with their types."""
    rows = []
    for unit, facts in facts_of.items():
        types = ((name, TYPES[fact.type]) for name, fact in facts.items())
        quoted = "".join(f"            '{name}': '{kind}',\n" for name, kind in types)
        rows.append(f"        '{unit}': {{\n{quoted}        }}")
    return head + ",\n".join(rows) + "\n" + TAIL


def week_fact_properties(book: Book) -> str:
    """The contracts of week_person_fact and week_household_fact."""
    models = []
    for unit, facts in _vocabulary(book).items():
        columns = [_column(name, text, "varchar") for name, text in KEYS[unit].items()]
        for name, fact in facts.items():
            columns.append(_column(name, fact.description, TYPES[fact.type]))
        columns.append(_column(*PRINTS[unit], "varchar"))
        columns.append(_column("as_of_date", "The week: its day of judgement.", "date"))
        models.append(
            {
                "name": f"week_{unit}_fact",
                "config": {"access": "protected"},
                "description": (
                    f"What is known of {WHOLE[unit]} and rules may ask for; only the week before "
                    f"this one is ever read. One row per {unit}."
                ),
                "data_tests": key_test(f"{unit}_id"),
                "columns": columns,
            }
        )
    return dump(FILE, {"models": models})


def fact_docs(book: Book) -> str:
    """What every fact is, as blocks that the property files of the room conformed quote."""
    blocks = [FACT_DOCS.format(file=FILE)]
    for unit, facts in _vocabulary(book).items():
        for name, fact in facts.items():
            called = f" ({fact.title.id}.)" if fact.title else ""
            text = f"{fact.description}{called} Null where nobody knows."
            blocks.append(f"{{% docs {unit}_{name} %}}\n{text}\n{{% enddocs %}}\n")
    return "\n".join(blocks)


def _vocabulary(book: Book) -> dict[str, dict[str, FactEntry]]:
    """All facts by the unit whose they are, read by a rule or not: a rule to come may read them."""
    return {"person": book.vocabulary.person, "household": book.vocabulary.household}


def _column(name: str, description: str, data_type: str) -> dict[str, str]:
    return {"name": name, "description": description, "data_type": data_type}
