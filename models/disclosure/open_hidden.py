"""Which cells of open data are hidden. One row per cell."""


def model(dbt, session):
    from selaras.disclosure.choose import choose
    from selaras.disclosure.read import Limits

    dbt.config(materialized="table")
    limits = Limits(dbt.config.get("smallest_open_cell"), dbt.config.get("open_cell_doubt"))
    return choose(dbt.ref("open_cell"), dbt.ref("open_sum"), dbt.ref("open_change"), limits)
