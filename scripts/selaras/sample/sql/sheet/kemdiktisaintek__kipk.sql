create or replace temp table sheet as
with

student as (

    select
        'kipk_' || cast(listed.year as varchar) || '_'
        || if(listed.number = 1, 'genap', 'ganjil') || '.csv' as file,
        listed.person_no as key,
        listed.number,
        listed.amount,
        person.nik,
        person.no_kk,
        person.name,
        person.is_woman,
        person.age,
        person.birth_date,
        head.nik as head_nik

    from listed
    inner join person on listed.person_no = person.person_no
    inner join head on person.family_no = head.family_no
    where listed.listing = 'kipk'

),

copied as (

    select
        *,
        unnest(copies('kipk', cast(number as varchar), key, 0.002)) as copy

    from student

)

select
    *,
    file as snapshot,
    number_fault('kipk', key, 0.02, nik, is_woman, false, false) as number_fault,
    name_fault('kipk', key, name, age, 0.01) as name_fault,
    date_fault('kipk', key) as date_fault,
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
    written_nik(number_fault, nik, no_kk, head_nik, key) as nik,
    written_name(name_fault, name, is_woman, key) as nama,
    written_date(date_fault, birth_date, 'slashed', key) as tgl_lahir,
    cast(31001 + pick('university', key, 8) as varchar) as kode_pt,
    university(key) as nama_pt,
    cast(greatest(1, least(8, 2 * (age - 18) - 2 + number)) as varchar) as semester,
    written_money('kipk', key, amount) as biaya_hidup_per_bulan,
    choose('tuition', key, ['2400000', '4000000', '4000000', '8000000'])
        as biaya_kuliah,
    if(is_cancelled('kipk', key), 'DIBATALKAN', 'AKTIF') as status,
    nullif(concat_ws(
        ',', number_fault, name_fault, date_fault,
        if(is_plain_money('kipk', key), null, 'money_form'),
        if(copy = 2, 'double_payment', null)
    ), '') as faults,
    amount

from sheet;
