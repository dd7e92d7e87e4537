"""One verdict on a screen: what was decided, each criterion, and what would close it."""

from rich.table import Table

from selaras.cli.codes import Codes
from selaras.cli.conditions import Conditions
from selaras.cli.near import Near
from selaras.cli.show import console
from selaras.cli.wording import amount_of, joined, rupiah, told
from selaras.explain import Explanation, Verdict
from selaras.messages import language, say
from selaras.warehouse import Row

MARKS = {True: "[green]✓[/]", False: "[red]✗[/]", None: "[yellow]?[/]"}
CITATION = 24  # characters; shorter ones are never broken
ROOM = 110  # columns of a screen on which what was seen stands beside the criterion
COLOURS = {"eligible": "green", "ineligible": "red", "undetermined": "yellow"}
COMPONENT = "has_component"
UNCITED = "not known"


def show_verdict(verdict: Verdict, explanation: Explanation) -> None:
    """The verdict in a line, its criteria in a table, then members and what is missing."""
    judged, codes = verdict.judged, Codes(explanation.labels)
    names = {each["person_id"]: str(each["full_name"]) for each in explanation.members}
    who = names.get(judged["person_id"], "")
    title = f"[bold]{told(judged, 'title')}[/] [dim]({judged['programme_id']})[/]"
    console.print(f"\n{joined(title, who)}", highlight=False)
    console.print(f"  {verdict_means(judged, codes)}", highlight=False)
    conditions = Conditions(explanation.vocabulary, str(judged["unit"]), codes)
    table = _criteria(verdict.reasons, conditions, explanation.branches)
    console.print(table, highlight=False)
    if verdict.components:
        console.print(f"  [bold]{say('explain.component_people')}[/]")
        for each in verdict.components:
            console.print(f"    {_component(each, names, codes)}", highlight=False)
    if verdict.missing:
        console.print(f"  [bold]{say('explain.missing_facts')}[/]")
        for each in verdict.missing:
            console.print(f"    [yellow]?[/] {fact_missing(each)}", highlight=False)
    for line in Near(verdict, explanation).lines():
        console.print(line, highlight=False)


def verdict_means(judged: Row, codes: Codes) -> str:
    """The verdict and what follows from it, in words."""
    name = str(judged["verdict"])
    words = [codes("coverage", judged["coverage"])]
    if judged["coverage"] == "open":
        words.insert(0, codes("verdict", name))
    words = [f"[bold {COLOURS[name]}]{': '.join(words)}[/]", amount_of(judged)]
    if judged["is_near_miss"]:
        words.append(f"[bold magenta]{say('explain.near_miss')}[/]")
    return "; ".join(filter(None, words))


def _criteria(reasons: list[Row], conditions: Conditions, branches: list[Row]) -> Table:
    """Every criterion: its mark, what it says, what was seen of it, and the citation.

    On a narrow screen the last two stand below what it says.
    """
    table = Table(box=None, show_header=False, padding=(0, 1), expand=True)
    table.add_column(width=2, justify="right")
    table.add_column(ratio=5)
    is_wide = console.width >= ROOM
    if is_wide:
        longest = max((len(criterion_basis(reason)) for reason in reasons), default=0)
        table.add_column(ratio=5)
        table.add_column(width=min(longest, CITATION), style="dim")
    for reason in reasons:
        ways = {
            each["branch_id"]: str(each["condition"])
            for each in branches
            if each["criterion_id"] == reason["criterion_id"]
            and each["programme_id"] == reason["programme_id"]
        }
        mark, says, seen = (
            _mark(reason["outcome"]),
            criterion_says(reason),
            criterion_seen(reason, conditions),
        )
        if is_wide:
            table.add_row(mark, says, seen, criterion_basis(reason))
        else:
            table.add_row(
                mark, "\n".join([says, f"[dim]{joined(seen, criterion_basis(reason))}[/]"])
            )
        for branch in reason["branches"]:
            says = f"{_mark(branch['outcome'])} {told(branch, 'says')}"
            seen = conditions.way(ways[branch["branch_id"]], *criterion_sides(reason))
            if is_wide:
                table.add_row("", says, seen, "")
            else:
                table.add_row("", "\n".join(filter(None, [says, f"  [dim]{seen}[/]"])))
    return table


def criterion_says(reason: Row) -> str:
    """What a criterion says; the one that alone stands in the way stands out."""
    says = told(reason, "says") or str(reason["criterion_id"])
    if reason["is_near_miss"]:
        says = f"[bold magenta]{says}[/]"
    return f"{says} [cyan]({say('explain.contested')})[/]" if reason["is_contested"] else says


def criterion_basis(reason: Row) -> str:
    """The regulation, or that none is known."""
    is_known = reason["basis"] != UNCITED
    return str(reason["basis"]) if is_known else say("explain.basis_not_known")


def criterion_seen(reason: Row, conditions: Conditions) -> str:
    """What is known of the facts and what is asked of them; people are listed below."""
    if reason["criterion_id"] == COMPONENT:
        return ""
    return "" if reason["branches"] else conditions.told(*criterion_sides(reason))


def criterion_sides(reason: Row) -> tuple[str, str]:
    """What was seen of the facts, and what is asked of them."""
    return str(reason["observed"] or ""), str(reason["required"] or "-")


def _mark(outcome: object) -> str:
    """A tick, a cross or a question mark."""
    return MARKS[outcome if isinstance(outcome, bool) else None]


def _component(row: Row, names: dict[object, str], codes: Codes) -> str:
    """A member in a component, and what the rule writes for it."""
    name = names.get(row["person_id"], str(row["person_id"]))
    amount = ""
    if row["amount"] is not None:
        per = codes("per", row["per"])
        amount = say("explain.amount_per", amount=rupiah(row["amount"]), per=per)
    return (
        f"{_mark(row['outcome'])} {joined(codes('component', row['component_id']), name, amount)}"
    )


def fact_missing(row: Row) -> str:
    """A fact that is missing, and whom to ask."""
    label = str(row["fact"])
    name = row[f"title_{language()}"] or label
    if label == "member":
        name = say("explain.member_missing")
    elif label.startswith("member."):
        name = say("explain.of_a_member", fact=name)
    elif label.startswith(":"):
        name = say("explain.figure_missing", name=label.removeprefix(":"))
    agency = row[f"asked_of_title_{language()}"]
    asked = say("explain.ask", agency=agency) if agency else say("explain.ask_nobody")
    return f"[bold]{name}[/]: {asked}"
