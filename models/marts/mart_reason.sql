with

judged as (

    select * from {{ ref('mart_eligibility') }}

),

reason as (

    select
        *,
        'unmet' as outcome,
        unnest(string_split(unmet_criteria, ', ')) as criterion_id

    from judged
    where unmet_criteria != ''

    union all

    select
        *,
        'unknown' as outcome,
        unnest(string_split(unknown_criteria, ', ')) as criterion_id

    from judged
    where unknown_criteria != ''

)

select
    reason.programme_id,
    reason.unit,
    reason.person_id,
    reason.household_id,
    reason.criterion_id,
    criterion.says_indonesian,
    criterion.says_english,
    reason.outcome,
    reason.verdict,
    reason.coverage,
    reason.region_key,
    reason.decile_key,
    reason.as_of_date,
    reason.stale_sources,
    reason.stale_days

from reason
inner join {{ ref('mart_rule') }} as criterion
    on
        reason.programme_id = criterion.programme_id
        and reason.criterion_id = criterion.criterion_id
