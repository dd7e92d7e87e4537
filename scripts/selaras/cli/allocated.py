"""What came of an allocation, in sentences, a table of who waits, and for machines."""

from rich.table import Table

from selaras.allocate import AS_MANY, POT, Outcome
from selaras.cli.show import as_text, console, number
from selaras.messages import language, say

SHOWN = ("programme", "decile", "city", "family_size", "sex", "age_group", "disability")
COUNTS = ("entitled", "served", "waiting", "without_amount", "open_verdicts", "percent_served")
LIMITS = (POT, AS_MANY)
WORDS = ("unknown", "true", "false", "male", "female")


def show(found: Outcome, as_json: bool) -> None:
    """Places, money, who comes next and the fairness of it."""
    if as_json:
        told = {"database": str(found.database), **found.summary}
        print(as_text(told | {"next": found.next_ones, "fairness": found.fairness}))
        return
    allocation, pot = found.read.allocation, found.read.allocation.pot
    title = getattr(allocation.title, language())
    console.print(say("allocate.title", title=title, lot=allocation.lot), highlight=False)
    counts = {name: number(value or 0) for name, value in found.summary.items()}
    console.print(say("allocate.served", **counts), highlight=False)
    if pot.rupiah is None:
        console.print(say("allocate.places", served=counts["served"], pot=number(pot.places)))
    else:
        values = {"pot": number(pot.rupiah), "months": pot.months, **counts}
        console.print(say("allocate.spent", **values), highlight=False)
    for row in found.next_ones[:1]:
        whom = row["person_id"] or row["household_id"]
        closed = ", ".join(
            say(f"allocate.limit_{each}") if each in LIMITS else each
            for each in str(row["closed_by"]).split(", ")
        )
        told = row | {"whom": whom, "closed_by": closed}
        console.print(say("allocate.next", **told), highlight=False)
    console.print(_fairness(found))
    console.print(say("allocate.kept", database=found.database), soft_wrap=True, highlight=False)


def _fairness(found: Outcome) -> Table:
    """Who is served and who waits, by all that is told of people but the kecamatan."""
    table = Table(title=say("allocate.title_fairness"), title_justify="left", header_style="bold")
    for name in ("dimension", "grouping", *COUNTS):
        justify = "right" if name in COUNTS else "left"
        table.add_column(say(f"allocate.column_{name}"), justify=justify, overflow="fold")
    for dimension in SHOWN:
        of_it = [row for row in found.fairness if row["dimension"] == dimension]
        for row in of_it:
            group = str(row["called"])
            told = say(f"report.what_if_is_{group}") if group in WORDS else group
            counts = (number(row[name]) for name in COUNTS)
            table.add_row(say(f"report.what_if_by_{dimension}"), told, *counts)
        if of_it:
            table.add_section()
    return table
