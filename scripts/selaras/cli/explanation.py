"""One person's and family's verdicts on a screen."""

from collections.abc import Callable
from dataclasses import asdict

from rich.table import Table

from selaras.cli import history
from selaras.cli.cases import case
from selaras.cli.evidence import candidate, with_evidence
from selaras.cli.one_verdict import show_verdict
from selaras.cli.safe import made_safe
from selaras.cli.show import as_text, console, number
from selaras.cli.wording import rupiah, told
from selaras.explain import Explanation
from selaras.messages import say
from selaras.warehouse import Row

EXACT = "exact"
Line = Callable[[Row], str]


def show(explanation: Explanation, as_json: bool) -> None:
    """Who it is, each verdict with its criteria, then lists, money, findings and rows."""
    if as_json:
        fields = asdict(explanation)
        del fields["vocabulary"], fields["levels"]
        print(as_text(fields))
        return
    explanation = made_safe(explanation)
    if explanation.person or explanation.household:
        _known(explanation)
    else:
        _list("explain.unmatched_rows", explanation.source_rows, _source_row)
    _list("explain.refused_rows", explanation.refused_rows, _refused_row)


def _known(explanation: Explanation) -> None:
    """Everything about someone whom a register holds."""
    _who(explanation)
    for verdict in explanation.verdicts:
        show_verdict(verdict, explanation)
    if not explanation.verdicts:
        console.print(say("explain.no_verdict"))
    named = _naming(explanation)
    _list("explain.objections", explanation.objections, named(_objection))
    _list("explain.enrolments", explanation.enrolments, named(_enrolment), "explain.no_enrolment")
    _list("explain.payments", explanation.payments, _payment)
    _list("explain.findings", explanation.findings, named(_finding), "explain.no_finding")
    _list("explain.cases", explanation.cases, named(case))
    _list("explain.identity_changes", explanation.identity_changes, named(_identity_change))
    _history(explanation)
    rows = _together(explanation.source_rows)
    _list("explain.source_rows", rows, with_evidence(_source_row, explanation.levels))
    queue = with_evidence(candidate, explanation.levels)
    _list("explain.candidates", explanation.candidates, queue)


def _history(explanation: Explanation) -> None:
    """Verdicts from week to week, what changed, and why."""
    past = explanation.history
    named = _naming(explanation)
    _list("explain.history", history.changed_stretches(past.stretches), named(history.stretch))
    _list(
        "explain.causes",
        past.causes,
        lambda row: history.verdict_cause(row, explanation),
    )
    _list(
        "explain.finding_causes",
        past.finding_causes,
        lambda row: history.finding_cause(row, explanation),
    )
    _list("explain.events", past.events, named(history.event))


def _naming(explanation: Explanation) -> Callable[[Line], Line]:
    """Adds whom a line is about, where it may be about several members of a family."""
    names = {each["person_id"]: each["full_name"] for each in explanation.members}

    def naming(line: Line) -> Line:
        if explanation.person:
            return line
        return lambda row: _joined(line(row), str(names.get(row["person_id"]) or ""))

    return naming


def _joined(*parts: object) -> str:
    """What is there of some parts, in one line."""
    return " · ".join(str(part) for part in parts if part)


def _together(found: list[Row]) -> list[Row]:
    """One row for all rows of a table that need the same to be said, with their number."""
    names = ("source", "table_name", "role", "match_method", "notes", "candidate_id")
    groups: dict[tuple[object, ...], Row] = {}
    for row in found:
        key = tuple(row[name] for name in names)
        count = groups.get(key, {}).get("row_count", 0)
        groups[key] = row | {"row_count": int(str(count)) + 1}
    return list(groups.values())


def _who(explanation: Explanation) -> None:
    """The person, the family and its members in a line each."""
    if explanation.person:
        console.print(f"[bold]{say('explain.person')}[/] {_named(explanation.person)}")
    household = explanation.household
    if household:
        facts = [
            f"No KK {household['no_kk']}",
            household["household_id"],
            f"{number(household['member_count'])} {say('explain.members')}",
            f"{say('explain.decile')} {household['national_decile'] or say('explain.unknown')}",
            f"{say('explain.region')} {household['region_code'] or say('explain.unknown')}",
        ]
        console.print(f"[bold]{say('explain.family')}[/] {', '.join(map(str, facts))}")
    _list("explain.family_members", explanation.members, _named)


