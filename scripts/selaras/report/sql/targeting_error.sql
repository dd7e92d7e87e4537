select
    estimate.draw_id,
    estimate.list_date,
    estimate.measure,
    word.label_indonesian as measure_indonesian,
    word.label_english as measure_english,
    estimate.city_code,
    estimate.city_name,
    estimate.answered_count,
    estimate.error_share,
    estimate.lower_limit,
    estimate.upper_limit,
    estimate.administrative_share

from marts.mart_audit_estimate as estimate
left join marts.dim_code as word
    on word.code_list = 'audit_measure' and word.code = estimate.measure
where
    estimate.list_date = (select max(list_date) from marts.mart_audit_estimate)
    and estimate.programme_id is null
    and estimate.district_code is null
    and estimate.national_decile is null
order by
    estimate.measure,
    estimate.city_code
