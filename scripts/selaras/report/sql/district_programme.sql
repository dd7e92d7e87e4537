select
    cell.region_code as district_code,
    cell.region_name as district_name,
    programme.programme_id,
    programme.title_indonesian,
    programme.title_english,
    programme.level,
    cell.is_suppressed,
    cell.family_count,
    cell.monthly_amount

from open_data.recipient_by_region as cell
inner join marts.mart_programme_v2 as programme
    on cell.programme_id = programme.programme_id
where cell.region_level = 'district'
order by
    district_code,
    programme.level,
    programme.programme_id
