{{ config(materialized='view') }}

with

family_aid as (

    {{ benefit_row(
        'stg_kemensos__pkh', "'pkh'", 'household', 'member',
        amount='amount', monthly_amount=monthly_share('amount'), component='component'
    ) }}

    union all

    {{ benefit_row(
        'stg_kemensos__sembako', "'sembako'", 'household', 'recipient',
        amount='amount', monthly_amount=monthly_share('amount')
    ) }}

    union all

    {{ benefit_row(
        'stg_kemensos__blts', "'blts'", 'household', 'recipient',
        amount='amount', monthly_amount=monthly_share('amount')
    ) }}

),

education_aid as (

    {{ benefit_row(
        'stg_kemendikdasmen__pip', "'pip'", 'person', 'recipient',
        amount='amount', monthly_amount=monthly_share('amount'), card='null'
    ) }}

    union all

    {{ benefit_row(
        'stg_kemdiktisaintek__kipk', "'kipk'", 'person', 'recipient',
        amount=period_total('monthly_amount'), monthly_amount='monthly_amount',
        card='null', paid_on='null'
    ) }}

    union all

    {{ benefit_row(
        'stg_disdik__kjp_plus', "'kjp_plus'", 'person', 'recipient',
        amount=period_total('(monthly_amount + coalesce(monthly_fee, 0))'),
        monthly_amount='monthly_amount', paid_on='null'
    ) }}

    union all

    {{ benefit_row(
        'stg_disdik__kjmu', "'kjmu'", 'person', 'recipient',
        amount='semester_amount', monthly_amount=monthly_share('semester_amount'), paid_on='null'
    ) }}

    union all

    {{ benefit_row(
        'stg_disdik__diploma_relief', "'diploma_relief'", 'person', 'recipient',
        amount='arrears', monthly_amount='null', card='null'
    ) }}

),

card_aid as (

    {{ benefit_row(
        'stg_dinsos__pkd', 'programme_id', 'person', 'recipient',
        amount='amount', monthly_amount=monthly_share('amount'), paid_on='null'
    ) }}

)

select * from family_aid
union all
select * from education_aid
union all
select * from card_aid
