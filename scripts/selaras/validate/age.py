"""No result rests on a list that is older than its contract allows."""

from pathlib import Path

from selaras.validate.declared import oldest_allowed
from selaras.validate.privacy import NOTHING


def query(project: Path) -> str:
    """Compare the last accepted file of each list with the day of judgement.

    A list that comes in one file a place is as old as the place that is longest missing; one of
    which no file ever came is not looked at.
    """
    declared = ", ".join(
        f"('{source}', '{table}', {days})" for source, table, days in oldest_allowed(project)
    )
    if not declared:
        return NOTHING
    return f"""
        with

        allowed (source, table_name, most_days) as (

            values {declared}

        ),

        place as (

            select
                ledger.source,
                ledger.table_name,
                max(ledger.batch_date) as batch_date

            from landing.ledger as ledger
            inner join ops.as_of as as_of
                on ledger.batch_date <= as_of.as_of_date
            where ledger.status = 'accepted'
            group by
                ledger.source,
                ledger.table_name,
                case
                    when regexp_full_match(ledger.snapshot_key, '[0-9]{{2}}[.][0-9]{{2}}')
                        then ledger.snapshot_key
                end

        ),

        aged as (

            select
                place.source,
                place.table_name,
                max(as_of.as_of_date - place.batch_date) as days

            from place
            cross join ops.as_of as as_of
            group by place.source, place.table_name

        )

        select
            aged.source || '.' || aged.table_name as subject,
            aged.days || ' days' as observed,
            'at most ' || allowed.most_days || ' days' as expected

        from aged
        inner join allowed
            on aged.source = allowed.source and aged.table_name = allowed.table_name
        where aged.days > allowed.most_days
    """
