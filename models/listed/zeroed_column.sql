with

counted as (

    {{ zeroed_in('stg_bapenda__asset', ['nik']) }}
    union all
    {{ zeroed_in('stg_bps__dtsen_family', ['no_kk']) }}
    union all
    {{ zeroed_in('stg_bps__dtsen_member', ['nik', 'no_kk']) }}
    union all
    {{ zeroed_in('stg_dinsos__care_home', ['nik']) }}
    union all
    {{ zeroed_in('stg_dinsos__objection', ['nik', 'no_kk']) }}
    union all
    {{ zeroed_in('stg_dinsos__pkd', ['nik', 'no_kk']) }}
    union all
    {{ zeroed_in('stg_disdik__diploma_relief', ['nik']) }}
    union all
    {{ zeroed_in('stg_disdik__kjmu', ['nik', 'no_kk']) }}
    union all
    {{ zeroed_in('stg_disdik__kjp_plus', ['nik', 'no_kk']) }}
    union all
    {{ zeroed_in('stg_dukcapil__resident', ['nik', 'no_kk']) }}
    union all
    {{ zeroed_in('stg_kemdiktisaintek__kipk', ['nik']) }}
    union all
    {{ zeroed_in('stg_kemendikdasmen__pip', ['nik']) }}
    union all
    {{ zeroed_in('stg_kemensos__blts', ['nik', 'no_kk']) }}
    union all
    {{ zeroed_in('stg_kemensos__pkh', ['no_kk', 'manager_nik', 'member_nik']) }}
    union all
    {{ zeroed_in('stg_kemensos__sembako', ['nik', 'no_kk']) }}

)

select
    source,
    table_name,
    batch_date,
    file,
    column_name,
    row_count,
    cast(row_count as double) / number_count as zeroed_share

from counted
where
    number_count >= {{ var('zeroed_least_rows') }}
    and row_count >= {{ var('zeroed_share_threshold') }} * number_count
