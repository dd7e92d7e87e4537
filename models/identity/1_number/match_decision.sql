with

-- Of every drop so far: what people decided holds, whether or not it is sent again.
landed as (

    select
        {{ returned_key('decision.subject_id') }} as subject_id,
        {{ spelt_as_id('decision.decision') }} as decision,
        -- A day after the drop that tells of it is no known day.
        {{ parse_date(
            'decision.decided_on', pivot='decision.batch_date', to='decision.batch_date'
        ) }} as decided_on

    from {{ source('dinsos', 'decision') }} as decision
    inner join {{ ref('as_of') }} as as_of
        on decision.batch_date <= as_of.as_of_date

    union all

    -- An answer names the item of the outbox that asked about the candidate.
    select
        item_id as subject_id,
        case answer
            when 'agreed' then 'same_person'
            when 'rejected' then 'different_person'
        end as decision,
        answered_on as decided_on
    from {{ ref('item_answer') }}

),

decision as (

    select * from landed
    where decision in ('same_person', 'different_person')

),

latest as (

    select
        subject_id,
        max(decided_on) as decided_on

    from decision
    group by subject_id

)

-- The latest day counts; who says both on that day, or one of them on no known day, has
-- decided nothing.
select
    decision.subject_id as candidate_id,
    case
        when min(decision.decision) = max(decision.decision) then min(decision.decision)
        else 'contradicted'
    end as verdict,
    max(decision.decided_on) as decided_on

from decision
inner join latest
    on
        decision.subject_id = latest.subject_id
        and coalesce(decision.decided_on = latest.decided_on, true)
group by decision.subject_id
