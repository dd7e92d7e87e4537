"""What the desk reads of a warehouse, as tables with what each is looked up by.

In the warehouse much of it are views over large tables, and planning them takes longer than reading
one family. What is not read is not copied.
"""

from contextlib import closing
from pathlib import Path

import duckdb

from selaras.memory import memory_limit
from selaras.what_if.judge import WAREHOUSE, attach

DRAFT = "draft"
PERSON, FAMILY = "person_id", "household_id"
BOTH = (PERSON, FAMILY)
# The columns by which rows are found; the rows lie in the order of the last, family by family.
TABLES: dict[str, tuple[str, ...]] = {
    "cause.week_family_change": BOTH,
    "cause.week_finding_cause": BOTH,
    "cause.week_verdict_cause": BOTH,
    "conformed.dim_household": ("no_kk", FAMILY),
    "conformed.dim_person": ("birth_date", *BOTH),
    "conformed.dim_programme": (),
    "conformed.dim_region": (),
    "conformed.fct_enrolment": BOTH,
    "conformed.fct_payment": BOTH,
    "eligibility.component_member": (FAMILY,),
    "conformed.answer_outcome": BOTH,
    "eligibility.fct_eligibility": BOTH,
    "eligibility.fct_eligibility_reason": BOTH,
    "identity.candidate": ("candidate_id", *BOTH),
    "identity.family_record": (),
    "identity.identity_change": (),
    "identity.known_number": ("nik",),
    "identity.list_record": (),
    "identity.list_row_number": (),
    "identity.list_unsettled": (),
    "identity.match": ("candidate_id", "source_row_id", *BOTH),
    "identity.member_record": (),
    "identity.objection_in_force": BOTH,
    "identity.weighed_candidate": ("candidate_id",),
    "landing.ledger": (),
    "listed.listed_row": ("source_row_id",),
    "marts.mart_case": ("case_id",),
    "ops.quarantine": (),
    "overlap.fct_case": ("case_id", "cause_id", *BOTH),
    "overlap.fct_finding": BOTH,
    "overlap.finding_rule": (),
    "past.week_family_change": BOTH,
    "past.week_finding_cause": BOTH,
    "past.week_verdict_cause": BOTH,
    "reference.agency": (),
    "reference.code_label": (),
    "reference.criterion": (),
    "reference.criterion_branch": (),
    "reference.fact": (),
    "reference.identity_change_kind": (),
    "reference.linkage_level": (),
    "reference.supplier": (),
}
# All verdicts of all weeks are too many to be copied each time: a view on kept files of the home.
KEPT = """
    select sql from duckdb_views()
    where schema_name = 'past' and view_name = 'week_verdict' and database_name = $1
"""


def write_excerpt(warehouse: Path, place: Path) -> None:
    """Write what the desk reads of a warehouse into a new database."""
    settings = {"memory_limit": memory_limit(), "threads": "2"}
    with closing(duckdb.connect(config=settings)) as connection:
        attach(connection, warehouse)
        connection.execute(f"attach '{place}' as {DRAFT}")
        connection.execute(f"use {DRAFT}")
        for name, keys in TABLES.items():
            schema, _, table = name.partition(".")
            connection.execute(f"create schema if not exists {schema}")
            order = f"order by {keys[-1]}" if keys else ""
            source = f"select * from {WAREHOUSE}.{name} {order}"
            connection.execute(f"create table {name} as {source}")
            for key in keys:
                connection.execute(f"create index {table}_{key} on {name} ({key})")
        (view,) = connection.execute(KEPT, [WAREHOUSE]).fetchone()
        connection.execute(view)
