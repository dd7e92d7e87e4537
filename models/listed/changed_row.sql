-- Written by `selaras compile` from models/staging/*/_*__sources.yml. Edit the
-- contract, not this file.
{{ changed_row_of('bapenda', 'asset') }}
union all
{{ changed_row_of('bps', 'dtsen_family') }}
union all
{{ changed_row_of('bps', 'dtsen_member') }}
union all
{{ changed_row_of('dinsos', 'care_home') }}
union all
{{ changed_row_of('dinsos', 'decision') }}
union all
{{ changed_row_of('dinsos', 'field_answer') }}
union all
{{ changed_row_of('dinsos', 'objection') }}
union all
{{ changed_row_of('dinsos', 'pkd') }}
union all
{{ changed_row_of('disdik', 'diploma_relief') }}
union all
{{ changed_row_of('disdik', 'kjmu') }}
union all
{{ changed_row_of('disdik', 'kjp_plus') }}
union all
{{ changed_row_of('dukcapil', 'resident') }}
union all
{{ changed_row_of('kemdiktisaintek', 'kipk') }}
union all
{{ changed_row_of('kemendikdasmen', 'pip') }}
union all
{{ changed_row_of('kemensos', 'blts') }}
union all
{{ changed_row_of('kemensos', 'pkh') }}
union all
{{ changed_row_of('kemensos', 'sembako') }}
union all
{{ changed_row_of('outbox', 'answer') }}
