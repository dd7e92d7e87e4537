with

benefit as (

    select * from {{ ref('matched_benefit') }}
    where payment_status = 'succeeded'

),

headline_programme as (

    select * from {{ ref('headline_programme') }}

),

paid as (

    select
        benefit.*,
        coalesce(benefit.paid_on, benefit.period_starts_on) as counted_on,
        row_number() over (
            partition by
                benefit.programme_id,
                benefit.component,
                benefit.family_key,
                case
                    when benefit.component is not null
                        then coalesce(benefit.person_id, benefit.source_row_id)
                end,
                benefit.period_starts_on
            order by benefit.amount desc, benefit.source_row_id asc
        ) as times

    from benefit
    inner join {{ ref('as_of') }} as as_of
        on
            year(coalesce(benefit.paid_on, benefit.period_starts_on))
            = year(as_of.as_of_date)

)

select
    headline_programme.metric_id,
    paid.source_row_id as payment_id,
    paid.programme_id,
    paid.family_key,
    paid.counted_on,
    paid.amount

from paid
inner join headline_programme
    on paid.programme_id = headline_programme.programme_id
where
    headline_programme.metric_id = 'disbursed_rupiah'
    or (headline_programme.metric_id = 'double_paid_rupiah' and paid.times > 1)
