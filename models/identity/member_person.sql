{{ config(materialized='view') }}

with

numbered as (

    select * from {{ ref('member_number') }}

),

unnumbered as (

    select * from {{ ref('member_without_number') }}

)

select
    source_row_id,
    nik,
    nik as person_key,
    match_method

from numbered

union all

select
    source_row_id,
    nik,
    coalesce(nik, person_key) as person_key,
    match_method

from unnumbered
