-- Who is judged otherwise by the reform, and what that does to them; rupiah a month.
-- `effect`: gains and loses an entitlement that is certain; opens and closes (a fact is missing
-- now, or no longer matters); rises and falls (certain before and after, another amount); varies
-- (only what is possible is another). One row per programme and person or family.
with

before as (

    select * from selaras.eligibility.fct_eligibility
    where programme_id in (select programme_id from changed_programme)

),

after as (

    select * from fct_eligibility
    where programme_id in (select programme_id from changed_programme)

),

compared as (

    select
        coalesce(after.programme_id, before.programme_id) as programme_id,
        coalesce(after.unit, before.unit) as unit,
        coalesce(after.person_id, before.person_id) as person_id,
        coalesce(after.household_id, before.household_id) as household_id,
        coalesce(after.is_enrolled, before.is_enrolled) as is_enrolled,
        coalesce(before.verdict, 'outside') as verdict_before,
        coalesce(after.verdict, 'outside') as verdict_after,
        coalesce(before.entitled_amount, 0) as certain_before,
        coalesce(after.entitled_amount, 0) as certain_after,
        greatest(coalesce(before.possible_amount, 0), certain_before) as possible_before,
        greatest(coalesce(after.possible_amount, 0), certain_after) as possible_after,
        coalesce(after.unmet_criteria, '') as unmet_criteria,
        coalesce(after.unknown_criteria, '') as unknown_criteria,
        coalesce(after.missing_facts, '') as missing_facts

    from after
    full outer join before
        on
            after.programme_id = before.programme_id
            and after.unit = before.unit
            and coalesce(after.person_id, after.household_id)
            = coalesce(before.person_id, before.household_id)

),

told as (

    select
        *,
        case
            when verdict_after = 'eligible' and verdict_before <> 'eligible' then 'gains'
            when
                verdict_after = 'undetermined' and verdict_before <> 'undetermined'
                then 'opens'
            when verdict_before = 'eligible' and verdict_after <> 'eligible' then 'loses'
            when
                verdict_before = 'undetermined' and verdict_after <> 'undetermined'
                then 'closes'
            when certain_after > certain_before then 'rises'
            when certain_after < certain_before then 'falls'
            when possible_after <> possible_before then 'varies'
        end as effect

    from compared

)

select
    told.*,
    coalesce(household.national_decile::varchar, 'unknown') as decile,
    coalesce(region.city_code, 'unknown') as city,
    coalesce(region.district_code, 'unknown') as district,
    coalesce(household.member_count::varchar, 'unknown') as family_size,
    case when told.unit = 'person' then coalesce(person.sex, 'unknown') end as sex,
    case when told.unit = 'person' then coalesce(age.age_group, 'unknown') end as age_group,
    case
        when told.unit = 'person' then coalesce(person.has_disability::varchar, 'unknown')
        else coalesce(household.has_severe_disability_member::varchar, 'unknown')
    end as disability

from told
left join conformed.dim_household as household
    on told.household_id = household.household_id
left join conformed.dim_region as region
    on household.region_code = region.region_code
left join conformed.dim_person as person
    on told.person_id = person.person_id
left join reference.open_age_group as age
    on person.age_years between age.from_age and age.to_age
where told.effect is not null
