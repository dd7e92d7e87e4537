with

person as (

    select * from {{ ref('dim_person') }}

)

select
    'has_debit_letter' as fact_id,
    person_id,
    has_debit_letter as holds

from person
where has_debit_letter is not null
