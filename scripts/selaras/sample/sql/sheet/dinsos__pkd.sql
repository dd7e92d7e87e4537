create or replace temp table sheet as
with

holder as (

    select
        'pkd_' || cast(listed.year as varchar) || '_'
        || lpad(cast(listed.number as varchar), 2, '0') || '.csv' as file,
        listed.programme,
        listed.person_no * 4 + case listed.programme
            when 'klj' then 0
            when 'kpdj' then 1
            else 2
        end as key,
        listed.year,
        listed.number,
        listed.amount,
        listed.person_no,
        payment_status('pkd', listed.number, listed.is_current, listed.person_no)
            as status,
        person.nik,
        person.no_kk,
        person.name,
        person.is_woman,
        person.age,
        person.seat,
        person.birth_date,
        head.nik as head_nik,
        region_now(person.region_no, person.new_region_no, person.move_week)
            as region_no

    from listed
    inner join person on listed.person_no = person.person_no
    inner join head on person.family_no = head.family_no
    where listed.listing = 'pkd'

),

copied as (

    select
        *,
        unnest(copies('pkd', cast(number as varchar), key, 0.004)) as copy

    from holder

)

select
    *,
    file as snapshot,
    number_fault('pkd', key, 0.07, nik, is_woman, seat = 1, true) as number_fault,
    card_fault('pkd', key, 0.05) as card_fault,
    name_fault('pkd', key, name, age, 0.02) as name_fault,
    date_fault('pkd', key) as date_fault,
    place_fault('pkd', key) as place_fault,
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
    written_date(date_fault, birth_date, 'slashed', key) as tgl_lahir,
    upper(programme) as jenis_kartu,
    written_place(place_fault, region_no, key) as kelurahan,
    cast(year as varchar) || '-' || lpad(cast(number as varchar), 2, '0') as bulan,
    written_money('pkd', key, amount) as nominal,
    status,
    if(goes_wrong('formula:pkd', key, 0.002), '=', '')
    || '4' || lpad(cast(pick('account', person_no, 1000000000) as varchar), 10, '0')
        as no_rekening,
    nullif(concat_ws(
        ',', number_fault, card_fault, name_fault, date_fault, place_fault,
        if(is_plain_money('pkd', key), null, 'money_form'),
        if(goes_wrong('formula:pkd', key, 0.002), 'formula', null),
        if(copy = 2, 'double_payment', null)
    ), '') as faults,
    amount

from sheet;
