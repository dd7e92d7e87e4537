"""The life of a case in lines: since when, who acts, what people decided, why it closed."""

from selaras.cli.wording import rupiah
from selaras.messages import say
from selaras.warehouse import Row


def case(row: Row) -> str:
    """A case: its id and status, what it is about, and what became of it week after week."""
    sides = " x ".join(str(row[key]) for key in ("programme_id", "other_programme_id") if row[key])
    stake = row["monthly_amount_at_stake"]
    about = [
        str(row["rule_id"]),
        sides if sides != row["rule_id"] else "",
        str(row["observed"] or "") if row["cause"] == "verdict" else "",
        say("explain.at_stake", amount=rupiah(stake)) if stake else "",
        say("explain.review_by", agency=row["agency"]),
    ]
    status = say(f"explain.case_{row['status']}")
    lines = [
        f"[bold]{row['case_id']}[/] [yellow]({status})[/]",
        _joined(about),
        _joined(_life(row)),
    ]
    return "\n".join(lines)


def _life(row: Row) -> list[str]:
    """What became of it, in the order of time."""
    return [
        say("explain.seen_on", day=row["first_seen_on"]),
        say("explain.case_weeks", weeks=row["weeks_open"]),
        say("explain.case_back", day=row["reopened_on"]) if row["reopened_on"] else "",
        _decided(row) if row["disposition"] else "",
        _closed(row) if row["closed_on"] else "",
    ]


def _decided(row: Row) -> str:
    """What people decided last, who, and when."""
    word = say(f"explain.disposition_{row['disposition']}")
    who = row["decided_by"] or row["decided_by_agency"]
    return say("explain.case_decided", decision=word, who=who, day=row["decided_on"] or "?")


def _closed(row: Row) -> str:
    """When it closed, and which side changed."""
    why = f"explain.case_closed_{row['closed_because']}"
    return say(why, day=row["closed_on"], side=row["closed_side"], source=row["closed_source"])


def _joined(parts: list[str]) -> str:
    """What there is of some parts, in one line."""
    return " · ".join(part for part in parts if part)
