-- Written by `selaras compile` from models/staging/*/_*__sources.yml. Edit the
-- contract, not this file.
with

listed as (

    {{ listed_since('dinsos', 'pkd', ['no_kk', 'nik', 'jenis_kartu']) }}
    union all
    {{ listed_since('disdik', 'diploma_relief', ['nik', 'nama']) }}
    union all
    {{ listed_since('disdik', 'kjmu', ['no_kk', 'nik']) }}
    union all
    {{ listed_since('disdik', 'kjp_plus', ['no_kk', 'nik_siswa']) }}
    union all
    {{ listed_since('kemdiktisaintek', 'kipk', ['nik', 'nama']) }}
    union all
    {{ listed_since('kemendikdasmen', 'pip', ['nik', 'nama_siswa']) }}
    union all
    {{ listed_since('kemensos', 'blts', ['no_kk', 'nik_kpm']) }}
    union all
    {{ listed_since('kemensos', 'pkh', ['no_kk', 'nik_anggota', 'komponen']) }}
    union all
    {{ listed_since('kemensos', 'sembako', ['no_kk', 'nik']) }}

),

benefit as (

    select source_row_id from {{ ref('listed_benefit') }}

)

-- Only rows in force are asked for, so that a later drop never changes an earlier
-- answer.
select
    listed.source_row_id,
    listed.first_listed_on,
    listed.first_listed_for_period_on

from listed
inner join benefit
    on listed.source_row_id = benefit.source_row_id
