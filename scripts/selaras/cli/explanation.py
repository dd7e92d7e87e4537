"""One person's and family's verdicts on a screen."""

from dataclasses import asdict

from rich.table import Table

from selaras.cli.show import as_text, console, number
from selaras.explain import Explanation, Verdict
from selaras.messages import language, say
from selaras.warehouse import Row

OUTCOMES = {True: "[green]✓[/]", False: "[red]✗[/]", None: "[yellow]?[/]"}
COLOURS = {"eligible": "green", "ineligible": "red", "undetermined": "yellow"}


def show(explanation: Explanation, as_json: bool) -> None:
    """Who it is, then each verdict with its criteria, then enrolments and findings."""
    if as_json:
        print(as_text(asdict(explanation)))
        return
    _who(explanation)
    for verdict in explanation.verdicts:
        _verdict(verdict, explanation.members)
    if not explanation.verdicts:
        console.print(say("explain.no_verdict"))
    _enrolments(explanation.enrolments)
    _findings(explanation.findings)


def _who(explanation: Explanation) -> None:
    """The person and the family in a line each."""
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


def _named(person: Row) -> str:
    """A person as people know one another."""
    age = person["age_years"]
    born = f"{say('explain.born')} {person['birth_date'] or say('explain.unknown')}"
    aged = f"{say('explain.age')} {say('explain.unknown') if age is None else age}"
    return f"{person['full_name']}, NIK {person['nik']}, {born}, {aged}, {person['person_id']}"


def _verdict(verdict: Verdict, members: list[Row]) -> None:
    """One programme: the verdict, what it means, and the criteria behind it."""
    judged = verdict.judged
    name = next(
        (f" · {each['full_name']}" for each in members if each["person_id"] == judged["person_id"]),
        "",
    )
    table = Table(
        title=f"[bold]{judged['programme_id']}[/]{name}: {_meaning(judged)}",
        title_justify="left",
        title_style="",
    )
    for column in ("outcome", "criterion", "observed", "required", "basis"):
        table.add_column(say(f"explain.column_{column}"), overflow="fold")
    for reason in verdict.reasons:
        table.add_row(
            OUTCOMES.get(_truth(reason["outcome"]), str(reason["outcome"])),
            str(reason[f"says_{language()}"] or reason["criterion_id"]),
            *(str(reason[key] or "") for key in ("observed", "required", "basis")),
        )
    console.print()
    console.print(table)


def _meaning(judged: Row) -> str:
    """The verdict and what follows from it, in words."""
    verdict = str(judged["verdict"])
    words = [
        f"[{COLOURS.get(verdict, 'white')}]{say(f'explain.verdict_{verdict}')}[/]",
        say(f"explain.coverage_{judged['coverage']}"),
    ]
    if judged["entitled_amount"]:
        words.append(say("explain.entitled", amount=f"Rp {number(judged['entitled_amount'])}"))
    if judged["missing_facts"]:
        words.append(say("explain.missing", facts=judged["missing_facts"]))
    return "; ".join(words)


def _truth(outcome: object) -> object:
    """A three-valued outcome, however the warehouse writes it."""
    return {"true": True, "false": False, "met": True, "unmet": False, "unknown": None}.get(
        str(outcome).lower(), outcome
    )


def _enrolments(enrolments: list[Row]) -> None:
    """What the lists grant."""
    if not enrolments:
        console.print(say("explain.no_enrolment"))
        return
    _list("explain.enrolments", enrolments, _enrolment)


def _enrolment(row: Row) -> str:
    """An enrolment in a line."""
    amount = row["monthly_amount"]
    parts = [
        "/".join(filter(None, (row["programme_id"], row["component"]))),
        f"{row['starts_on'] or ''}..{row['ends_on'] or ''}",
        f"Rp {number(amount)}" if amount is not None else "",
        row["status"],
        f"({row['match_method']}, {row['source_row_id']})",
    ]
    return " ".join(str(part) for part in parts if part)


def _findings(findings: list[Row]) -> None:
    """What does not fit together."""
    if not findings:
        console.print(say("explain.no_finding"))
        return
    _list("explain.findings", findings, _finding)


def _finding(row: Row) -> str:
    """A finding in a line."""
    sides = " x ".join(filter(None, (row["programme_id"], row["other_programme_id"])))
    span = f"{row['starts_on'] or ''}..{row['ends_on'] or ''}"
    return f"{row['rule_id']} ({row['kind']}) {sides} {span} {row['finding_id']}"


def _list(title: str, found: list[Row], line: object) -> None:
    """A headed list."""
    console.print(f"\n[bold]{say(title)}[/]")
    for row in found:
        console.print(f"  {line(row)}", soft_wrap=True, markup=False)