def _named(person: Row) -> str:
    """A person as people know one another."""
    age = person["age_years"]
    parts = [
        str(person["full_name"] or say("explain.unknown")),
        f"NIK {person['nik']}",
        f"{say('explain.born')} {person['birth_date'] or say('explain.unknown')}",
        f"{say('explain.age')} {say('explain.unknown') if age is None else age}",
        str(person["person_id"]),
    ]
    if person["life_status"] not in (None, "active"):
        status = say(f"explain.life_{person['life_status']}")
        parts.append(f"[bold red]{status} {person['life_status_on'] or ''}[/]".strip())
    return ", ".join(parts)


def _side(row: Row) -> str:
    """A programme, with the component where there is one."""
    return "/".join(str(row[key]) for key in ("programme_id", "component") if row[key])


def _objection(row: Row) -> str:
    """An accepted objection."""
    ends = row["valid_until"]
    span = say("explain.until", day=ends) if ends else say("explain.no_end")
    return f"{row['programme_id']} · {row['criterion_id']} · {span} · {row['objection_id']}"


def _enrolment(row: Row) -> str:
    """An enrolment in a line."""
    amount = row["monthly_amount"]
    return _joined(
        _side(row),
        f"{row['starts_on'] or ''}..{row['ends_on'] or ''}",
        rupiah(amount) if amount is not None else "",
        row["status"],
        f"({row['match_method']}, {row['source_row_id']})",
    )


def _payment(row: Row) -> str:
    """The payments of a programme with one outcome."""
    span = f"{row['first_period_starts_on']}..{row['last_period_ends_on']}"
    count = say("explain.payment_count", count=number(row["payments"]))
    amount = "" if row["amount"] is None else rupiah(row["amount"])
    return _joined(_side(row), row["status"], amount, count, span)


def _finding(row: Row) -> str:
    """A finding: what it says, what is at stake, and what people decided."""
    sides = " x ".join(str(row[key]) for key in ("programme_id", "other_programme_id") if row[key])
    stake = row["monthly_amount_at_stake"]
    line = _joined(
        row["rule_id"],
        row["kind"],
        sides,
        say("explain.at_stake", amount=rupiah(stake)) if stake else "",
        say("explain.seen_on", day=row["first_seen_on"]),
        say("explain.review_by", agency=row["review_agency"]) if row["review_agency"] else "",
    )
    decided = say(f"explain.disposition_{row['disposition']}")
    return f"[bold]{told(row, 'says')}[/] [yellow]({decided})[/]\n{line}"


def _identity_change(row: Row) -> str:
    """What became of a number or a family card, and which ids were there before."""
    before = [row["previous_person_id"]]
    if row["previous_household_id"] != row["household_id"]:
        before.append(row["previous_household_id"])
    former = say("explain.formerly", ids=_joined(*before)) if any(before) else ""
    return f"{told(row, 'says')}\n{_joined(row['batch_date'], former, row['evidence'])}"


def _source_row(row: Row) -> str:
    """A row of a list, and what had to be done to it."""
    place = f"{row['file']}, {say('explain.line', line=row['line'])}"
    count = row.get("row_count", 1)
    where = place if count == 1 else say("explain.row_count", count=count, place=place)
    method = "" if row["match_method"] == EXACT else row["match_method"]
    return _joined(f"{row['source']}.{row['table_name']}", where, row["role"], method, row["notes"])


def _refused_row(row: Row) -> str:
    """A row in quarantine."""
    place = f"{row['file']}, {say('explain.line', line=row['line'])}"
    return f"{row['source']}.{row['table_name']} · {place} · {row['reason']}"


def _list(title: str, found: list[Row], line: Line, empty: str = "") -> None:
    """A headed list, or a sentence where it is empty."""
    if not found:
        if empty:
            console.print(f"\n{say(empty)}")
        return
    console.print(f"\n[bold]{say(title)}[/]")
    grid = Table.grid(padding=(0, 1))
    for row in found:
        grid.add_row(" ", line(row))
    console.print(grid, highlight=False)
