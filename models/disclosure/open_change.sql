with

present as (

    select * from {{ ref('open_atom') }}
    where cut_kind = 'all'

),

past as (

    select * from {{ ref('open_past_atom') }}
    where cut_kind = 'all'

),

changed as (

    select
        coalesce(present.subject, past.subject) as subject,
        coalesce(present.programme_id, past.programme_id) as programme_id,
        coalesce(present.unit_count, 0) - coalesce(past.unit_count, 0) as units,
        coalesce(present.amount, 0) - coalesce(past.amount, 0) as amount

    from present
    full join past
        on
            present.subject = past.subject
            and present.programme_id = past.programme_id
            and present.region_code = past.region_code
            and present.atom = past.atom

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
