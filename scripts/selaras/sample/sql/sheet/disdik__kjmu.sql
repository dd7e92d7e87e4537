create or replace temp table sheet as
with

student as (

    select
        'kjmu_tahap' || cast(listed.number as varchar) || '_'
        || cast(listed.year as varchar) as file_stem,
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
    where listed.listing = 'kjmu'

),

copied as (

    select
        *,
        unnest(copies('kjmu', cast(number as varchar), key, 0.002)) as copy

    from student

)

select
    *,
    file_stem as snapshot,
    file_stem || if(count(*) over (partition by file_stem) > 200000, '.csv', '.xlsx')
        as file,
    number_fault('kjmu', key, 0.03, nik, is_woman, false, true) as number_fault,
    card_fault('kjmu', key, 0.02) as card_fault,
    name_fault('kjmu', key, name, age, 0.01) as name_fault,
    date_fault('kjmu', key) as date_fault,
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
    written_card(card_fault, number_fault, no_kk, nik, key) as no_kk,
    written_name(name_fault, name, is_woman, key) as nama,
    written_date(date_fault, birth_date, 'long', key) as tanggal_lahir,
    university(key) as perguruan_tinggi,
    choose('accreditation', key, ['Unggul', 'A', 'A', 'A', 'B']) as akreditasi,
    cast(greatest(1, least(8, 2 * (age - 18) - 2 + number)) as varchar) as semester,
    written_money('kjmu', key, amount) as dana_per_semester,
    if(is_cancelled('kjmu', key), 'DIBATALKAN', 'AKTIF') as status,
    number_fault = 'zeroed' as number_cells,
    if(
        date_fault is null and draw('date_cell', key) < 0.3, birth_date, null
    ) as date_cell,
    nullif(concat_ws(
        ',', number_fault, card_fault, name_fault, date_fault,
        if(is_plain_money('kjmu', key), null, 'money_form'),
        if(copy = 2, 'double_payment', null)
    ), '') as faults,
    amount

from sheet;
