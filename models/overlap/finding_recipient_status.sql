with

-- What began after the person left counts; of what had begun, what is left: paid later,
-- or to be paid for months to come. An unknown day of leaving is for people to check.
counted as (

    select
        *,
        case
            when has_begun then {{ add_days('life_status_on', 1) }}
            else period_starts_on
        end as counted_from

    from {{ ref('gone_recipient') }}
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
    min(counted.counted_from) as starts_on,
    max(counted.period_ends_on) as ends_on,
    -- The aid goes on where only its payee has gone.
    cast(max(case when not counted.is_payee then counted.monthly_amount end) as bigint)
        as monthly_amount_at_stake,
    concat_ws(
        '; ',
        concat(
            {{ first_evidence('counted.programme_id', 'counted.source_row_id') }},
            case when bool_and(counted.is_payee) then '/payee' end
        ),
        {{ first_evidence("'dukcapil'", 'told.resident_row_id', 'life_status') }}
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
left join {{ ref('person') }} as told
    on counted.person_id = told.person_id
{{ join_weakness('counted.match_method') }}
group by
    data_rule.rule_id,
    counted.person_id,
    counted.programme_id
