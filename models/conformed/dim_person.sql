with

told as (

    select * from {{ ref('person_told') }}

),

answered as (

    {{ answered_facts('person') }}

)

-- A visit fills what no list tells; it never takes the place of what one tells.
select
    told.person_id,
    told.household_id,
    told.nik,
    told.full_name,
    told.birth_date,
    told.sex,
    told.age_years,
    told.life_status,
    told.life_status_on,
    told.is_member,
    told.school_grade,
    told.diploma_arrears,
    told.has_debit_letter,
    told.occupation_class,
    told.occupation_row_id,
    told.is_listed_as_poor,
    told.insurance_segment,
    told.contradictions,
    told.family_role,
    told.region_code,
    told.is_in_civil_registry,
    told.is_in_national_register,
    told.member_print,
    told.as_of_date,
    {{ filled_facts('person', 'told', 'answered') }},
    {{ answers_where(
        'person', 'told.{0} is null and answered.{0} is not null'
    ) }} as facts_from_visits,
    {{ answers_where('person', 'told.{0} != answered.{0}') }}
        as facts_against_visits

from told
left join answered
    on told.person_id = answered.person_id
