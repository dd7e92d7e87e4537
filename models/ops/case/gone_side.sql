with

gone as (

    select
        *,
        {{ rows_of_json('evidence', ['side', 'source']) }} as item
    from {{ ref('gone_case') }}

),

side as (

    select distinct
        case_id,
        cause,
        scope,
        person_id,
        family_id,
        closed_on,
        item['side'] as side,
        item['source'] as source
    from gone

)

-- A side that is a programme is asked for on its list of the week in which the case
-- closed.
select
    side.case_id,
    side.cause,
    side.side,
    min(side.source) as source,
    side.closed_on,
    programme.programme_id is not null as is_programme,
    case
        when side.scope = 'person' and programme.unit = 'person' then side.person_id
        else side.family_id
    end as subject_id

from side
left join {{ ref('dim_programme') }} as programme
    on side.side = programme.programme_id
group by all
