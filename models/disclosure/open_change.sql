with

changed as (

    select
        coalesce(now.subject, past.subject) as subject,
        coalesce(now.programme_id, past.programme_id) as programme_id,
        coalesce(now.unit_count, 0) - coalesce(past.unit_count, 0) as units,
        coalesce(now.amount, 0) - coalesce(past.amount, 0) as amount

    from (select * from {{ ref('open_atom') }} where cut_kind = 'all') as now
    full join
        (select * from {{ ref('open_past_atom') }} where cut_kind = 'all') as past
        on
            now.subject = past.subject
            and now.programme_id = past.programme_id
            and now.region_code = past.region_code
            and now.atom = past.atom

)

select
    subject,
    programme_id,
    cast(sum(greatest(units, 0)) as bigint) as gained_units,
    cast(sum(greatest(-units, 0)) as bigint) as lost_units,
    cast(sum(greatest(amount, 0)) as bigint) as gained_amount,
    cast(sum(greatest(-amount, 0)) as bigint) as lost_amount

from changed
group by
    subject,
    programme_id
