"""Whom a number means: a person, a family, or only rows that nobody could be found for."""

import re
from dataclasses import dataclass, field

import duckdb

from selaras.warehouse import Row, rows

FIND = """
    select person_id, household_id from conformed.dim_person
    where person_id = $who
    union all
    select person.person_id, person.household_id from conformed.dim_person as person
    inner join identity.known_number as known using (person_id)
    where known.nik = $who
    union all
    select null, household_id from conformed.dim_household
    where $who in (no_kk, household_id)
    union all
    select person_id, household_id from identity.candidate where candidate_id = $who
    union all
    select person_id, household_id from identity.match where candidate_id = $who
    union all
    select person_id, household_id from overlap.fct_case where $who in (case_id, cause_id)
    limit 1
"""
UNMATCHED = """
    select match.*, note.notes
    from (
        select source_row_id, role, nik, no_kk from identity.list_row_number
        union
        select source_row_id, role, nik, no_kk from identity.list_unsettled
    ) as named
    inner join identity.match as match using (source_row_id, role)
    left join listed.listed_row as note using (source_row_id)
    where $who in (named.nik, named.no_kk)
    order by match.source, match.table_name, match.file, match.line
"""
REFUSED = """
    select batch_date, source, table_name, file, line, reason from ops.quarantine
    where contains(raw, $who)
    order by batch_date, source, table_name, file, line
"""
NUMBER = re.compile(r"\d{16}")


@dataclass(frozen=True)
class Subject:
    """A person with a family, a family alone, or neither and the rows that hold the number."""

    person_id: str | None = None
    household_id: str | None = None
    source_rows: list[Row] = field(default_factory=list)
    refused_rows: list[Row] = field(default_factory=list)

    @property
    def is_known(self) -> bool:
        return bool(self.person_id or self.household_id)


def tidy(who: str) -> str:
    """A number as registers hold it: without the dots, blanks and marks that people write."""
    bare = re.sub(r"\.0$", "", who.strip().strip("'\""))
    digits = re.sub(r"[\s.\-\u00a0]", "", bare)
    return digits if NUMBER.fullmatch(digits) else bare


def find(connection: duckdb.DuckDBPyConnection, who: str) -> Subject | None:
    """Whom a NIK, No KK, or the id of a person, family, candidate or case means; else None."""
    asked = {"who": tidy(who)}
    refused = rows(connection, REFUSED, asked) if NUMBER.fullmatch(asked["who"]) else []
    for found in rows(connection, FIND, asked):
        return Subject(**found, refused_rows=refused)
    held = rows(connection, UNMATCHED, asked) if NUMBER.fullmatch(asked["who"]) else []
    return Subject(source_rows=held, refused_rows=refused) if held or refused else None
