"""The life of a case in lines: since when, who acts, what people decided, why it closed."""

from selaras.cli.codes import Codes
from selaras.cli.wording import day, joined, rupiah, told
from selaras.explain import Explanation
from selaras.messages import say
from selaras.warehouse import Row


def case(row: Row, explanation: Explanation) -> str:
    """A case: what it is about, who acts, and what became of it week after week."""
    codes = Codes(explanation.labels)
    stake = row["monthly_amount_at_stake"]
    acts = [
        say("explain.at_stake", amount=rupiah(stake)) if stake else "",
        say("explain.review_by", agency=codes("agency", row["agency"])),
    ]
    status = codes("case_status", row["status"])
    lines = [
        f"[bold]{_about(row, explanation, codes)}[/] [yellow]({status})[/]",
        joined(*acts),
        joined(*_life(row, explanation, codes)),
        f"[dim]{row['case_id']}[/]",
    ]
    return "\n".join(lines)


def _about(row: Row, explanation: Explanation, codes: Codes) -> str:
    """What was found; of a verdict, which criteria somebody who receives does not meet."""
    if row["cause"] != "verdict":
        rules = {each["rule_id"]: told(each, "says") for each in explanation.rules}
        return rules.get(row["rule_id"]) or str(row["rule_id"])
    unmet = _criteria(row, row["observed"], explanation)
    return f"{codes('programme', row['rule_id'])}: {codes('coverage', 'leaked')}. {unmet}".strip()


def _criteria(row: Row, written: object, explanation: Explanation) -> str:
    """Criteria in words, as not met."""
    words = {
        each["criterion_id"]: told(each, "says")
        for each in explanation.criteria
        if each["programme_id"] in (row["programme_id"], row["rule_id"])
    }
    names = [each for each in str(written or "").split(", ") if each]
    said = " ".join(words.get(each, each) for each in names)
    return say("explain.unmet", criteria=said) if said else ""


def _life(row: Row, explanation: Explanation, codes: Codes) -> list[str]:
    """What became of it, in the order of time."""
    weeks = row["weeks_open"]
    seen = say("explain.case_week" if weeks == 1 else "explain.case_weeks", weeks=weeks)
    return [
        say("explain.seen_on", day=day(row["first_seen_on"])),
        seen,
        say("explain.case_back", day=day(row["reopened_on"])) if row["reopened_on"] else "",
        _decided(row, codes) if row["disposition"] else "",
        _closed(row, explanation, codes) if row["closed_on"] else "",
    ]


def _decided(row: Row, codes: Codes) -> str:
    """What people decided last, who, and when."""
    word = codes("disposition", row["disposition"])
    who = row["decided_by"] or codes("agency", row["decided_by_agency"])
    on = day(row["decided_on"]) or say("explain.unknown")
    return say("explain.case_decided", decision=word, who=who, day=on)


def _closed(row: Row, explanation: Explanation, codes: Codes) -> str:
    """When it closed, and which side changed."""
    why = f"explain.case_closed_{row['closed_because']}"
    if row["closed_because"] == "facts":
        side = _criteria(row, row["closed_side"], explanation)
        source = codes.all("agency", row["closed_source"])
    else:
        side = codes.all("programme source side", row["closed_side"])
        source = codes.all("source", row["closed_source"])
    return say(why, day=day(row["closed_on"]), side=side, source=source)
