"""The clock of the province."""

from datetime import date, datetime

import duckdb

from selaras.plain_yaml import project_vars
from selaras.quoted import text
from selaras.workspace import PROJECT


def now() -> datetime:
    """The time by the clock of the province (`time_zone` of dbt_project.yml), without a zone.

    DuckDB tells it, which knows the zones of the world wherever it runs, as for the models.
    """
    with duckdb.connect() as connection:
        zone = project_vars(PROJECT)["time_zone"]
        row = connection.execute(f"select timezone({text(zone)}, now())").fetchone()
    assert row
    return row[0]


def today() -> date:
    """The day in the province."""
    return now().date()
