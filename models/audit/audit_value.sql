{{ config(materialized='view') }}

with

answered as (

    select
        visit.*,
        answer.is_eligible,
        answer.receives,
        answer.is_same_person,
        answer.is_registered

    from {{ source('audit', 'visit') }} as visit
    left join {{ source('audit', 'answer') }} as answer
        on visit.draw_id = answer.draw_id and visit.visit_id = answer.visit_id

),

measured as (

    select
        *,
        'inclusion_error' as measure,
        not is_eligible as is_error,
        is_eligible as is_right
    from answered
    where part in ('listed', 'unlinked')

    union all

    select
        *,
        'exclusion_error' as measure,
        is_eligible and not receives as is_error,
        is_eligible and receives as is_right
    from answered
    where part != 'unlinked'

    union all

    select
        *,
        'linkage_error' as measure,
        not case part when 'listed' then is_same_person else not is_registered end
            as is_error,
        case part when 'listed' then is_same_person else not is_registered end
            as is_right
    from answered
    where part in ('listed', 'unlinked')

)

-- Who was not met, or did not say, is no answer; who does not count is neither.
select
    draw_id,
    visit_id,
    measure,
    {{ stratum_columns() }},
    part,
    is_error is not null and is_right is not null as is_answered,
    is_error,
    is_right

from measured
