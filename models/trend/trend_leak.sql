with

judged as (

    {{ every_week('week_verdict') }}

),

recipient as (

    select
        programme_id,
        unit,
        case unit when 'person' then person_id else household_id end as subject_id,
        verdict,
        unknown_criteria,
        as_of_date

    from judged
    where is_enrolled

),

refused as (

    select
        programme_id,
        case unit when 'person' then person_id else household_id end as subject_id,
        unmet_criteria

    from {{ ref('week_verdict') }}
    where verdict = 'ineligible'

),

-- Of these the day is known since when the aid was no longer theirs.
gone as (

    select
        finding.programme_id,
        finding.person_id as subject_id,
        min(finding.starts_on) as gone_on

    from {{ ref('week_finding') }} as finding
    inner join {{ ref('life_status_rule') }} as life_status_rule
        on finding.rule_id = life_status_rule.rule_id
    where finding.disposition != 'false_positive'
    group by
        finding.programme_id,
        finding.person_id

),

-- What was unknown then and is answered now counts, with the answer.
told as (

    select
        recipient.as_of_date,
        recipient.programme_id,
        recipient.verdict = 'ineligible' as was_known,
        recipient.unit = 'person' and gone.gone_on <= recipient.as_of_date as is_gone,
        recipient.verdict = 'undetermined' and {{ share_a_word(
            'recipient.unknown_criteria', 'refused.unmet_criteria'
        ) }} as is_answered

    from recipient
    left join refused
        on
            recipient.programme_id = refused.programme_id
            and recipient.subject_id = refused.subject_id
    left join gone
        on
            recipient.programme_id = gone.programme_id
            and recipient.subject_id = gone.subject_id

)

select
    as_of_date,
    programme_id,
    count(*) as enrolled_count,
    count(*) filter (where was_known) as leaked_count,
    count(*) filter (where was_known or is_gone or is_answered)
        as leaked_now_known_count

from told
group by
    as_of_date,
    programme_id
