{{ config(materialized='view') }}

with

said as (

    select
        programme_id,
        'parameter' as part,
        parameter_id as name,
        value as says,
        valid_from,
        valid_to
    from {{ ref('parameter') }}

    union all

    select
        programme_id,
        'criterion' as part,
        criterion_id as name,
        condition as says,
        valid_from,
        valid_to
    from {{ ref('criterion') }}
    where position > 0

    union all

    select
        programme_id,
        'criterion' as part,
        'is_in_force' as name,
        'in force' as says,
        valid_from,
        valid_to
    from {{ ref('programme') }}
    where has_rule

    union all

    select
        overlap_id as programme_id,
        'overlap' as part,
        concat_ws(
            ' x ',
            concat_ws(':', programme_id, component),
            concat_ws(':', other_programme_id, other_component)
        ) as name,
        concat_ws(' ', kind, scope, allowed_if, counts, cast(at_most as varchar))
            as says,
        valid_from,
        valid_to
    from {{ ref('overlap_rule') }}

)

select
    said.*,
    as_of.as_of_date

from said
cross join {{ ref('as_of') }} as as_of
