with

criterion as (

    select * from {{ ref('criterion') }}

),

programme as (

    select * from {{ ref('programme') }}

)

select
    criterion.programme_id,
    criterion.criterion_id,
    criterion.position,
    criterion.says_id,
    criterion.says_en,
    criterion.condition,
    criterion.basis,
    criterion.status,
    criterion.source,
    criterion.is_contestable,
    programme.rule_digest

from criterion
inner join programme
    on criterion.programme_id = programme.programme_id
