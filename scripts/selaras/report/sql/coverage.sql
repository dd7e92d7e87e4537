select
    coverage,
    case when count(*) >= getvariable('smallest_open_cell') then count(*) end as verdict_count

from marts.mart_eligibility
group by coverage
order by coverage
