with

-- An enrolment that meets several others counts once on its side.
one_side as (

    select distinct
        overlap_id,
        shared_id,
        programme_id,
        other_programme_id,
        'one' as side,
        enrolment_id,
        monthly_amount

    from {{ ref('paired_enrolment') }}

    union all

    select distinct
        overlap_id,
        shared_id,
        programme_id,
        other_programme_id,
        'other' as side,
        other_enrolment_id as enrolment_id,
        other_monthly_amount as monthly_amount

    from {{ ref('paired_enrolment') }}

),

summed as (

    select
        overlap_id,
        shared_id,
        programme_id,
        other_programme_id,
        side,
        case when count(*) = count(monthly_amount) then sum(monthly_amount) end
            as amount

    from one_side
    group by all

)

-- One unknown side leaves the smaller amount unknown.
select
    overlap_id,
    shared_id,
    programme_id,
    other_programme_id,
    cast(case when count(amount) = 2 then min(amount) end as bigint) as smaller_amount

from summed
group by all
