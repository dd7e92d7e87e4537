{{ config(materialized='view') }}

{{ row_digest_of('bapenda', 'asset') }}
union all
{{ row_digest_of('bps', 'dtsen_family') }}
union all
{{ row_digest_of('bps', 'dtsen_member') }}
union all
{{ row_digest_of('dinsos', 'care_home') }}
union all
{{ row_digest_of('dinsos', 'decision') }}
union all
{{ row_digest_of('dinsos', 'objection') }}
union all
{{ row_digest_of('dinsos', 'pkd') }}
union all
{{ row_digest_of('disdik', 'diploma_relief') }}
union all
{{ row_digest_of('disdik', 'kjmu') }}
union all
{{ row_digest_of('disdik', 'kjp_plus') }}
union all
{{ row_digest_of('dukcapil', 'resident') }}
union all
{{ row_digest_of('kemdiktisaintek', 'kipk') }}
union all
{{ row_digest_of('kemendikdasmen', 'pip') }}
union all
{{ row_digest_of('kemensos', 'blts') }}
union all
{{ row_digest_of('kemensos', 'pkh') }}
union all
{{ row_digest_of('kemensos', 'sembako') }}
