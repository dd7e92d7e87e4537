"""Payments are the rows of the lists, and their money the money of the lists."""

from pathlib import Path

from selaras.validate.declared import staged_money


def query(project: Path) -> str:
    """Compare rows and rupiah of each programme in staging with those that were made payments."""
    return f"""
        with

        staged as (

            {staged_money(project)}

        ),

        listed as (

            select
                programme_id,
                count(*) as row_count,
                coalesce(sum(amount), 0) as rupiah
            from staged
            where programme_id is not null  -- a row of an unknown programme pays none, and is noted
            group by programme_id

        ),

        paid as (

            select
                programme_id,
                count(*) as row_count,
                coalesce(sum(amount), 0) as rupiah
            from conformed.fct_payment
            group by programme_id

        )

        select
            coalesce(listed.programme_id, paid.programme_id, 'unknown programme') as subject,
            coalesce(paid.row_count, 0) || ' rows, Rp ' || coalesce(paid.rupiah, 0) as observed,
            coalesce(listed.row_count, 0) || ' rows, Rp ' || coalesce(listed.rupiah, 0)
                as expected

        from listed
        full outer join paid
            on listed.programme_id is not distinct from paid.programme_id
        where
            listed.row_count is distinct from paid.row_count
            or listed.rupiah is distinct from paid.rupiah
    """
