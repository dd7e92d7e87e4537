with

parameter as (

    select * from {{ ref('parameter') }}

),

programme as (

    select * from {{ ref('star_programme') }}

),

as_of as (

    select * from {{ ref('as_of') }}

)

select
    parameter.programme_id,
    programme.title_indonesian as programme_indonesian,
    programme.title_english as programme_english,
    parameter.parameter_id,
    parameter.unit,
    parameter.value,
    parameter.valid_from,
    {{ add_days('parameter.valid_to', -1) }} as last_day,
    {{ in_force(
        'as_of.as_of_date', 'parameter.valid_from', 'parameter.valid_to'
    ) }} as is_in_force,
    parameter.basis,
    parameter.status,
    parameter.source,
    parameter.review_by,
    programme.rule_digest,
    as_of.as_of_date

from parameter
inner join programme
    on parameter.programme_id = programme.programme_id
cross join as_of
