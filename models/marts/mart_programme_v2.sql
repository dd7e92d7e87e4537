with

enrolled as (

    select
        programme_id,
        count(*) as enrolment_count,
        count(distinct family_key) as family_count,
        count(distinct person_id) as person_count,
        count(*) filter (where match_method = 'unmatched') as unmatched_count,
        sum(monthly_amount) as monthly_amount

    from {{ ref('fct_enrolment') }}
    where status != 'cancelled'
    group by programme_id

),

judged as (

    select
        programme_id,
        count(*) filter (where coverage = 'reached') as reached_count,
        count(*) filter (where coverage = 'missed') as missed_count,
        count(*) filter (where coverage = 'leaked') as leaked_count,
        count(*) filter (where coverage = 'open') as open_count

    from {{ ref('fct_eligibility') }}
    group by programme_id

),

paid as (

    select
        programme_id,
        sum(amount) filter (where status = 'succeeded') as paid_amount

    from {{ ref('fct_payment') }}
    group by programme_id

)

select
    programme.programme_id,
    programme.title_indonesian,
    programme.title_english,
    programme.agency_id,
    programme.agency_indonesian,
    programme.agency_english,
    programme.level,
    programme.level_indonesian,
    programme.level_english,
    programme.unit,
    programme.unit_indonesian,
    programme.unit_english,
    programme.has_rule,
    coalesce(enrolled.enrolment_count, 0) as enrolment_count,
    coalesce(enrolled.family_count, 0) as family_count,
    coalesce(enrolled.person_count, 0) as person_count,
    coalesce(enrolled.unmatched_count, 0) as unmatched_count,
    cast(enrolled.monthly_amount as bigint) as monthly_amount,
    cast(paid.paid_amount as bigint) as paid_amount,
    judged.reached_count,
    judged.missed_count,
    judged.leaked_count,
    judged.open_count,
    as_of.as_of_date,
    carried_forward.stale_sources,
    carried_forward.stale_days

from {{ ref('star_programme') }} as programme
cross join {{ ref('carried_forward') }} as carried_forward
cross join {{ ref('as_of') }} as as_of
left join enrolled
    on programme.programme_id = enrolled.programme_id
left join judged
    on programme.programme_id = judged.programme_id
left join paid
    on programme.programme_id = paid.programme_id
