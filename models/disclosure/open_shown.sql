with

named as (

    select distinct
        'kelurahan' as region_level,
        region_code as place_code,
        region_name as place_name
    from {{ ref('dim_region') }}

    union all

    select distinct
        'district' as region_level,
        district_code as place_code,
        district_name as place_name
    from {{ ref('dim_region') }}

    union all

    select distinct
        'city' as region_level,
        city_code as place_code,
        city_name as place_name
    from {{ ref('dim_region') }}

)

select
    cell.cell_id,
    cell.table_name,
    cell.programme_id,
    cell.cut,
    cell.region_level,
    cell.place_code,
    coalesce(
        named.place_name,
        case
            when cell.region_level = 'province' then '{{ var('province_name') }}'
            else 'unknown'
        end
    ) as place_name,
    hidden.is_hidden as is_suppressed,
    case when not hidden.is_hidden then cell.unit_count end as unit_count,
    case when not hidden.is_hidden then cell.amount end as amount,
    as_of.as_of_date,
    carried_forward.stale_sources,
    carried_forward.stale_days

from {{ ref('open_cell') }} as cell
cross join {{ ref('as_of') }} as as_of
cross join {{ ref('carried_forward') }} as carried_forward
inner join {{ ref('open_hidden') }} as hidden
    on cell.cell_id = hidden.cell_id
left join named
    on
        cell.region_level = named.region_level
        and cell.place_code = named.place_code
