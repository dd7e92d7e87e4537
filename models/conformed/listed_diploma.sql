with

diploma as (

    select * from {{ ref('listed_arrears') }}

),

list_in_force as (

    select * from {{ ref('list_in_force') }}

),

matched as (

    select * from {{ ref('list_row_person') }}

)

select
    matched.person_id,
    {{ max_if_known('diploma.diploma_arrears', 'true') }} as diploma_arrears,
    {{ any_member('diploma.has_debit_letter') }} as has_debit_letter

from diploma
inner join list_in_force
    on
        diploma.source = list_in_force.source
        and diploma.table_name = list_in_force.table_name
        and diploma.snapshot_key = list_in_force.snapshot_key
inner join matched
    on diploma.source_row_id = matched.source_row_id
group by matched.person_id
