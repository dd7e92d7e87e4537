with

region as (

    select
        *,
        {{ region_name_key('region_name') }} as name_key
    from {{ ref('region') }}

),

written as (

    {{ all_written_places() }}

),

keyed as (

    select distinct
        written.written_name,
        {{ region_name_key('written.written_name') }} as name_key
    from written
    inner join {{ ref('as_of') }} as as_of
        on written.batch_date <= as_of.as_of_date
    where written.written_name is not null

),

compared as (

    select
        keyed.written_name,
        region.region_code,
        region.district_code,
        region.city_code,
        {{ likeness('keyed.name_key', 'region.name_key') }} as likeness
    from keyed
    cross join region

),

ranked as (

    select
        *,
        lead(likeness) over by_likeness as next_likeness,
        row_number() over by_likeness as place
    from compared
    window by_likeness as (
        partition by written_name order by likeness desc, region_code asc
    )

)

-- A misspelt name counts only when no other kelurahan resembles it nearly as much.
select
    written_name,
    region_code,
    district_code,
    city_code,
    case when likeness = 1 then 'name' else 'spelling' end as region_status

from ranked
where
    place = 1
    and likeness >= {{ var('region_name_likeness') }}
    and (likeness = 1 or likeness - next_likeness >= {{ var('region_name_lead') }})
