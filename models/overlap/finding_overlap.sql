with

paired as (

    select * from {{ ref('paired_enrolment') }}

),

first_listed as (

    select * from {{ ref('first_listed') }}

)

select
    paired.overlap_id as rule_id,
    paired.kind,
    paired.scope,
    case when paired.scope = 'person' then paired.person_id end as person_id,
    max(paired.household_id) as household_id,
    paired.programme_id,
    paired.other_programme_id,
    cast(null as varchar) as period,
    min(paired.shared_from) as starts_on,
    max(paired.shared_to) as ends_on,
    cast(
        max(least(paired.monthly_amount, paired.other_monthly_amount)) as bigint
    ) as monthly_amount_at_stake,
    max(paired.keep_programme_id) as keep_programme_id,
    max(paired.review_agency) as review_agency,
    concat_ws(
        '; ',
        concat(paired.programme_id, ' ', min(paired.source_row_id)),
        concat(paired.other_programme_id, ' ', min(paired.other_source_row_id))
    ) as evidence,
    min(greatest(one.first_listed_on, other.first_listed_on)) as first_seen_on,
    bool_and(
        paired.match_method in ('exact', 'repaired', 'decided')
        and paired.other_match_method in ('exact', 'repaired', 'decided')
    ) as rests_on_numbers

from paired
inner join first_listed as one
    on paired.source_row_id = one.source_row_id
inner join first_listed as other
    on paired.other_source_row_id = other.source_row_id
group by
    paired.overlap_id,
    paired.kind,
    paired.scope,
    paired.shared_id,
    case when paired.scope = 'person' then paired.person_id end,
    paired.programme_id,
    paired.other_programme_id
