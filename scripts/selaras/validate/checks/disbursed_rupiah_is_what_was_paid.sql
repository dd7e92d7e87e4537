with

counting as (

    select unnest(getvariable('headline_programmes'), recursive := true)

),

paid as (

    select coalesce(sum(payment.amount), 0) as rupiah
    from conformed.fct_payment as payment
    cross join ops.as_of as as_of
    where
        payment.programme_id in (
            select counting.programme_id
            from counting
            where counting.metric_id = 'disbursed_rupiah'
        )
        and payment.status = 'succeeded'
        and year(coalesce(payment.paid_on, payment.period_starts_on))
        = year(as_of.as_of_date)

)

select
    'disbursed_rupiah' as subject,
    mart_headline.value as observed,
    paid.rupiah as expected

from paid
left join marts.mart_headline_v2 as mart_headline
    on mart_headline.metric_id = 'disbursed_rupiah'
where mart_headline.value is distinct from paid.rupiah
