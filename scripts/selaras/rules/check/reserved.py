"""Names that a parameter or criterion cannot have, for they mean something else already."""

from functools import cache

import duckdb

from selaras.rules.grammar.register import VocabularyBook
from selaras.rules.grammar.rule import Rule
from selaras.rules.read.problems import Problems
from selaras.rules.read.source import KEY, Source

TAKEN = {
    *("programme_id", "unit", "person_id", "household_id", "as_of_date", "is_enrolled"),
    *("is_in_force", "holds", "verdict", "unmet_criteria", "unknown_criteria", "missing_facts"),
    *("contested_criteria", "entitled_amount", "possible_amount", "rule_digest"),
    *("full_amount", "certain_amount", "highest_amount", "is_unpriced", "most_people"),
    *("certain_is_unpriced", "highest_is_unpriced"),
    *("first_match", "valid_from", "valid_to"),
}
PREFIXES = ("misses_", "concedes_", "in_", "tier_", "pays_", "may_pay_")


@cache
def reserved_words() -> frozenset[str]:
    """Words of SQL that cannot be the name of a column."""
    query = "select keyword_name from duckdb_keywords() where keyword_category != 'unreserved'"
    return frozenset(row[0] for row in duckdb.sql(query).fetchall())


def check_names(rule: Rule, source: Source, vocabulary: VocabularyBook, problems: Problems) -> None:
    """No parameter or criterion under a name that means something else."""
    facts = {*vocabulary.person, *vocabulary.household}
    facts |= {f"household_{name}" for name in vocabulary.household}
    paths = [("parameters", name, facts | TAKEN) for name in rule.parameters]
    paths += [("criteria", name, TAKEN) for name in rule.criteria]
    for section, name, taken in paths:
        if name in taken or name in reserved_words() or name.startswith(PREFIXES):
            problems.add(source.place(section, name, KEY), "name_taken", name=name)
