"""Why one person and family get what they get."""

from dataclasses import dataclass

import duckdb

from selaras.errors import ExitCode, Refusal
from selaras.warehouse import Row, open_warehouse, rows
from selaras.workspace import Workspace

FIND = """
    select person.person_id, person.household_id
    from conformed.dim_person as person
    where $who in (person.nik, person.person_id)
    union all
    select null, household.household_id
    from conformed.dim_household as household
    where $who in (household.no_kk, household.household_id)
    limit 1
"""
# A person is explained with the family; a family with all its members.
OURS = """
    (
        person_id = $person_id
        or (person_id is null and household_id = $household_id)
        or (cast($person_id as varchar) is null and household_id = $household_id)
    )
    and coalesce(programme_id = $programme, true)
"""
# What the family as a whole is enrolled in stands on its members' rows as well.
ENROLLED = OURS.replace("person_id is null and", "unit = 'household' and")
# A finding names a programme on either side.
FOUND = OURS.replace(
    "programme_id = $programme", "$programme in (programme_id, other_programme_id)"
)


@dataclass(frozen=True)
class Verdict:
    """One judged programme with its criteria."""

    judged: Row
    reasons: list[Row]


@dataclass(frozen=True)
class Explanation:
    """Everything the warehouse says about one person and family."""

    person: Row | None
    household: Row | None
    members: list[Row]
    verdicts: list[Verdict]
    enrolments: list[Row]
    findings: list[Row]


def explain(workspace: Workspace, who: str, programme: str | None = None) -> Explanation:
    """Look up a NIK, No KK, person_id or household_id and collect what was decided and why."""
    with open_warehouse(workspace) as connection:
        _refuse_unknown_programme(connection, programme)
        found = rows(connection, FIND, {"who": who.strip()})
        if not found:
            raise Refusal(ExitCode.USAGE, "explain.nobody")
        keys = found[0] | {"programme": programme}
        return _explanation(connection, keys)


def _refuse_unknown_programme(connection: duckdb.DuckDBPyConnection, programme: str | None) -> None:
    """Refuse a programme that nothing knows."""
    known = connection.execute("select programme_id from conformed.dim_programme order by all")
    ids = [programme_id for (programme_id,) in known.fetchall()]
    if programme and programme not in ids:
        raise Refusal(
            ExitCode.USAGE, "explain.no_programme", programme=programme, known=", ".join(ids)
        )


def _explanation(connection: duckdb.DuckDBPyConnection, keys: Row) -> Explanation:
    """Collect the facts, verdicts, enrolments and findings of one person and family."""

    def ours(table: str, condition: str = OURS) -> list[Row]:
        return rows(connection, f"from {table} where {condition} order by all", keys)

    household = {"household_id": keys["household_id"]}
    members = rows(
        connection,
        "from conformed.dim_person where household_id = $household_id order by birth_date, nik",
        household,
    )
    reasons = ours("eligibility.fct_eligibility_reason")
    return Explanation(
        person=_first(
            connection, "conformed.dim_person where person_id = $person_id", keys, "person_id"
        ),
        household=_first(
            connection,
            "conformed.dim_household where household_id = $household_id",
            keys,
            "household_id",
        ),
        members=members,
        verdicts=[
            Verdict(judged, [reason for reason in reasons if _same(judged, reason)])
            for judged in ours("eligibility.fct_eligibility")
        ],
        enrolments=ours("conformed.fct_enrolment", ENROLLED),
        findings=ours("overlap.fct_finding", FOUND),
    )


def _first(connection: duckdb.DuckDBPyConnection, table: str, keys: Row, key: str) -> Row | None:
    """The one row of a key, or None."""
    return next(iter(rows(connection, f"from {table}", {key: keys[key]})), None)


def _same(judged: Row, reason: Row) -> bool:
    """Whether a reason belongs to a verdict."""
    return all(judged[key] == reason[key] for key in ("programme_id", "person_id", "household_id"))
