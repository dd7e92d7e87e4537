-- Beside small kecamatan of a column the next larger ones are hidden, until the hidden ones are
-- together as many as are told: other figures tell the whole city.
with

cell as (

    select
        city_code,
        city_name,
        district_code,
        district_name,
        measure,
        cast(measured as bigint) as measured

    from (
        select
            city_code,
            city_name,
            district_code,
            district_name,
            sum(family_count) as families,
            sum(recipient_family_count) as recipients,
            sum(several_programme_family_count) as several

        from marts.mart_region
        group by
            city_code,
            city_name,
            district_code,
            district_name
    ) as counted
    unpivot (measured for measure in (families, recipients, several))

),

ranked as (

    select
        *,
        sum(measured) over (
            partition by measure
            order by measured, district_code
            rows between unbounded preceding and 1 preceding
        ) as smaller_count

    from cell

),

told as (

    select
        *,
        case
            when
                measured >= getvariable('smallest_open_cell')
                and coalesce(smaller_count, 0) not between 1 and getvariable('smallest_open_cell') - 1
                then measured
        end as told_count

    from ranked

),

beside as (

    select
        city_code,
        city_name,
        district_code,
        district_name,
        max(case when measure = 'families' then told_count end) as family_count,
        max(case when measure = 'recipients' then told_count end) as recipient_family_count,
        max(case when measure = 'several' then told_count end) as several_programme_family_count

    from told
    group by
        city_code,
        city_name,
        district_code,
        district_name

)

select
    *,
    several_programme_family_count is not null and family_count is not null as is_shown,
    several_programme_family_count / family_count as several_programme_share

from beside
order by district_code
