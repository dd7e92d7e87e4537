with

benefit as (

    select * from {{ ref('matched_benefit') }}
    where enrolment_status != 'cancelled'

),

person as (

    select * from {{ ref('dim_person') }}
    where life_status in ('deceased', 'moved_out', 'deactivated')

),

first_listed as (

    select * from {{ ref('first_listed') }}

),

data_rule as (

    select * from {{ ref('life_status_rule') }}

)

-- Only what began after the person left counts; an unknown day of leaving is for people
-- to check.
select
    data_rule.rule_id,
    'data' as kind,
    'person' as scope,
    benefit.person_id,
    max(benefit.household_id) as household_id,
    benefit.programme_id,
    cast(null as varchar) as other_programme_id,
    cast(null as varchar) as period,
    min(benefit.period_starts_on) as starts_on,
    max(benefit.period_ends_on) as ends_on,
    cast(max(benefit.monthly_amount) as bigint) as monthly_amount_at_stake,
    cast(null as varchar) as keep_programme_id,
    max(programme.owner) as review_agency,
    concat(
        person.life_status, ' ', coalesce(cast(person.life_status_on as varchar), '?'),
        '; ', benefit.programme_id, ' ', min(benefit.source_row_id)
    ) as evidence,
    greatest(min(first_listed.first_listed_for_period_on), max(person.life_status_on))
        as first_seen_on,
    {{ weakest_method('benefit.match_method') }} as match_method,
    min(benefit.match_score) as match_score,
    bool_and(benefit.match_method in ('exact', 'repaired', 'decided'))
    and max(person.life_status_on) is not null as rests_on_numbers

from benefit
inner join person
    on benefit.person_id = person.person_id
inner join data_rule
    on person.life_status = data_rule.life_status
inner join first_listed
    on benefit.source_row_id = first_listed.source_row_id
inner join {{ ref('dim_programme') }} as programme
    on benefit.programme_id = programme.programme_id
{{ join_weakness('benefit.match_method') }}
where
    benefit.period_starts_on > person.life_status_on
    or person.life_status_on is null
group by
    data_rule.rule_id,
    benefit.person_id,
    benefit.programme_id,
    person.life_status,
    person.life_status_on
