-- Beside small cells the next larger ones are hidden, until the hidden ones of a programme and
-- coverage are together as many as are told: their total stands beside them.
with

counted as (

    select
        programme_id,
        decile_key,
        coverage,
        count(*) as verdict_count

    from marts.mart_eligibility
    where coverage != 'outside'
    group by
        programme_id,
        decile_key,
        coverage

),

ranked as (

    select
        *,
        sum(verdict_count) over (
            partition by programme_id, coverage
            order by verdict_count, decile_key
            rows between unbounded preceding and 1 preceding
        ) as smaller_count

    from counted

)

select
    ranked.programme_id,
    decile.decile_key,
    decile.national_decile,
    decile.title_indonesian,
    decile.title_english,
    ranked.coverage,
    word.label_indonesian as coverage_indonesian,
    word.label_english as coverage_english,
    case
        when
            ranked.verdict_count >= getvariable('smallest_open_cell')
            and coalesce(ranked.smaller_count, 0)
            not between 1 and getvariable('smallest_open_cell') - 1
            then ranked.verdict_count
    end as verdict_count

from ranked
inner join marts.dim_decile as decile
    on ranked.decile_key = decile.decile_key
left join marts.dim_code as word
    on word.code_list = 'coverage' and word.code = ranked.coverage
order by
    ranked.programme_id,
    decile.national_decile nulls last,
    ranked.coverage
