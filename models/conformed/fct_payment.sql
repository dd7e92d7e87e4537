with

benefit as (

    select * from {{ ref('matched_benefit') }}

)

select
    source_row_id as payment_id,
    programme_id,
    component,
    person_id,
    household_id,
    family_key,
    period_starts_on,
    period_ends_on,
    amount,
    payment_status as status,
    paid_on,
    match_method,
    match_score,
    {{ linkage('digest') }} as linkage_digest,
    source_row_id

from benefit
