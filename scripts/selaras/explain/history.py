"""What became of somebody's verdicts from week to week, and what caused each change."""

from dataclasses import dataclass
from itertools import groupby

from selaras.warehouse import Row

# Every week's verdicts, those of today last.
WEEKS = """
    (
        select
            programme_id, unit, person_id, household_id, as_of_date,
            verdict, coverage, entitled_amount
        from past.week_verdict
        union all
        select
            programme_id, unit, person_id, household_id, as_of_date,
            verdict, coverage, entitled_amount
        from eligibility.fct_eligibility
    )
"""
# Rows that are gone stand in no list any more; the id of a row is its file and line.
PLACE = """
    left join landing.ledger as ledger
        on split_part(cause.source_row_id, '-', 1) = ledger.file_id
"""
LINE = "ledger.file, try_cast(split_part(cause.source_row_id, '-', 2) as bigint) as line"


def every_week(fact: str) -> str:
    """A fact of causes as every week left it, that of today last."""
    return f"(select * from past.{fact} union all by name select * from cause.{fact})"


CAUSES = f"(select cause.*, {LINE} from {every_week('week_verdict_cause')} as cause {PLACE})"
FINDINGS = f"""
    (
        select cause.*, rule.says_id, rule.says_en, {LINE}
        from {every_week("week_finding_cause")} as cause
        left join overlap.finding_rule as rule using (rule_id)
        {PLACE}
    )
"""
EVENTS = every_week("week_family_change")
STATE = ("verdict", "coverage", "entitled_amount")


@dataclass(frozen=True)
class History:
    """The stretches of weeks with one verdict, and what changed from week to week."""

    stretches: list[Row]
    causes: list[Row]
    finding_causes: list[Row]
    events: list[Row]


def in_time(found: list[Row], *names: str) -> list[Row]:
    """Rows of causes week after week, and within a week by some columns."""
    return sorted(found, key=lambda each: (str(each["as_of_date"]), *map(each.get, names)))


def stretches(weeks: list[Row]) -> list[Row]:
    """Weeks with the same verdict, coverage and amount as one row: `first_on`, `last_on`.

    A week in which somebody was not judged ends a stretch; all weeks that left a record count.
    """
    days = sorted({str(each["as_of_date"]) for each in weeks})
    found: list[Row] = []

    def whose(row: Row) -> tuple[str, ...]:
        return tuple(str(row[name]) for name in ("programme_id", "unit", "person_id"))

    ordered = sorted(weeks, key=lambda row: (*whose(row), str(row["as_of_date"])))
    for _, group in groupby(ordered, key=whose):
        last: Row | None = None
        for row in group:
            at = days.index(str(row["as_of_date"]))
            if last and last["at"] == at - 1 and all(last[name] == row[name] for name in STATE):
                last |= {"last_on": row["as_of_date"], "at": at}
            else:
                last = {**row, "first_on": row["as_of_date"], "last_on": row["as_of_date"]}
                last |= {"at": at}
                found.append(last)
    gone = ("as_of_date", "at")
    return [{name: each[name] for name in each if name not in gone} for each in found]
