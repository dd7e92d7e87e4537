with

enrolled as (

    select * from {{ ref('enrolled_by_list') }}

    union all by name

    select
        programme_id,
        'person' as unit,
        person_id as enrolled_key,
        person_id,
        household_id,
        coalesce(household_id, source_row_id) as family_key,
        'active' as status,
        insured_since as starts_on,
        source_row_id,
        batch_date,
        match_method,
        match_score

    from {{ ref('enrolled_by_insurance') }}

)

select
    {{ short_id('e', ["programme_id", "component", "enrolled_key"]) }} as enrolment_id,
    programme_id,
    component,
    unit,
    person_id,
    household_id,
    family_key,
    monthly_amount,
    starts_on,
    ends_on,
    status,
    source_row_id,
    batch_date,
    match_method,
    match_score,
    {{ linkage('digest') }} as linkage_digest

from enrolled
