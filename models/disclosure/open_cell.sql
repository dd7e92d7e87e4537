with

counted as (

    select * from {{ ref('open_count') }}

),

whole as (

    select
        subject,
        programme_id,
        cut_kind,
        cut,
        count(coalesce(amount, past_amount)) > 0 as has_amount

    from counted
    group by
        subject,
        programme_id,
        cut_kind,
        cut

),

place as (

    select distinct
        region_level,
        place_code

    from {{ ref('open_region') }}

),

-- Where nobody is counted stands a cell too: among hidden ones it hides what is small.
shown as (

    select
        cut.role,
        cut.table_name,
        whole.subject,
        whole.programme_id,
        whole.cut_kind,
        whole.cut,
        place.region_level,
        place.place_code,
        whole.has_amount

    from {{ ref('open_cut') }} as cut
    inner join whole
        on
            cut.subject = whole.subject
            and cut.cut_kind = whole.cut_kind
    inner join place
        on cut.region_level = place.region_level

)

select
    {{ cell_id('shown') }} as cell_id,
    shown.role,
    shown.table_name,
    shown.subject,
    shown.programme_id,
    shown.cut_kind,
    shown.cut,
    shown.region_level,
    shown.place_code,
    coalesce(counted.unit_count, 0) as unit_count,
    case when shown.has_amount then coalesce(counted.amount, 0) end as amount,
    coalesce(counted.past_unit_count, 0) as past_unit_count,
    coalesce(counted.past_amount, 0) as past_amount,
    past.is_hidden as was_hidden

from shown
left join {{ ref('open_past_hidden') }} as past
    on {{ cell_id('shown') }} = past.cell_id
left join counted
    on
        shown.subject = counted.subject
        and shown.programme_id = counted.programme_id
        and shown.cut_kind = counted.cut_kind
        and shown.cut = counted.cut
        and shown.region_level = counted.region_level
        and shown.place_code = counted.place_code
