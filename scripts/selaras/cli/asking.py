"""What to ask next, as tables and lines."""

from rich.table import Table

from selaras.cli.codes import Codes
from selaras.cli.show import as_text, console, number
from selaras.messages import language, say
from selaras.warehouse import Row

SHOWN = 15
COUNTS = ("asked", "settles", "may_settle", "rupiah", "overlap_count")


def show(found: list[Row], as_json: bool) -> None:
    """The questions that settle most, one at a time and two together."""
    if as_json:
        print(as_text(found))
        return
    if not found:
        console.print(say("ask.nothing"))
        return
    alone = [row for row in found if not row["with_fact"]]
    pairs = [row for row in found if row["with_fact"]]
    console.print(_table("ask.title", alone, "agency", "programme", "fact"))
    console.print(_table("ask.title_pairs", pairs, "agency", "programme", "fact", "with_fact"))


def question(row: Row, codes: Codes, vocabulary: list[Row]) -> str:
    """One question of the shortest list: what, whom to ask, and which programmes wait for it."""
    programmes = ", ".join(codes("programme", each) for each in row["programmes"])
    agency = codes("agency", row["agency"])
    if row["fact"] is None:
        return f"[yellow]?[/] {programmes}: {say('ask.unanswerable', agency=agency)}"
    unit = "person" if row["person_id"] else "household"
    titles = {(each["unit"], each["fact_id"]): each[f"title_{language()}"] for each in vocabulary}
    fact = titles.get((unit, row["fact"])) or row["fact"]
    return f"[yellow]?[/] {fact} · {agency} · {programmes}"


def _table(title: str, found: list[Row], *names: str) -> Table:
    """The first rows under headings."""
    table = Table(title=say(title), title_justify="left", header_style="bold")
    for name in (*names, *COUNTS):
        justify = "right" if name in COUNTS else "left"
        table.add_column(say(f"ask.column_{name}"), justify=justify, overflow="fold")
    for row in found[:SHOWN]:
        texts = [str(row["programme_id" if name == "programme" else name]) for name in names]
        table.add_row(*texts, *(number(row[name] or 0) for name in COUNTS))
    return table
