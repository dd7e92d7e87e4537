with

counted as (

    select
        decile_key,
        coverage,
        count(*) as verdict_count

    from marts.mart_eligibility
    where coverage != 'outside'
    group by
        decile_key,
        coverage

)

select
    decile.decile_key,
    decile.national_decile,
    decile.title_indonesian,
    decile.title_english,
    counted.coverage,
    word.label_indonesian as coverage_indonesian,
    word.label_english as coverage_english,
    case
        when counted.verdict_count >= getvariable('smallest_open_cell') then counted.verdict_count
    end as verdict_count

from counted
inner join marts.dim_decile as decile
    on counted.decile_key = decile.decile_key
left join marts.dim_code as word
    on word.code_list = 'coverage' and word.code = counted.coverage
order by
    decile.national_decile nulls last,
    counted.coverage
