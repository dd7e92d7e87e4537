-- How many units each stratum holds, by what the rules say of them. One row per both.
select
    by_programme as programme_id,
    by_city as city_code,
    by_district as district_code,
    by_decile as national_decile,
    part,
    coverage,
    count(*) as unit_count

from framed
group by all
order by all
