select
    region.district_code,
    cell.region_code,
    cell.region_name,
    cell.programme_id,
    cell.is_suppressed,
    cell.family_count

from open_data.recipient_by_region as cell
inner join marts.dim_region as region
    on cell.region_code = region.region_code
where cell.region_level = 'kelurahan'
order by
    region.district_code,
    cell.region_code,
    cell.programme_id
