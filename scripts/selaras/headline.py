"""The headline figures, as a person wants to see them."""

from selaras.messages import language
from selaras.warehouse import Row, open_warehouse, rows
from selaras.workspace import Workspace

FIGURES = """
    select metric_id, title_indonesian as label_id, title_english as label_en, value, unit
    from marts.mart_headline_v2
    order by position
"""


def headline(workspace: Workspace) -> list[Row]:
    """The figures of mart_headline, each with its label in the language in use."""
    with open_warehouse(workspace) as connection:
        found = rows(connection, FIGURES)
    return [figure | {"label": figure[f"label_{language()}"]} for figure in found]
