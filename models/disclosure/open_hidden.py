"""Which cells of open data are hidden. One row per cell."""


def model(dbt, session):
    from selaras.disclosure.choose import Limits, choose

    dbt.config(materialized="table")
    limits = Limits(dbt.config.get("smallest_open_cell"), dbt.config.get("open_cell_doubt"))
    return choose(dbt.ref("open_cell"), dbt.ref("open_member"), limits)
