with

criterion as (

    select * from {{ ref('criterion') }}

),

programme as (

    select * from {{ ref('star_programme') }}

),

requirement as (

    select * from {{ ref('requirement') }}

),

as_of as (

    select * from {{ ref('as_of') }}

)

select
    criterion.programme_id,
    programme.title_indonesian as programme_indonesian,
    programme.title_english as programme_english,
    criterion.criterion_id,
    criterion.position,
    criterion.says_id as says_indonesian,
    criterion.says_en as says_english,
    criterion.condition,
    criterion.basis,
    criterion.status,
    criterion.source,
    criterion.is_contestable,
    criterion.valid_from,
    {{ add_days('criterion.valid_to', -1) }} as last_day,
    programme.rule_digest,
    requirement.required,
    as_of.as_of_date

from criterion
inner join programme
    on criterion.programme_id = programme.programme_id
cross join as_of
left join requirement
    on
        criterion.programme_id = requirement.programme_id
        and criterion.criterion_id = requirement.criterion_id
        and {{ in_force(
            'as_of.as_of_date', 'requirement.valid_from', 'requirement.valid_to'
        ) }}
