-- The frame with the stratum of each unit. One row per programme and unit.
-- A group that people asked for (a programme in a city, say) is drawn by itself where `$size` has
-- a visit for each of its parts, the largest groups first; the others are drawn together, as
-- `other` of their programme.
with

asked as (

    select
        *,
        if(list_contains($by, 'programme'), programme_id, null) as by_programme,
        if(list_contains($by, 'city'), coalesce(city_code, 'unknown'), null) as by_city,
        if(list_contains($by, 'district'), coalesce(district_code, 'unknown'), null)
            as by_district,
        if(list_contains($by, 'decile'), coalesce(national_decile::varchar, 'unknown'), null)
            as by_decile

    from audit.audit_frame

),

grouped as (

    select
        by_programme,
        by_city,
        by_district,
        by_decile,
        count(distinct part) as part_count,
        count(*) as unit_count

    from asked
    group by all

),

together as (

    select sum(part_count) as least_size
    from (
        select by_programme, count(distinct part) as part_count
        from asked
        group by by_programme
    )

),

placed as (

    select
        *,
        sum(part_count) over () <= $size
        or least_size + sum(part_count) over (
            order by unit_count desc, by_programme, by_city, by_district, by_decile
        ) <= $size as is_alone

    from grouped
    cross join together

)

select
    asked.* exclude (by_city, by_district, by_decile),
    if(is_alone or asked.by_city is null, asked.by_city, 'other') as by_city,
    if(is_alone or asked.by_district is null, asked.by_district, 'other') as by_district,
    if(is_alone or asked.by_decile is null, asked.by_decile, 'other') as by_decile,
    least_size

from asked
inner join placed
    on
        asked.by_programme is not distinct from placed.by_programme
        and asked.by_city is not distinct from placed.by_city
        and asked.by_district is not distinct from placed.by_district
        and asked.by_decile is not distinct from placed.by_decile
