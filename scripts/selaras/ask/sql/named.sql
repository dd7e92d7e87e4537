-- Who the people of some families are, and where they live, as far as an agency may see it
-- (macros/outbox/entitled.sql). One row per person.
with

entitled as (

    select may_see from outbox.entitled
    where agency_id = $agency

),

known as (

    select
        person.person_id,
        person.household_id,
        person.family_role,
        person.nik,
        household.no_kk,
        person.full_name,
        coalesce(person.region_code, household.region_code) as region_code,
        told_by.nik_by,
        card.card_by,
        told_by.name_by,
        coalesce(
            case when person.region_code is not null then told_by.region_by end, 'bps'
        ) as region_by

    from conformed.dim_person as person
    inner join conformed.dim_household as household
        on person.household_id = household.household_id
    left join outbox.told_by as told_by
        on person.person_id = told_by.person_id
    left join outbox.card_told_by as card
        on household.household_id = card.household_id
    where person.household_id in (select unnest($households))

),

seen as (

    select
        known.*,
        list_has_any(may_see, [nik_by || '/nik', nik_by || '/*']) as sees_nik,
        list_has_any(may_see, [card_by || '/no_kk', card_by || '/*']) as sees_card,
        list_has_any(may_see, [name_by || '/full_name', name_by || '/*']) as sees_name,
        list_has_any(may_see, [region_by || '/region_code', region_by || '/*']) as sees_place

    from known
    cross join entitled

)

select
    seen.person_id,
    seen.household_id,
    seen.family_role = 'head' as is_head,
    case when seen.sees_nik then seen.nik end as nik,
    case when seen.sees_card then seen.no_kk end as no_kk,
    case when seen.sees_name then seen.full_name end as full_name,
    case when seen.sees_place then region.region_name end as place,
    case when seen.sees_place then region.district_name end as district_name

from seen
left join conformed.dim_region as region
    on seen.region_code = region.region_code
order by
    is_head desc nulls last,
    seen.person_id
