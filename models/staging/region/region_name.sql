with

region as (

    select
        *,
        {{ region_name_key('region_name') }} as name_key
    from {{ ref('region') }}

),

written as (

    select kelurahan as written_name from {{ source('disdik', 'kjp_plus') }}
    union
    select kelurahan as written_name from {{ source('dinsos', 'pkd') }}
    union
    select kelurahan_desa as written_name from {{ source('bps', 'dtsen_family') }}

),

keyed as (

    select
        written_name,
        {{ region_name_key('written_name') }} as name_key
    from written
    where written_name is not null

),

compared as (

    select
        keyed.written_name,
        region.region_code,
        region.district_code,
        region.city_code,
        {{ likeness('keyed.name_key', 'region.name_key') }} as likeness
    from keyed
    inner join region
        on {{ likeness('keyed.name_key', 'region.name_key') }}
            >= {{ var('region_name_likeness') }}

)

-- Only a name that resembles one kelurahan alone, or is exactly one, is taken for it.
select
    written_name,
    max_by(region_code, likeness) as region_code,
    max_by(district_code, likeness) as district_code,
    max_by(city_code, likeness) as city_code,
    case when max(likeness) = 1 then 'name' else 'spelling' end as region_status

from compared
group by written_name
having max(likeness) = 1 or count(*) = 1
