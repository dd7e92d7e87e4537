"""Staging neither loses nor adds rows."""

import duckdb

from selaras.lists import layouts


def query(connection: duckdb.DuckDBPyConnection) -> str:
    """Compare each staging table with the ledger's accepted rows of its files in force."""
    counted = " union all ".join(
        f"select '{each.source}' as source, '{each.table}' as table_name, count(*) as staged"
        f" from staging.stg_{each.source}__{each.table}"
        for each in layouts()
    )
    return f"""
        with

        staged as (

            {counted}

        ),

        accepted as (

            select
                ledger.source,
                ledger.table_name,
                sum(ledger.rows_accepted) as accepted

            from landing.ledger as ledger
            inner join ops.snapshot_file as snapshot_file
                on ledger.file_id = snapshot_file.file_id
            where snapshot_file.is_in_force
            group by ledger.source, ledger.table_name

        )

        select
            staged.source || '.' || staged.table_name as subject,
            staged.staged as observed,
            coalesce(accepted.accepted, 0) as expected

        from staged
        left join accepted
            on
                staged.source = accepted.source
                and staged.table_name = accepted.table_name
        where staged.staged != coalesce(accepted.accepted, 0)
    """
