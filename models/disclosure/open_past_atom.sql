with

past as (

    select * from {{ source('past', 'week_open_cell') }}

),

latest as (

    select max(as_of_date) as as_of_date from past

)

select
    past.subject,
    past.programme_id,
    past.region_code,
    past.atom,
    past.cut_kind,
    case
        when past.cut_kind = 'decile_group' then decile.decile_group
        else past.cut
    end as cut,
    past.unit_count,
    past.amount

from past
inner join latest
    on past.as_of_date = latest.as_of_date
left join {{ ref('open_decile_group') }} as decile
    on past.atom = decile.decile
where past.kind = 'group'
