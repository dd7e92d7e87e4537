"""What was written into the outbox, for people and machines."""

from selaras.cli.show import as_text, console, fields, number, sentence, titled_table
from selaras.outbox import Outbox
from selaras.outbox.items import KINDS


def show(found: Outbox, as_json: bool) -> None:
    """How much each agency is asked, by kind, and where it lies."""
    if as_json:
        print(as_text(fields(found)))
        return
    columns = (*KINDS, "rupiah")
    table = titled_table("outbox.title", "agency", *columns, numbers=columns)
    for share in found.shares:
        counts = {each.kind: each.rows for each in share.counts}
        cells = [number(counts.get(kind, 0)) for kind in KINDS]
        table.add_row(share.agency.agency_id, *cells, number(share.monthly_amount))
    console.print(table)
    console.print(sentence(found), highlight=False)
