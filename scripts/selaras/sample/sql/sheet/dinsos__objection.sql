create or replace temp table sheet as
select
    'sanggah_' || strftime(getvariable('drop_date'), '%Y%m%d') || '.csv' as file,
    '' as snapshot,
    enrolment.person_no as key,
    1 as copy,
    row_number() over (order by enrolment.person_no, enrolment.programme) as serial,
    enrolment.programme,
    enrolment.class,
    person.nik,
    person.no_kk,
    head.nik as head_nik,
    number_fault(
        'objection', person.person_no, 0.02, person.nik, person.is_woman, false, true
    )
        as number_fault,
    person.nik as true_nik,
    person.no_kk as true_no_kk

from (
    select
        *,
        (
            class in ('car', 'property', 'public_servant', 'well_off')
            and draw('objects', person_no) < 0.25
        )
        -- even a small city has a few
        or row_number() over (
            order by class = 'eligible', draw('objects', person_no), person_no
        ) <= 4 as is_objector

    from enrolment
    where programme in ('kjp_plus', 'kjmu', 'klj')
) as enrolment
inner join person on enrolment.person_no = person.person_no
inner join head on person.family_no = head.family_no
where
    enrolment.starts_on <= getvariable('drop_date')
    and is_objector
order by enrolment.person_no, enrolment.programme;

create or replace temp view page as
select
    rowid as row_no,
    file,
    snapshot,
    key,
    copy,
    true_nik,
    true_no_kk,
    'SGH-' || cast(year(getvariable('last_date')) as varchar) || '-'
    || lpad(cast(serial as varchar), 6, '0') as id,
    written_nik(number_fault, nik, no_kk, head_nik, key) as nik,
    written_card(null, number_fault, no_kk, nik, key) as no_kk,
    upper(programme) as program,
    case class
        when 'car' then 'owns_no_car'
        when 'property' then 'owns_no_valuable_property'
        when 'public_servant' then 'has_no_public_servant'
        else 'is_in_decile'
    end as kriteria,
    choose('objection', key, ['DITERIMA', 'DITERIMA', 'DITOLAK', 'PROSES']) as status,
    if(
        choose('objection', key, ['DITERIMA', 'DITERIMA', 'DITOLAK', 'PROSES'])
        = 'DITERIMA',
        '2026-06-30',
        null
    ) as berlaku_sampai,
    strftime(
        cast(date '2025-03-01' + cast(pick('objected', key, 200) as integer) as date),
        '%Y-%m-%d'
    ) as tanggal,
    choose('objection_note', key, [
        'Kendaraan sudah dijual, belum balik nama', 'Data sudah diperbarui', null,
        'Menunggu surat keterangan kelurahan'
    ]) as catatan,
    number_fault as faults,
    null as amount

from sheet;
