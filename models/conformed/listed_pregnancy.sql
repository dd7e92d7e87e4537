with

pkh as (

    select * from {{ ref('stg_kemensos__pkh') }}
    where component = 'pregnant'

),

list_in_force as (

    select * from {{ ref('list_in_force') }}

),

matched as (

    select * from {{ ref('list_row_person') }}
    where role = 'member'

)

select distinct matched.person_id

from pkh
inner join list_in_force
    on
        list_in_force.table_name = 'pkh'
        and pkh.snapshot_key = list_in_force.snapshot_key
inner join matched
    on pkh.source_row_id = matched.source_row_id
