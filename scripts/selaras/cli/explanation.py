"""One person's and family's verdicts on a screen."""

from collections.abc import Callable
from dataclasses import asdict

from rich.table import Table

from selaras.cli import history
from selaras.cli.asking import question
from selaras.cli.cases import case
from selaras.cli.evidence import candidate, with_evidence
from selaras.cli.lines import Lines
from selaras.cli.one_verdict import show_verdict
from selaras.cli.safe import made_safe
from selaras.cli.show import as_text, console
from selaras.cli.under_reform import under_reform
from selaras.explain import Explanation
from selaras.messages import say
from selaras.warehouse import Row

# What only says what things are called; machines read the codes themselves.
WORDS = ("vocabulary", "levels", "labels", "criteria", "branches", "rules", "regions")
Line = Callable[[Row], str]


def show(
    explanation: Explanation, as_json: bool, reform: str | None = None, ask: bool = False
) -> None:
    """Who it is, each verdict with its criteria, then lists, money, findings and rows.

    With a reform last what it would change, and if asked for the shortest list of questions.
    """
    if as_json:
        fields = asdict(explanation)
        print(as_text({name: each for name, each in fields.items() if name not in WORDS}))
        return
    explanation = made_safe(explanation)
    lines = Lines(explanation)
    if explanation.person or explanation.household:
        _known(explanation, lines)
    else:
        _list("explain.unmatched_rows", explanation.source_rows, lines.source_row)
    _list("explain.refused_rows", explanation.refused_rows, lines.refused_row)
    if ask:
        listed = lines.naming(lambda row: question(row, lines.codes, explanation.vocabulary))
        _list("ask.list", explanation.questions, listed, "ask.no_list")
        if not all(each["is_proven"] for each in explanation.questions):
            console.print(say("ask.not_proven"))
    if reform:
        told = lines.naming(lambda row: under_reform(row, lines.codes, explanation.criteria))
        _list("what_if.of_family", explanation.what_if, told, "what_if.same_for_family")


def _known(explanation: Explanation, lines: Lines) -> None:
    """Everything about someone whom a register holds."""
    _who(explanation, lines)
    for verdict in explanation.verdicts:
        show_verdict(verdict, explanation)
    if not explanation.verdicts:
        console.print(say("explain.no_verdict"))
    named = lines.naming
    _list("explain.objections", explanation.objections, named(lines.objection))
    _list("explain.answers", explanation.answers, named(lines.answer))
    _list(
        "explain.enrolments",
        explanation.enrolments,
        named(lines.enrolment),
        "explain.no_enrolment",
    )
    _list("explain.payments", explanation.payments, lines.payment)
    _list("explain.findings", explanation.findings, named(lines.finding), "explain.no_finding")
    _list("explain.cases", explanation.cases, named(lambda row: case(row, explanation)))
    _list("explain.identity_changes", explanation.identity_changes, named(lines.identity_change))
    _history(explanation, named)
    rows = _together(explanation.source_rows)
    _list("explain.source_rows", rows, with_evidence(lines.source_row, explanation.levels))
    queue = with_evidence(candidate(lines.codes), explanation.levels)
    _list("explain.candidates", explanation.candidates, queue)


def _history(explanation: Explanation, named: Callable[[Line], Line]) -> None:
    """Verdicts from week to week, what changed, and why."""
    past = explanation.history
    _list(
        "explain.history",
        history.changed_stretches(past.stretches),
        named(lambda row: history.stretch(row, explanation)),
    )
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
    _list("explain.events", past.events, named(lambda row: history.event(row, explanation)))


def _together(found: list[Row]) -> list[Row]:
    """One row for all rows of a table that need the same to be said, with their number."""
    names = ("source", "table_name", "role", "match_method", "notes", "candidate_id")
    groups: dict[tuple[object, ...], Row] = {}
    for row in found:
        key = tuple(row[name] for name in names)
        count = groups.get(key, {}).get("row_count", 0)
        groups[key] = row | {"row_count": int(str(count)) + 1}
    return list(groups.values())


def _who(explanation: Explanation, lines: Lines) -> None:
    """The person, the family and its members in a line each."""
    if explanation.person:
        person = lines.person(explanation.person)
        console.print(f"[bold]{say('explain.person')}[/] {person}", highlight=False)
    if explanation.household:
        family = lines.family(explanation.household)
        console.print(f"[bold]{say('explain.family')}[/] {family}", highlight=False)
    _list("explain.family_members", explanation.members, lines.person)


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
