{{ config(materialized='view') }}

with

listed as (

    select * from {{ ref('audit_listed') }}

),

frame as (

    select
        judged.programme_id,
        judged.unit,
        coalesce(judged.person_id, judged.household_id) as subject_id,
        judged.person_id,
        judged.household_id,
        listed.source_row_id,
        case
            when judged.is_enrolled then 'listed'
            when judged.verdict = 'ineligible' then 'outside'
            else 'candidate'
        end as part,
        judged.coverage

    from {{ ref('fct_eligibility') }} as judged
    left join listed
        on
            judged.programme_id = listed.programme_id
            and coalesce(judged.person_id, judged.household_id) = listed.subject_id

    union all

    select
        programme_id,
        unit,
        source_row_id as subject_id,
        cast(null as varchar) as person_id,
        cast(null as varchar) as household_id,
        source_row_id,
        'unlinked' as part,
        'unlinked' as coverage
    from listed
    where subject_id is null

)

select
    frame.*,
    household.region_code,
    household.district_code,
    household.city_code,
    household.national_decile

from frame
left join {{ ref('dim_household') }} as household
    on frame.household_id = household.household_id
