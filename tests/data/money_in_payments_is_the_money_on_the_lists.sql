with

listed as (

    select
        programme_id,
        count(*) as row_count,
        coalesce(sum(amount), 0) as amount

    from {{ ref('listed_benefit') }}
    group by programme_id

),

paid as (

    select
        programme_id,
        count(*) as row_count,
        coalesce(sum(amount), 0) as amount

    from {{ ref('fct_payment') }}
    group by programme_id

)

select
    listed.programme_id,
    listed.amount,
    paid.amount as paid_amount

from listed
full outer join paid
    on listed.programme_id = paid.programme_id
where
    listed.row_count is distinct from paid.row_count
    or listed.amount is distinct from paid.amount
