"""The facts that a week leaves behind: their names for macros, and the contracts of their tables."""

from selaras.rules.check.book import Book
from selaras.rules.sql.again import kept_facts
from selaras.rules.write.properties import dump

FILE = "rules/*.yml"
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
    Written by `selaras compile` from rules/*.yml: the facts of people, or of families, that some
    rule reads, and those that age with the day.
#}
{% macro kept_facts(unit) %}
    {{ return({
"""
TAIL = """    }[unit]) }}
{% endmacro %}
"""


def kept_facts_macro(book: Book) -> str:
    """The macro that names the facts of a unit that are kept from week to week, with types."""
    vocabulary = {"person": book.vocabulary.person, "household": book.vocabulary.household}
    rows = []
    for unit, names in kept_facts(book).items():
        types = ((name, TYPES[vocabulary[unit][name].type]) for name in names)
        quoted = "".join(f"            '{name}': '{kind}',\n" for name, kind in types)
        rows.append(f"        '{unit}': {{\n{quoted}        }}")
    return HEAD + ",\n".join(rows) + "\n" + TAIL


def week_fact_properties(book: Book) -> str:
    """The contracts of week_person_fact and week_household_fact."""
    vocabulary = {"person": book.vocabulary.person, "household": book.vocabulary.household}
    models = []
    for unit, names in kept_facts(book).items():
        columns = [_column(name, text, "varchar") for name, text in KEYS[unit].items()]
        for name in names:
            fact = vocabulary[unit][name]
            columns.append(_column(name, fact.description, TYPES[fact.type]))
        columns.append(_column(*PRINTS[unit], "varchar"))
        columns.append(_column("as_of_date", "The week: its day of judgement.", "date"))
        models.append(
            {
                "name": f"week_{unit}_fact",
                "config": {"access": "protected"},
                "description": (
                    f"What is known of {WHOLE[unit]} and some rule reads; only the week before "
                    f"this one is ever read. One row per {unit}."
                ),
                "columns": columns,
            }
        )
    return dump(FILE, {"models": models})


def _column(name: str, description: str, data_type: str) -> dict[str, str]:
    return {"name": name, "description": description, "data_type": data_type}
