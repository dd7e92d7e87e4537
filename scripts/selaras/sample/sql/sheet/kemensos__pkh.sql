create or replace temp table sheet as
with

listed_person as (

    select
        'bnba_pkh_' || cast(listed.year as varchar) || '_tahap'
        || cast(listed.number as varchar) || '.csv' as file,
        listed.person_no as key,
        listed.year,
        listed.number,
        listed.component,
        listed.amount,
        listed.period_starts_on,
        payment_status('pkh', listed.number, listed.is_current, listed.family_no)
            as status,
        person.nik,
        person.name,
        person.is_woman,
        person.age,
        person.birth_date,
        payee.*

    from listed
    inner join payee on listed.family_no = payee.family_no
    inner join person on listed.person_no = person.person_no
    where listed.listing = 'pkh'

),

copied as (

    select
        *,
        unnest(copies('pkh', cast(number as varchar), key, 0.003)) as copy

    from listed_person

)

select
    *,
    file as snapshot,
    number_fault('pkh', key, 0.04, nik, is_woman, key = manager_no, true)
        as number_fault,
    number_fault(
        'pkh_manager', family_no, 0.03, manager_nik, manager_is_woman, true, false
    )
        as manager_fault,
    card_fault('pkh', family_no, 0.03) as card_fault,
    name_fault('pkh', key, name, age, 0.015) as name_fault,
    name_fault('pkh_manager', family_no, manager_name, manager_age, 0.015)
        as manager_name_fault,
    date_fault('pkh', key) as date_fault,
    code_fault('pkh', family_no) as code_fault,
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
    manager_nik as true_manager_nik,
    true_no_kk,
    'PKH' || lpad(cast(pick('pkh_number', family_no, 1000000000) as varchar), 11, '0')
        as id_pkh,
    written_card(card_fault, number_fault, no_kk, nik, family_no) as no_kk,
    written_nik(manager_fault, manager_nik, no_kk, head_nik, family_no) as nik_pengurus,
    written_name(manager_name_fault, manager_name, manager_is_woman, family_no)
        as nama_pengurus,
    written_nik(number_fault, nik, no_kk, manager_nik, key) as nik_anggota,
    written_name(name_fault, name, is_woman, key) as nama_anggota,
    written_date(date_fault, birth_date, 'slashed', key) as tgl_lahir_anggota,
    case component
        when 'pregnant' then 'BUMIL'
        when 'early_childhood' then 'BALITA'
        when 'primary' then 'SD'
        when 'junior_secondary' then 'SMP'
        when 'senior_secondary' then 'SMA'
        when 'elderly' then 'LANSIA'
        when 'severe_disability' then 'DISABILITAS'
    end as komponen,
    written_code(code_fault, region_now(region_no, new_region_no, move_week))
        as kode_kel,
    cast(number as varchar) as tahap,
    cast(year as varchar) as tahun,
    written_money('pkh', key, amount) as nominal,
    status as status_salur,
    spelt_date(paid_on(status, period_starts_on, family_no), 'slashed') as tgl_salur,
    nullif(concat_ws(
        ',', number_fault, card_fault, name_fault, date_fault, code_fault,
        if(is_plain_money('pkh', key), null, 'money_form'),
        if(copy = 2, 'double_payment', null)
    ), '') as faults,
    nullif(concat_ws(',', manager_fault, manager_name_fault), '') as manager_faults,
    amount

from sheet;
