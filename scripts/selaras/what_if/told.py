"""What a page may tell of a reform: hidden by the choice that hides cells of open data."""

import duckdb

from selaras.disclosure.choose import choose
from selaras.disclosure.read import Limits
from selaras.warehouse import Row, rows
from selaras.what_if import sql

COUNTED = ("told_kind", "told_cell", "told_sum")  # each made from those before it
TOLD = ("told_step", "told_group")
NO_CHANGE = """
    select distinct subject, programme_id,
        0 as gained_units, 0 as lost_units, 0 as gained_amount, 0 as lost_amount
    from told_cell
"""


def lay_told(connection: duckdb.DuckDBPyConnection, limits: Limits) -> dict[str, list[Row]]:
    """What may be told, by the name of the query that says it, of the results of a question.

    Leaves temporary tables in the connection, `told_hidden` with what is hidden.
    """
    for name in COUNTED:
        connection.execute(f"create or replace temp table {name} as {sql(name)}")
    tables = (connection.table(name) for name in COUNTED[1:])
    hidden = choose(*tables, connection.sql(NO_CHANGE), limits)
    connection.register("chosen", hidden)
    connection.execute("create or replace temp table told_hidden as from chosen")
    connection.unregister("chosen")
    return {name: rows(connection, sql(name)) for name in TOLD}
