with

changed as (

    select * from {{ ref('changed_family') }}

)

select
    change_kind,
    programme_id,
    person_id,
    household_id,
    was_household_id,
    was_amount,
    amount,
    cast(was_decile as integer) as was_decile,
    cast(decile as integer) as decile,
    was_region_code,
    region_code,
    is_to_verify,
    was_on,
    as_of_date

from changed
