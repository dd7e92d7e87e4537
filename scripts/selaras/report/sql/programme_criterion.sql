-- What each criterion costs, and what knowing it would settle. Alone: nothing else stands in the
-- way, or nothing else is missing.
with

reason as (

    select
        programme_id,
        criterion_id,
        verdict,
        outcome,
        count(*) over same_verdict as same_count

    from marts.mart_reason
    window same_verdict as (
        partition by programme_id, unit, person_id, household_id, outcome
    )

),

counted as (

    select
        programme_id,
        criterion_id,
        count(*) filter (where outcome = 'unmet') as unmet_count,
        count(*) filter (where outcome = 'unmet' and same_count = 1) as unmet_alone_count,
        count(*) filter (where outcome = 'unknown' and verdict = 'undetermined') as unknown_count,
        count(*) filter (
            where outcome = 'unknown' and verdict = 'undetermined' and same_count = 1
        ) as unknown_alone_count

    from reason
    group by
        programme_id,
        criterion_id

)

select
    rule.programme_id,
    rule.position,
    rule.criterion_id,
    rule.says_indonesian,
    rule.says_english,
    rule.required,
    rule.basis,
    rule.status,
    rule.source,
    rule.is_contestable,
    case when counted.unmet_count >= getvariable('smallest_open_cell') then counted.unmet_count end
        as unmet_count,
    case
        when counted.unmet_alone_count >= getvariable('smallest_open_cell')
            then counted.unmet_alone_count
    end as unmet_alone_count,
    case when counted.unknown_count >= getvariable('smallest_open_cell') then counted.unknown_count end
        as unknown_count,
    case
        when counted.unknown_alone_count >= getvariable('smallest_open_cell')
            then counted.unknown_alone_count
    end as unknown_alone_count

from marts.mart_rule_v2 as rule
left join counted
    on
        rule.programme_id = counted.programme_id
        and rule.criterion_id = counted.criterion_id
order by
    rule.programme_id,
    rule.position
