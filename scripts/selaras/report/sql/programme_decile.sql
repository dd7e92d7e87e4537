select
    verdict.programme_id,
    decile.decile_key,
    decile.national_decile,
    decile.title_indonesian,
    decile.title_english,
    verdict.coverage,
    word.label_indonesian as coverage_indonesian,
    word.label_english as coverage_english,
    case when count(*) >= getvariable('smallest_open_cell') then count(*) end as verdict_count

from marts.mart_eligibility as verdict
inner join marts.dim_decile as decile
    on verdict.decile_key = decile.decile_key
left join marts.dim_code as word
    on word.code_list = 'coverage' and word.code = verdict.coverage
where verdict.coverage != 'outside'
group by all
order by
    verdict.programme_id,
    decile.national_decile nulls last,
    verdict.coverage
