with

kept as (

    select
        'group' as kind,
        subject,
        programme_id,
        region_code,
        atom,
        cut_kind,
        cut,
        unit_count,
        amount,
        cast(null as varchar) as cell_id,
        cast(null as boolean) as is_hidden

    from {{ ref('open_atom') }}

    union all

    select
        'cell' as kind,
        cast(null as varchar) as subject,
        cast(null as varchar) as programme_id,
        cast(null as varchar) as region_code,
        cast(null as varchar) as atom,
        cast(null as varchar) as cut_kind,
        cast(null as varchar) as cut,
        cast(null as bigint) as unit_count,
        cast(null as bigint) as amount,
        cell_id,
        is_hidden

    from {{ ref('open_hidden') }}

)

select
    kept.kind,
    kept.subject,
    kept.programme_id,
    kept.region_code,
    kept.atom,
    kept.cut_kind,
    kept.cut,
    kept.unit_count,
    kept.amount,
    kept.cell_id,
    kept.is_hidden,
    as_of.as_of_date

from kept
cross join {{ ref('as_of') }} as as_of
