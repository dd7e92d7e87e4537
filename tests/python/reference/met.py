"""The models of models/overlap and the reference interpreter, side by side on the same lists."""

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path

import duckdb
from compared import RENDER, fill, seed
from interpreter.gap import gaps
from interpreter.limit import limit_findings
from interpreter.overlap import Enrolment, Finding, Person, findings, on_lists

from selaras.workspace import PROJECT

ENROLMENT = {
    **dict.fromkeys(("enrolment_id", "programme_id", "component", "person_id"), "varchar"),
    **dict.fromkeys(("household_id", "status", "source_row_id", "match_method"), "varchar"),
    "match_score": "double",
    **dict.fromkeys(("starts_on", "ends_on", "batch_date"), "date"),
    "monthly_amount": "bigint",
}
PERSON = {
    **dict.fromkeys(("person_id", "household_id", "occupation_row_id"), "varchar"),
    **dict.fromkeys(("is_public_servant", "is_state_enterprise_employee"), "boolean"),
    **dict.fromkeys(("is_alive", "has_debit_letter"), "boolean"),
}
NOTHING = {
    "case_decision": {"subject_id": "varchar", "decision": "varchar", "decided_on": "date"},
    "dim_programme": {"programme_id": "varchar", "owner": "varchar"},
    "fact": dict.fromkeys(("unit", "fact_id", "asked_of"), "varchar"),
    "first_card": {"household_id": "varchar", "first_household_id": "varchar"},
    "leaked_verdict": {"cause_id": "varchar", "evidence": "varchar"},
    "ledger": {
        **dict.fromkeys(("file_id", "source", "table_name", "file"), "varchar"),
        "batch_date": "date",
    },
    "pseudonym_key": {"pseudonym_key": "varchar"},
}
MODELS = (
    *("allowing_fact", "listed_side", "paired_enrolment", "overlap_amount", "finding_overlap"),
    *("limited_side", "limited_enrolment", "finding_limit", "complement_side", "gap"),
    *("finding_rule", "found", "finding"),
    *("finding_rank", "amount_of_one_benefit", "finding_amount", "evidence_row"),
    *("evidence_text", "cause_decision", "fct_finding"),
)
OTHERS = (
    *("finding_double_payment", "finding_shared_recipient", "finding_recipient_status"),
    *("finding_two_families", "finding_contradiction", "finding_number_of_several"),
    "finding_two_numbers",
)


def warehouse(
    overlap_rule: str, enrolments: list[Enrolment], people: list[Person], today: date
) -> duckdb.DuckDBPyConnection:
    """A database in which every overlap model is a table; `overlap_rule` is the seed as text."""
    db = duckdb.connect()
    db.execute("set threads = 1")
    kinds = {"valid_from": "date", "valid_to": "date", "at_most": "bigint"}
    seed(db, "overlap_rule", overlap_rule, kinds)
    ways = (PROJECT / "seeds/match_method.csv").read_text(encoding="utf-8")
    seed(db, "match_method", ways, {"weakness": "integer"})
    fill(db, "fct_enrolment", ENROLMENT, [_row(each, today) for each in enrolments])
    fill(db, "dim_person", PERSON, [_person(each) for each in people])
    fill(db, "as_of", {"as_of_date": "date"}, [{"as_of_date": today}])
    drop = {"drop_on": today, "began_after": date(1, 1, 1), "began_by": date(9999, 12, 31)}
    fill(db, "drop_day", dict.fromkeys(drop, "date"), [drop])
    listed = {"source_row_id": "varchar", "first_listed_on": "date"}
    fill(db, "first_listed", listed, [])
    named = {"source_row_id": "varchar", "match_method": "varchar", "score": "double"}
    fill(db, "match", named, [])
    for name, columns in NOTHING.items():
        fill(db, name, columns, [])
    for name in MODELS:
        text = (PROJECT / f"models/overlap/{name}.sql").read_text(encoding="utf-8")
        db.execute(f"create table {name} as {RENDER(text)}")
        for other in OTHERS if name == "finding_limit" else ():
            extra = "cast(null as varchar) as telling_programme_id"
            db.execute(f"create table {other} as select *, {extra} from finding_limit where false")
    return db


def _row(each: Enrolment, today: date) -> dict:
    """An enrolment as a row of fct_enrolment."""
    values = asdict(each)
    names = {"id": "enrolment_id", "programme": "programme_id", "person": "person_id"}
    names |= {"household": "household_id", "amount": "monthly_amount", "method": "match_method"}
    row = {names.get(key, key): value for key, value in values.items() if key != "seen_on"}
    return {**row, "source_row_id": f"row_{each.id}", "batch_date": today}


def _person(each: Person) -> dict:
    """A person as a row of dim_person."""
    row = asdict(each)
    return {"person_id": row.pop("id"), "household_id": row.pop("household"), **row}


def expected(
    rules: dict[str, dict], enrolments: list[Enrolment], people: list[Person], today: date
) -> tuple[set[Finding], set[tuple[str, str]]]:
    """The findings and gaps that the interpreter sees."""
    standing = on_lists(enrolments, people, today)
    known = {each.id: each for each in people}
    found: list[Finding] = []
    missing: set[tuple[str, str]] = set()
    for name, rule in rules.items():
        if rule["kind"] == "complement":
            missing |= gaps(name, rule, standing) if rule.get("expects") else set()
        elif rule.get("at_most"):
            found += limit_findings(name, rule, standing)
        else:
            found += findings(name, rule, standing, known)
    return set(found), missing


def answered(db: duckdb.DuckDBPyConnection) -> tuple[set[Finding], set[tuple[str, str]]]:
    """The findings and gaps that the models see."""
    columns = (
        "rule_id, kind, person_id, household_id, programme_id, other_programme_id, starts_on,"
        " ends_on, monthly_amount_at_stake, keep_programme_id, disposition"
    )
    found = {Finding(*row) for row in db.execute(f"select {columns} from fct_finding").fetchall()}
    gap = "select rule_id, coalesce(person_id, household_id) from gap"
    return found, set(db.execute(gap).fetchall())


def differing(found: tuple[set, set], right: tuple[set, set]) -> Iterator[str]:
    """What one of the two sees and the other does not."""
    for one, other in zip(found, right, strict=True):
        yield from (f"only the SQL: {each}" for each in sorted(one - other, key=str))
        yield from (f"only the interpreter: {each}" for each in sorted(other - one, key=str))


def counted_in(db: duckdb.DuckDBPyConnection) -> dict[tuple[str, str | None], int]:
    """The money that the models count, by family and benefit."""
    query = """
        select coalesce(fct.household_id, fct.person_id), finding.counted_programme_id,
            sum(fct.monthly_amount_counted)
        from fct_finding as fct
        inner join finding on fct.finding_id = finding.finding_id
        where fct.monthly_amount_counted is not null
        group by all
    """
    return {
        (family, programme): int(total) for family, programme, total in db.execute(query).fetchall()
    }


def seed_of(files: dict[Path, str]) -> str:
    """The overlap rules as compiled."""
    return files[Path("seeds/generated/overlap_rule.csv")]
