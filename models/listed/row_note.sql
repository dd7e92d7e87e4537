{{ config(materialized='view') }}

{{ noted_in('stg_bapenda__asset') }}
union all
{{ noted_in('stg_bps__dtsen_family') }}
union all
{{ noted_in('stg_bps__dtsen_member') }}
union all
{{ noted_in('stg_dinsos__care_home') }}
union all
{{ noted_in('stg_dinsos__decision') }}
union all
{{ noted_in('stg_dinsos__objection') }}
union all
{{ noted_in('stg_dinsos__pkd') }}
union all
{{ noted_in('stg_disdik__diploma_relief') }}
union all
{{ noted_in('stg_disdik__kjmu') }}
union all
{{ noted_in('stg_disdik__kjp_plus') }}
union all
{{ noted_in('stg_dukcapil__resident') }}
union all
{{ noted_in('stg_kemdiktisaintek__kipk') }}
union all
{{ noted_in('stg_kemendikdasmen__pip') }}
union all
{{ noted_in('stg_kemensos__blts') }}
union all
{{ noted_in('stg_kemensos__pkh') }}
union all
{{ noted_in('stg_kemensos__sembako') }}
