{{ config(materialized='view') }}

with

landed as (

    select
        landed.*,
        registry_drop.zeroed_columns

    from {{ source('dukcapil', 'resident') }} as landed
    inner join {{ ref('registry_drop') }} as registry_drop
        on landed.file_id = registry_drop.file_id
    inner join {{ ref('registry_number') }} as unsteady
        on
            {{ plain_number('landed.nik') }} = unsteady.number
            and not unsteady.is_steady

)

select
    batch_date,
    nik,
    no_kk,
    number_cells,
    zeroed_columns,
    {{ tidy_name('nama_lgkp') }} as full_name,
    {{ parse_birth_date('tgl_lhr') }} as birth_date,
    {{ word_key('status_penduduk') }} as written_life_status

from landed
