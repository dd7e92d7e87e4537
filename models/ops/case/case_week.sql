with

seen as (

    select
        cause_id,
        cause,
        rule_id,
        scope,
        person_id,
        programme_id,
        other_programme_id,
        period,
        first_seen_on,
        as_of_date
    from {{ source('past', 'week_case') }}

    union all

    select
        cause.cause_id,
        cause.cause,
        cause.rule_id,
        cause.scope,
        cause.person_id,
        cause.programme_id,
        cause.other_programme_id,
        cause.period,
        cause.first_seen_on,
        as_of.as_of_date
    from {{ ref('case_cause') }} as cause
    cross join {{ ref('as_of') }} as as_of

),

merged as (

    select
        previous_person_id,
        min(person_id) as person_id
    from {{ ref('identity_change') }}
    where change_kind = 'person_merged'
    group by previous_person_id

)

-- Who turned out to be somebody known before keeps the cases of both ids.
select
    seen.cause_id,
    seen.first_seen_on,
    seen.as_of_date,
    case
        when merged.person_id is null or seen.scope != 'person' then seen.cause_id
        when seen.cause = 'verdict' then {{ verdict_id('seen', 'merged.person_id') }}
        else {{ finding_id('seen', 'merged.person_id') }}
    end as case_key

from seen
left join merged
    on seen.person_id = merged.previous_person_id
