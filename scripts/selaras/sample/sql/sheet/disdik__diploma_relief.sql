create or replace temp table sheet as
select
    'pemutihan_ijazah_' || cast(year(getvariable('last_date')) as varchar) as snapshot,
    'pemutihan_ijazah_' || cast(year(getvariable('last_date')) as varchar)
    || if(count(*) over () > 200000, '.csv', '.xlsx') as file,
    enrolment.person_no as key,
    1 as copy,
    enrolment.class,
    3500000 + 250000 * pick('arrears', enrolment.person_no, 10) as amount,
    person.nik,
    person.no_kk,
    person.name,
    person.is_woman,
    person.age,
    person.birth_date,
    person.region_no,
    head.nik as head_nik,
    number_fault(
        'diploma', person.person_no, 0.05, person.nik, person.is_woman, false, false
    )
        as number_fault,
    name_fault('diploma', person.person_no, person.name, person.age, 0.01)
        as name_fault,
    date_fault('diploma', person.person_no) as date_fault,
    person.nik as true_nik,
    person.no_kk as true_no_kk

from enrolment
inner join person on enrolment.person_no = person.person_no
inner join head on person.family_no = head.family_no
where
    enrolment.programme = 'diploma_relief'
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
    written_date(date_fault, birth_date, 'long', key) as tanggal_lahir,
    choose('private_school', key, ['SMK ', 'SMA ', 'MA '])
    || choose('school_name', key, [
        'PGRI', 'BINA BANGSA', 'AL-HIKMAH', 'KARYA MANDIRI', 'TUNAS HARAPAN',
        'BUDI LUHUR'
    ]) || ' ' || cast(1 + pick('school_no', key, 20) as varchar) as sekolah,
    cast(year(getvariable('last_date')) - pick('left_school', key, 4) as varchar)
        as tahun_lulus,
    written_money('diploma', key, amount) as tunggakan,
    choose('funding', key, ['BAZNAS BAZIS', 'BAZNAS BAZIS', 'BAZNAS BAZIS', 'APBD'])
        as sumber_dana,
    if(
        class = 'kjp_plus' and draw('debit_letter', key) < 0.7, 'Ya', 'Tidak'
    ) as surat_debit_kjp,
    spelt_date(
        cast(
            make_date(year(getvariable('last_date')), 4, 25)
            + cast(pick('diploma_paid', key, 100) as integer) as date
        ),
        'long'
    ) as tanggal_bayar,
    number_fault = 'zeroed' as number_cells,
    if(
        date_fault is null and draw('date_cell', key) < 0.3, birth_date, null
    ) as date_cell,
    nullif(concat_ws(
        ',', number_fault, name_fault, date_fault,
        if(is_plain_money('diploma', key), null, 'money_form')
    ), '') as faults,
    amount

from sheet;
