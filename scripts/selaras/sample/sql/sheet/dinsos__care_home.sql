create or replace temp table sheet as
select
    'panti_' || strftime(getvariable('drop_date'), '%Y%m%d') || '.csv' as file,
    '' as snapshot,
    enrolment.person_no as key,
    1 as copy,
    person.nik,
    person.no_kk,
    person.name,
    person.is_woman,
    person.age,
    person.birth_date,
    head.nik as head_nik,
    number_fault(
        'home', person.person_no, 0.10, person.nik, person.is_woman, true, false
    )
        as number_fault,
    name_fault('home', person.person_no, person.name, person.age, 0.02) as name_fault,
    date_fault('home', person.person_no) as date_fault,
    person.nik as true_nik,
    person.no_kk as true_no_kk

from enrolment
inner join person on enrolment.person_no = person.person_no
inner join head on person.family_no = head.family_no
where
    enrolment.programme = 'care_home'
    and enrolment.starts_on <= getvariable('drop_date')
order by enrolment.person_no;

create or replace temp view page as
select
    rowid as row_no,
    file,
    snapshot,
    key,
    copy,
    true_nik,
    true_no_kk,
    written_nik(number_fault, nik, no_kk, head_nik, key) as nik,
    written_name(name_fault, name, is_woman, key) as nama,
    written_date(date_fault, birth_date, 'slashed', key) as tgl_lahir,
    choose('home', key, [
        'PSTW BUDI MULIA 1', 'PSTW BUDI MULIA 2', 'PSTW BUDI MULIA 3',
        'PSBD BUDI BHAKTI', 'PANTI LARAS HARAPAN SENTOSA'
    ]) as nama_panti,
    strftime(
        cast(date '2019-01-15' + cast(pick('entered', key, 2200) as integer) as date),
        '%d/%m/%Y'
    ) as tgl_masuk,
    if(
        draw('left_home', key) < 0.05,
        strftime(
            cast(
                date '2025-02-01' + cast(pick('left_day', key, 220) as integer) as date
            ),
            '%d/%m/%Y'
        ),
        null
    ) as tgl_keluar,
    nullif(concat_ws(',', number_fault, name_fault, date_fault), '') as faults,
    null as amount

from sheet;
