with

raised as (

    select
        item_id,
        facts_id,
        agency_id,
        kind,
        person_id,
        household_id,
        programme_id,
        reason_id,
        source_row_id,
        role,
        monthly_amount,
        settles,
        need,
        certainty
    from {{ ref('raised') }}

)

select
    raised.item_id,
    raised.facts_id,
    raised.agency_id,
    raised.kind,
    raised.person_id,
    raised.household_id,
    raised.programme_id,
    raised.reason_id,
    raised.monthly_amount,
    raised.settles,
    raised.need,
    raised.certainty,
    coalesce(raised.source_row_id, own_row.source_row_id) as source_row_id,
    coalesce(raised.role, own_row.role, '') as asked_role

from raised
left join {{ ref('own_row') }} as own_row
    on
        case when raised.source_row_id is null then raised.agency_id end
        = own_row.agency_id
        and coalesce(raised.person_id, raised.household_id) = own_row.subject_id
