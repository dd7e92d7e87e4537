{{ config(materialized='view') }}

select
    person.person_id,
    placed.household_id,
    person.nik,
    person.full_name,
    person.birth_date,
    person.sex,
    person.age_years,
    person.life_status,
    person.life_status_on,
    case
        when person.life_status in ('active', 'moved_out') then true
        when person.life_status = 'deceased' then false
    end as is_alive,
    coalesce(person.life_status not in ('deceased', 'moved_out'), true) as is_member,
    coalesce(person.life_status != 'moved_out', true)
    and person.id_card_province_code = '{{ var("province_code") }}' as has_jakarta_id,
    coalesce(person.life_status != 'moved_out', true)
    and home.lives_in_jakarta as lives_in_jakarta,
    {{ is_pregnant(
        'pregnancy.person_id is not null',
        may_be_pregnant('person.sex', 'person.age_years')
    ) }} as is_pregnant,
    person.school_participation = 'in_school' as is_in_school,
    person.school_level,
    person.school_grade,
    pupil.school_type,
    diploma.diploma_arrears,
    diploma.has_debit_letter,
    coalesce(person.school_participation = 'in_school', true)
    and pupil.is_private_school as is_in_private_school,
    person.has_disability,
    person.has_severe_disability,
    person.occupation_class,
    person.occupation_row_id,
    occupation.is_public_servant,
    occupation.is_state_enterprise_employee,
    occupation.is_public_pensioner,
    -- Work alone does not say whether it is formal.
    case
        when occupation.is_public_servant or occupation.is_state_enterprise_employee
            then true
        when not person.is_working then false
    end as is_formally_employed,
    -- No list of any of these reaches us; only a visit tells.
    {{ untold([
        'has_poverty_letter', 'is_listed_as_poor', 'is_child_of_disabled_parent',
        'is_child_of_jaklingko_driver', 'is_child_of_worker_card_holder',
        'has_returned_to_school', 'is_priority_pupil'
    ]) }},
    case
        when stay.person_id is not null then stay.lives_in_care_home
        when source_seen.has_care_home then false
    end as lives_in_care_home,
    case
        when person.has_central_insurance and person.has_local_insurance then 'both'
        when person.has_central_insurance then 'pbi_jk'
        when person.has_local_insurance then 'pbi_apbd'
        when not person.has_central_insurance and not person.has_local_insurance
            then 'other'
    end as insurance_segment,
    nullif(concat_ws(
        '; ',
        'life_status: ' || person.life_status_contradiction,
        case
            when person.is_birth_date_contradicted
                then 'birth_date: dukcapil, not the NIK, not bps'
        end,
        case
            when
                pregnancy.person_id is not null
                and not {{ may_be_pregnant('person.sex', 'person.age_years') }}
                then 'pregnancy: kemensos, not sex or age'
        end
    ), '') as contradictions,
    person.family_role,
    person.region_code,
    person.is_in_civil_registry,
    person.is_in_national_register,
    person.member_print,
    person.as_of_date

from {{ ref('person_fact') }} as person
cross join {{ ref('source_seen') }} as source_seen
left join {{ ref('person_household') }} as placed
    on person.person_id = placed.person_id
left join {{ ref('household_register') }} as home
    on placed.household_id = home.household_id
left join {{ ref('listed_pregnancy') }} as pregnancy
    on person.person_id = pregnancy.person_id
left join {{ ref('listed_pupil') }} as pupil
    on person.person_id = pupil.person_id
left join {{ ref('care_home_resident') }} as stay
    on person.person_id = stay.person_id
left join {{ ref('listed_diploma') }} as diploma
    on person.person_id = diploma.person_id
left join {{ ref('occupation_fact') }} as occupation
    on person.occupation_class = occupation.occupation_class
