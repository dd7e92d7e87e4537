with

programme as (

    select * from {{ ref('programme') }}

)

select
    programme_id,
    title_id,
    title_en,
    owner,
    level,
    unit,
    basis,
    has_rule

from programme
