-- Written by `selaras compile` from models/staging/*/_*__sources.yml. Edit the
-- contract, not this file.
{{ number_loss('bapenda', 'asset', 'nik') }}
union all
{{ number_loss('bps', 'dtsen_family', 'no_kk') }}
union all
{{ number_loss('bps', 'dtsen_member', 'nik') }}
union all
{{ number_loss('bps', 'dtsen_member', 'no_kk') }}
union all
{{ number_loss('dinsos', 'care_home', 'nik') }}
union all
{{ number_loss('dinsos', 'field_answer', 'no_kk') }}
union all
{{ number_loss('dinsos', 'field_answer', 'nik') }}
union all
{{ number_loss('dinsos', 'objection', 'nik') }}
union all
{{ number_loss('dinsos', 'objection', 'no_kk') }}
union all
{{ number_loss('dinsos', 'pkd', 'nik') }}
union all
{{ number_loss('dinsos', 'pkd', 'no_kk') }}
union all
{{ number_loss('disdik', 'diploma_relief', 'nik') }}
union all
{{ number_loss('disdik', 'kjmu', 'nik') }}
union all
{{ number_loss('disdik', 'kjmu', 'no_kk') }}
union all
{{ number_loss('disdik', 'kjp_plus', 'nik') }}
union all
{{ number_loss('disdik', 'kjp_plus', 'no_kk') }}
union all
{{ number_loss('dukcapil', 'resident', 'nik') }}
union all
{{ number_loss('dukcapil', 'resident', 'no_kk') }}
union all
{{ number_loss('kemdiktisaintek', 'kipk', 'nik') }}
union all
{{ number_loss('kemendikdasmen', 'pip', 'nik') }}
union all
{{ number_loss('kemensos', 'blts', 'nik') }}
union all
{{ number_loss('kemensos', 'blts', 'no_kk') }}
union all
{{ number_loss('kemensos', 'pkh', 'no_kk') }}
union all
{{ number_loss('kemensos', 'pkh', 'manager_nik') }}
union all
{{ number_loss('kemensos', 'pkh', 'member_nik') }}
union all
{{ number_loss('kemensos', 'sembako', 'no_kk') }}
union all
{{ number_loss('kemensos', 'sembako', 'nik') }}
