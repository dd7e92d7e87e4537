create or replace temp table sheet as
with

pupil as (

    select
        'pip_' || cast(listed.year as varchar) || '_jakarta.csv' as file,
        listed.person_no as key,
        listed.amount,
        case
            when draw('pip_status', listed.person_no) < 0.03 then 'NOMINASI'
            when draw('pip_status', listed.person_no) < 0.20 then 'PEMBERIAN'
            else 'CAIR'
        end as status,
        person.nik,
        person.no_kk,
        person.name,
        person.is_woman,
        person.age,
        person.birth_date,
        person.school,
        person.grade,
        head.nik as head_nik,
        person.region_no

    from listed
    inner join person on listed.person_no = person.person_no
    inner join head on person.family_no = head.family_no
    where listed.listing = 'pip'

),

copied as (

    select
        *,
        unnest(copies('pip', '', key, 0.002)) as copy

    from pupil

)

select
    *,
    file as snapshot,
    number_fault('pip', key, 0.03, nik, is_woman, false, false) as number_fault,
    name_fault('pip', key, name, age, 0.015) as name_fault,
    date_fault('pip', key) as date_fault,
    nik as true_nik,
    no_kk as true_no_kk

from copied
order by file, key, copy;

create or replace temp view page as
select
    rowid as row_no,
    file,
    snapshot,
    key,
    copy,
    true_nik,
    true_no_kk,
    lpad(cast(pick('nisn', key, 10000000000) as varchar), 10, '0') as nisn,
    written_nik(number_fault, nik, no_kk, head_nik, key) as nik,
    written_name(name_fault, name, is_woman, key) as nama_siswa,
    written_date(date_fault, birth_date, 'iso', key) as tanggal_lahir,
    '201'
    || lpad(cast(pick('npsn', region_no * 4 + len(school), 100000) as varchar), 5, '0')
        as npsn,
    if(goes_wrong('formula:pip', key, 0.002), '=', '')
    || school || if(school in ('SD', 'SMP', 'SMA'), 'N ', ' ')
    || cast(1 + pick('school_no', key, 90) as varchar) || ' '
    || upper(getvariable('kelurahan_name')[region_no]) as nama_sekolah,
    school as jenjang,
    cast(grade as varchar) as kelas,
    written_money('pip', key, amount) as nominal,
    status,
    if(
        status = 'CAIR',
        strftime(
            cast(
                date '2025-04-10' + cast(pick('pip_paid', key, 150) as integer) as date
            ),
            '%Y-%m-%d'
        ),
        null
    ) as tgl_cair,
    nullif(concat_ws(
        ',', number_fault, name_fault, date_fault,
        if(is_plain_money('pip', key), null, 'money_form'),
        if(goes_wrong('formula:pip', key, 0.002), 'formula', null),
        if(copy = 2, 'double_payment', null)
    ), '') as faults,
    amount

from sheet;
