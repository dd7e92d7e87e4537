with

atom as (

    select * from {{ ref('open_atom') }}

),

region as (

    select * from {{ ref('open_region') }}

),

place as (

    select distinct
        region_level,
        place_code

    from region

),

counted as (

    select
        atom.subject,
        atom.programme_id,
        atom.cut_kind,
        atom.cut,
        region.region_level,
        region.place_code,
        cast(sum(atom.unit_count) as bigint) as unit_count,
        cast(sum(atom.amount) as bigint) as amount

    from atom
    inner join region
        on atom.region_code = region.region_code
    group by
        atom.subject,
        atom.programme_id,
        atom.cut_kind,
        atom.cut,
        region.region_level,
        region.place_code

),

known as (

    select
        subject,
        programme_id,
        cut_kind,
        cut,
        amount
    from atom

    union all

    select
        subject,
        programme_id,
        cut_kind,
        cut,
        amount
    from {{ ref('open_past_atom') }}

),

whole as (

    select
        subject,
        programme_id,
        cut_kind,
        cut,
        count(amount) > 0 as has_amount

    from known
    group by
        subject,
        programme_id,
        cut_kind,
        cut

),

past as (

    select
        former.cell_id,
        former.is_hidden
    from {{ source('past', 'week_open_cell') }} as former
    where
        former.kind = 'cell'
        and former.as_of_date = (
            select max(latest.as_of_date)
            from {{ source('past', 'week_open_cell') }} as latest
        )

),

-- Where nobody is counted stands a cell too: among hidden ones it hides what is small.
shown as (

    select
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
    shown.table_name,
    shown.subject,
    shown.programme_id,
    shown.cut_kind,
    shown.cut,
    shown.region_level,
    shown.place_code,
    coalesce(counted.unit_count, 0) as unit_count,
    case when shown.has_amount then coalesce(counted.amount, 0) end as amount,
    past.is_hidden as was_hidden

from shown
left join past
    on {{ cell_id('shown') }} = past.cell_id
left join counted
    on
        shown.subject = counted.subject
        and shown.programme_id = counted.programme_id
        and shown.cut_kind = counted.cut_kind
        and shown.cut = counted.cut
        and shown.region_level = counted.region_level
        and shown.place_code = counted.place_code
