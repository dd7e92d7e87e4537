-- What each scenario does on each day; of a day to come the median of what was drawn, and its range
-- from the 5th to the 95th percentile. Rupiah a month.
-- One row per scenario, day and programme.
with

told as (

    select
        *,
        certain_after - certain_before as certain_change,
        possible_after - possible_before as possible_change

    from drawn_total

)

select
    scenario,
    day,
    programme_id,
    count(seed) as seeds,
    quantile_disc(gains, 0.5) as gains,
    quantile_disc(loses, 0.5) as loses,
    quantile_disc(certain_before, 0.5) as certain_before,
    quantile_disc(certain_after, 0.5) as certain_after,
    quantile_disc(certain_after, 0.05) as certain_after_low,
    quantile_disc(certain_after, 0.95) as certain_after_high,
    quantile_disc(possible_after, 0.5) as possible_after,
    quantile_disc(certain_change, 0.5) as certain_change,
    quantile_disc(certain_change, 0.05) as certain_change_low,
    quantile_disc(certain_change, 0.95) as certain_change_high,
    quantile_disc(possible_change, 0.5) as possible_change

from told
group by scenario, day, programme_id
order by scenario, programme_id = 'all', programme_id, day
