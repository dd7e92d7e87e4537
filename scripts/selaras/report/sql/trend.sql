select
    measure_id,
    title_indonesian,
    title_english,
    better,
    as_of_date,
    case when sum(counted) >= getvariable('smallest_open_cell') then cast(sum(counted) as bigint) end
        as counted,
    cast(sum(out_of) as bigint) as out_of,
    case
        when sum(counted) >= getvariable('smallest_open_cell') then sum(counted) / nullif(sum(out_of), 0)
    end as counted_share

from marts.mart_trend
group by
    measure_id,
    title_indonesian,
    title_english,
    better,
    as_of_date
order by
    measure_id,
    as_of_date
