-- Who is visited: `$size` units of the frame, in strata. One row per visit.
-- Every stratum has one; the others go where the root of its size, divided by 3, 5, 7 ... for
-- each that it has already, is largest. Within a stratum the order is that of a digest of seed
-- and unit, the same on every machine.
with

placed as (

    select
        *,
        sha256(concat_ws('/', $seed, programme_id, subject_id)) as chance,
        count(*) over stratum as unit_count,
        row_number() over (stratum order by chance) as place

    from framed
    window
        stratum as (partition by by_programme, by_city, by_district, by_decile, part)

),

drawn as (

    select *
    from placed
    order by place > 1, unit_count / ((2 * place - 1) * (2 * place - 1)) desc, chance
    limit $size

)

select
    substr(chance, 1, 12) as visit_id,
    by_programme as programme_id,
    by_city as city_code,
    by_district as district_code,
    by_decile as national_decile,
    part,
    programme_id as visited_programme_id,
    unit,
    subject_id,
    person_id,
    household_id,
    source_row_id,
    coverage,
    city_code as visited_city_code,
    region_code,
    unit_count,
    count(*) over stratum as drawn_count,
    count(*) over stratum / unit_count as inclusion_probability

from drawn
window
    stratum as (partition by by_programme, by_city, by_district, by_decile, part)
order by visit_id
