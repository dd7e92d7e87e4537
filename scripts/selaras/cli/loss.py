"""What hiding cells of open data costs, beside the naive rule."""

from rich.table import Table

from selaras.cli.options import Home, Json, Lang
from selaras.messages import say
from selaras.workspace import Workspace

QUERY = "from disclosure.open_loss order by table_name, region_level"


def report(home: Home = None, lang: Lang = None, json: Json = False) -> None:
    """How much of families and money is visible, as chosen and by the naive rule."""
    from selaras.cli.show import as_text, console, number
    from selaras.warehouse import open_warehouse, rows

    with open_warehouse(Workspace.at(home)) as connection:
        found = rows(connection, QUERY)
    if json:
        print(as_text({"tables": found}))
        return
    table = Table(title=say("privacy.title_loss"), caption=say("privacy.caption_loss"))
    for name in ("table", "level"):
        table.add_column(say(f"privacy.column_{name}"))
    for name in ("cells", "small", "hidden", "units", "units_naive", "money", "money_naive"):
        table.add_column(say(f"privacy.column_{name}"), justify="right")
    for row in found:
        counts = (row["cell_count"], row["small_count"], row["hidden_count"])
        shares = (
            _visible(row["hidden_units"], row["unit_count"]),
            _visible(row["naive_units"], row["unit_count"]),
            _visible(row["hidden_amount"], row["amount"]),
            _visible(row["naive_amount"], row["amount"]),
        )
        table.add_row(row["table_name"], row["region_level"], *map(number, counts), *shares)
    console.print(table)


def _visible(hidden: int, whole: int | None) -> str:
    """The share that is not hidden."""
    return f"{1 - hidden / whole:.1%}" if whole else ""
