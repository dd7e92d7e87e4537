with

asked as (

    select source_row_id from {{ ref('number_of_another') }}
    union
    select owner_row_id as source_row_id from {{ ref('number_of_another') }}
    union
    select source_row_id from {{ ref('double_row') }}

)

{{ written_since('bps', 'dtsen_member', 'nomor_induk_kependudukan', 'nama') }}

union all

{{ written_since('dukcapil', 'resident', 'nik', 'nama_lgkp') }}
