-- What a team is told of each drawn visit. One row per visit.
-- Nothing tells what the rules say of it, so that the answer is the team's own.
with

written as (

    select source_row_id, name_normalised as name, nik, no_kk
    from listed.listed_name
    where source_row_id in (select source_row_id from drawn)
    union all
    select source_row_id, name_as_written, number_as_written, card_as_written
    from listed.register_row
    where source_row_id in (select source_row_id from drawn)

),

on_list as (

    select
        source_row_id,
        string_agg(distinct name, '; ' order by name) as name,
        string_agg(distinct nik, '; ' order by nik) as nik,
        max(no_kk) as no_kk
    from written
    group by source_row_id

),

members as (

    select
        household_id,
        string_agg(full_name, '; ' order by birth_date, nik) as names,
        max(no_kk) as no_kk
    from conformed.dim_person
    inner join conformed.dim_household using (household_id)
    where household_id in (select household_id from drawn)
    group by household_id

),

address as (

    select no_kk, max(address) as address
    from staging.stg_bps__dtsen_family
    where no_kk in (select no_kk from members)
    group by no_kk

)

select
    drawn.visit_id,
    coalesce(drawn.visited_city_code, 'unknown') as team,
    drawn.visited_programme_id as programme_id,
    programme.title_id as programme,
    person.full_name as register_name,
    person.nik as register_nik,
    members.no_kk as register_no_kk,
    cast(person.birth_date as varchar) as birth_date,
    members.names as members,
    address.address,
    region.region_name,
    region.district_name,
    on_list.name as list_name,
    on_list.nik as list_nik,
    on_list.no_kk as list_no_kk,
    drawn.part = 'listed' as asks_person,
    drawn.part = 'unlinked' as asks_number

from drawn
left join conformed.dim_programme as programme
    on drawn.visited_programme_id = programme.programme_id
left join conformed.dim_person as person
    on drawn.person_id = person.person_id
left join members on drawn.household_id = members.household_id
left join address on members.no_kk = address.no_kk
left join conformed.dim_region as region on drawn.region_code = region.region_code
left join on_list on drawn.source_row_id = on_list.source_row_id
order by team, region.district_name, region.region_name, drawn.visit_id
