with

named as (

    select distinct
        record_id,
        nik,
        no_kk,
        name,
        birth_date,
        sex,
        region_code

    from {{ ref('member_unsettled') }}

)

{{ comparable('named', ['record_id']) }}
