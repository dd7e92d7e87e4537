{{ config(materialized='view') }}

with

source_field as (

    select * from {{ ref('source_field') }}

)

select
    source,
    table_name,
    {{ column_that_tells('nik') }} as nik,
    coalesce(
        {{ column_that_tells('no_kk') }}, {{ column_that_tells('family') }}
    ) as no_kk,
    {{ column_that_tells('family') }} as family_card,
    {{ column_that_tells('name') }} as full_name,
    {{ column_that_tells('birth_date') }} as birth_date,
    {{ column_that_tells('own_number') }} as own_number,
    {{ column_that_tells('programme') }} as programme_id,
    {{ column_that_tells('about') }} as about,
    {{ column_that_tells('detail') }} as detail_text

from source_field
group by
    source,
    table_name
