with

person as (

    select * from {{ ref('dim_person') }}
    where life_status in ('deceased', 'moved_out', 'deactivated')

),

benefit as (

    select * from {{ ref('matched_benefit') }}
    where enrolment_status not in ('cancelled', 'nominated')

),

-- Whom the aid is for, and who is paid for a family where that is somebody else.
recipient as (

    select
        source_row_id,
        person_id,
        match_method,
        match_score,
        false as is_payee
    from benefit

    union all

    select
        benefit.source_row_id,
        payee.person_id,
        payee.match_method,
        payee.score as match_score,
        true as is_payee
    from benefit
    inner join {{ ref('list_row_match') }} as payee
        on
            benefit.source_row_id = payee.source_row_id
            and payee.role = 'manager'
    where payee.person_id is distinct from benefit.person_id

),

gone as (

    select
        benefit.source_row_id,
        benefit.programme_id,
        benefit.household_id,
        benefit.period_starts_on,
        benefit.period_ends_on,
        benefit.monthly_amount,
        benefit.paid_on,
        recipient.person_id,
        recipient.match_method,
        recipient.match_score,
        recipient.is_payee,
        person.life_status,
        person.life_status_on,
        benefit.period_starts_on <= person.life_status_on as has_begun

    from recipient
    inner join person
        on recipient.person_id = person.person_id
    inner join benefit
        on recipient.source_row_id = benefit.source_row_id

),

-- What began after the person left counts; of what had begun, what is left: paid later,
-- or to be paid for months to come. An unknown day of leaving is for people to check.
counted as (

    select
        *,
        case
            when has_begun then {{ add_days('life_status_on', 1) }}
            else period_starts_on
        end as counted_from

    from gone
    where
        has_begun is not true
        or paid_on > life_status_on
        or (
            paid_on is null
            and {{ add_months("date_trunc('month', life_status_on)", 1) }}
            < period_ends_on
        )

)

select
    data_rule.rule_id,
    'data' as kind,
    'person' as scope,
    counted.person_id,
    max(counted.household_id) as household_id,
    counted.programme_id,
    cast(null as varchar) as other_programme_id,
    cast(null as varchar) as period,
    min(counted.counted_from) as starts_on,
    max(counted.period_ends_on) as ends_on,
    -- The aid goes on where only its payee has gone.
    cast(max(case when not counted.is_payee then counted.monthly_amount end) as bigint)
        as monthly_amount_at_stake,
    cast(null as varchar) as keep_programme_id,
    max(programme.owner) as review_agency,
    concat(
        counted.life_status,
        ' ',
        coalesce(cast(counted.life_status_on as varchar), '?'),
        case when bool_and(counted.is_payee) then '; payee' else '' end,
        '; ', counted.programme_id, ' ', min(counted.source_row_id)
    ) as evidence,
    greatest(min(first_listed.first_listed_for_period_on), max(counted.life_status_on))
        as first_seen_on,
    {{ weakest_method('counted.match_method') }} as match_method,
    min(counted.match_score) as match_score,
    bool_and(counted.match_method in ('exact', 'repaired', 'decided'))
    and max(counted.life_status_on) is not null as rests_on_numbers

from counted
inner join {{ ref('life_status_rule') }} as data_rule
    on counted.life_status = data_rule.life_status
inner join {{ ref('first_listed') }} as first_listed
    on counted.source_row_id = first_listed.source_row_id
inner join {{ ref('dim_programme') }} as programme
    on counted.programme_id = programme.programme_id
{{ join_weakness('counted.match_method') }}
group by
    data_rule.rule_id,
    counted.person_id,
    counted.programme_id,
    counted.life_status,
    counted.life_status_on
