"""One verdict on a screen: what was decided, each criterion, and what would close it."""

from rich.table import Table

from selaras.cli.show import console
from selaras.cli.wording import Vocabulary, amount_of, rupiah, told
from selaras.explain import Explanation, Verdict
from selaras.messages import language, say
from selaras.warehouse import Row

MARKS = {True: "[green]✓[/]", False: "[red]✗[/]", None: "[yellow]?[/]"}
CITATION = 24  # characters; shorter ones are never broken
COLOURS = {"eligible": "green", "ineligible": "red", "undetermined": "yellow"}


def show_verdict(verdict: Verdict, explanation: Explanation) -> None:
    """The verdict in a line, its criteria in a table, then members and what is missing."""
    judged = verdict.judged
    names = {each["person_id"]: str(each["full_name"]) for each in explanation.members}
    who = names.get(judged["person_id"], "")
    title = [f"[bold]{judged['programme_id']}[/]", told(judged, "title"), who]
    console.print(f"\n{' · '.join(filter(None, title))}", highlight=False)
    console.print(f"  {_meaning(judged)}", highlight=False)
    vocabulary = Vocabulary(explanation.vocabulary, str(judged["unit"]))
    console.print(_criteria(verdict.reasons, vocabulary))
    if verdict.components:
        console.print(f"  [bold]{say('explain.component_people')}[/]")
        for each in verdict.components:
            console.print(f"    {_component(each, names)}", highlight=False)
    if verdict.missing:
        console.print(f"  [bold]{say('explain.missing_facts')}[/]")
        for each in verdict.missing:
            console.print(f"    [yellow]?[/] {_missing(each)}", highlight=False)


def _meaning(judged: Row) -> str:
    """The verdict and what follows from it, in words."""
    name = str(judged["verdict"])
    words = [
        f"[bold {COLOURS[name]}]{say(f'explain.verdict_{name}')}[/]",
        say(f"explain.coverage_{judged['coverage']}"),
        amount_of(judged),
    ]
    if judged["is_near_miss"]:
        words.append(f"[bold magenta]{say('explain.near_miss')}[/]")
    return "; ".join(filter(None, words))


def _criteria(reasons: list[Row], vocabulary: Vocabulary) -> Table:
    """Every criterion: its mark, what it says, observed against required, and the citation."""
    table = Table(box=None, show_header=False, padding=(0, 1), expand=True)
    table.add_column(width=2, justify="right")
    table.add_column(ratio=5, overflow="fold")
    table.add_column(ratio=5, overflow="fold")
    longest = max((len(str(reason["basis"])) for reason in reasons), default=0)
    table.add_column(width=min(longest, CITATION), overflow="fold", style="dim")
    for reason in reasons:
        says = told(reason, "says") or str(reason["criterion_id"])
        if reason["is_near_miss"]:
            says = f"[bold magenta]{says}[/]"
        if reason["is_contested"]:
            says = f"{says} [cyan]({say('explain.contested')})[/]"
        table.add_row(
            _mark(reason["outcome"]), says, _seen(reason, vocabulary), str(reason["basis"])
        )
        for branch in reason["branches"]:
            table.add_row("", f"{_mark(branch['outcome'])} {told(branch, 'says')}", "", "")
    return table


def _seen(reason: Row, vocabulary: Vocabulary) -> str:
    """What is known of the facts against what is asked of them; people are listed below."""
    if reason["criterion_id"] == "has_component":
        return ""
    seen = vocabulary.observed(str(reason["observed"] or ""))
    if reason["branches"]:
        return seen
    return f"{seen} [dim]→[/] {vocabulary.required(str(reason['required'] or ''))}"


def _mark(outcome: object) -> str:
    """A tick, a cross or a question mark."""
    return MARKS[outcome if isinstance(outcome, bool) else None]


def _component(row: Row, names: dict[object, str]) -> str:
    """A member in a component, and what the rule writes for it."""
    amount = "" if row["amount"] is None else f" · {rupiah(row['amount'])}"
    name = names.get(row["person_id"], str(row["person_id"]))
    return f"{_mark(row['outcome'])} {row['component_id']} · {name}{amount} / {row['per']}"


def _missing(row: Row) -> str:
    """A fact that is missing, and whom to ask."""
    label = str(row["fact"])
    name = row[f"title_{language()}"] or label
    if label.startswith(":"):
        name = say("explain.figure_missing", name=label.removeprefix(":"))
    agency = row[f"asked_of_title_{language()}"]
    asked = say("explain.ask", agency=agency) if agency else say("explain.ask_nobody")
    shown = f"[bold]{name}[/]" if name == label else f"[bold]{name}[/] [dim]({label})[/]"
    return f"{shown}: {asked}"
