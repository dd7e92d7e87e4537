-- A row of an unknown programme has a note and is paid by none.
-- KJP Plus and KIP Kuliah name a monthly amount, not what was paid: only rows count there.
with

staged as (

    select 'pkh' as programme_id, amount from staging.stg_kemensos__pkh
    union all
    select 'sembako', amount from staging.stg_kemensos__sembako
    union all
    select 'blts', amount from staging.stg_kemensos__blts
    union all
    select 'pip', amount from staging.stg_kemendikdasmen__pip
    union all
    select 'kipk', null from staging.stg_kemdiktisaintek__kipk
    union all
    select 'kjp_plus', null from staging.stg_disdik__kjp_plus
    union all
    select 'kjmu', semester_amount from staging.stg_disdik__kjmu
    union all
    select 'diploma_relief', arrears from staging.stg_disdik__diploma_relief
    union all
    select programme_id, amount from staging.stg_dinsos__pkd
    where programme_id is not null

),

listed as (

    select
        programme_id,
        count(*) as row_count,
        coalesce(sum(amount), 0) as rupiah

    from staged
    group by programme_id

),

paid as (

    select
        programme_id,
        count(*) as row_count,
        coalesce(
            sum(amount) filter (where programme_id not in ('kipk', 'kjp_plus')), 0
        ) as rupiah

    from conformed.fct_payment
    group by programme_id

)

select
    coalesce(listed.programme_id, paid.programme_id, 'unknown programme') as subject,
    coalesce(paid.row_count, 0) || ' rows, Rp ' || coalesce(paid.rupiah, 0) as observed,
    coalesce(listed.row_count, 0) || ' rows, Rp ' || coalesce(listed.rupiah, 0)
        as expected

from listed
full outer join paid
    on listed.programme_id is not distinct from paid.programme_id
where
    listed.row_count is distinct from paid.row_count
    or listed.rupiah is distinct from paid.rupiah
