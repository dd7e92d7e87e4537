{{ config(materialized='view') }}

-- What all residents are called, born on and live under: how rare it is tells how much.
select
    name_normalised as name,
    birth_date,
    no_kk

from {{ ref('resident') }}
