"""What came of an allocation, in sentences, a table of who waits, and for machines."""

from rich.table import Table

from selaras.allocate import Outcome
from selaras.cli.show import as_text, console, number
from selaras.messages import language, say

SHOWN = ("decile", "city", "sex")
COUNTS = ("entitled", "served", "waiting", "percent_served")


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
        console.print(say("allocate.next", whom=whom, **row), highlight=False)
    table = Table(title=say("allocate.title_fairness"), title_justify="left", header_style="bold")
    for name in ("dimension", "grouping", *COUNTS):
        justify = "right" if name in COUNTS else "left"
        table.add_column(say(f"allocate.column_{name}"), justify=justify, overflow="fold")
    for row in found.fairness:
        if row["dimension"] in SHOWN:
            texts = (str(row["dimension"]), str(row["grouping"]))
            table.add_row(*texts, *(number(row[name]) for name in COUNTS))
    console.print(table)
    console.print(say("allocate.kept", database=found.database), soft_wrap=True, highlight=False)
