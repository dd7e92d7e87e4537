"""Quotas that are meant for each value of a text, as one quota a value."""

import re
from dataclasses import replace

import duckdb

from selaras.allocate.read import Read
from selaras.rules.expression.rendering import one_line
from selaras.rules.expression.tree import Literal, Operation
from selaras.rules.sql.pieces import column_of

VALUES = """
    select distinct {column}
    from selaras.eligibility.fct_eligibility as judged
    left join selaras.conformed.dim_household as household
        on judged.household_id = household.household_id
    left join selaras.conformed.dim_person as person
        on judged.person_id = person.person_id
    where
        list_contains($programmes, judged.programme_id)
        and judged.verdict = 'eligible'
        and {column} is not null
    order by all
"""


def with_each_group(db: duckdb.DuckDBPyConnection, read: Read) -> Read:
    """An allocation whose quotas for each value are quotas of their own: `<name>_<value>`."""
    quotas, groups = {}, {}
    for name, quota in read.allocation.quotas.items():
        if name not in read.each:
            quotas[name], groups[name] = quota, read.groups[name]
            continue
        fact = read.each[name]
        column = one_line(fact, lambda part: column_of(str(part), read.unit))
        asked = {"programmes": read.allocation.programmes}
        for (value,) in db.execute(VALUES.format(column=column), asked).fetchall():
            own = f"{name}_{re.sub(r'[^a-z0-9]+', '_', str(value).lower())}"
            quotas[own], groups[own] = quota, Operation("=", (fact, Literal(value)))
    allocation = read.allocation.model_copy(update={"quotas": quotas})
    return replace(read, allocation=allocation, groups=groups, each={})
