with

counted as (

    select
        city_code,
        city_name,
        district_code,
        district_name,
        sum(family_count) as family_count,
        sum(recipient_family_count) as recipient_family_count,
        sum(several_programme_family_count) as several_programme_family_count

    from marts.mart_region
    group by
        city_code,
        city_name,
        district_code,
        district_name

)

select
    city_code,
    city_name,
    district_code,
    district_name,
    several_programme_family_count >= getvariable('smallest_open_cell') as is_shown,
    case when family_count >= getvariable('smallest_open_cell') then cast(family_count as bigint) end
        as family_count,
    case
        when recipient_family_count >= getvariable('smallest_open_cell')
            then cast(recipient_family_count as bigint)
    end as recipient_family_count,
    case
        when several_programme_family_count >= getvariable('smallest_open_cell')
            then cast(several_programme_family_count as bigint)
    end as several_programme_family_count,
    case
        when several_programme_family_count >= getvariable('smallest_open_cell')
            then several_programme_family_count / nullif(family_count, 0)
    end as several_programme_share

from counted
order by district_code
