with

judged as (

    {{ every_week('week_verdict') }}

),

-- A family is told by the first of its cards, whichever it has in a week.
recipient as (

    select
        judged.programme_id,
        judged.unit,
        coalesce(judged.person_id, card.first_household_id, judged.household_id)
            as subject_id,
        judged.verdict,
        judged.unknown_criteria,
        judged.as_of_date

    from judged
    left join {{ ref('first_card') }} as card
        on judged.household_id = card.household_id
    where judged.is_enrolled

),

refused as (

    select
        verdict.programme_id,
        coalesce(verdict.person_id, card.first_household_id, verdict.household_id)
            as subject_id,
        max(verdict.unmet_criteria) as unmet_criteria

    from {{ ref('week_verdict') }} as verdict
    left join {{ ref('first_card') }} as card
        on verdict.household_id = card.household_id
    where verdict.verdict = 'ineligible'
    group by all

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
    group by all

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
group by all
