create or replace temp table sheet as
with

listed_family as (

    select
        'bnba_sembako_' || cast(listed.year as varchar) || '_'
        || lpad(cast(listed.number as varchar), 2, '0') || '.csv' as file,
        listed.family_no as key,
        listed.year,
        listed.number,
        listed.period_starts_on,
        -- June and July 2025 carried a top-up
        if(listed.year = 2025 and listed.number in (6, 7), 400000, 200000) as amount,
        payment_status('sembako', listed.number, listed.is_current, listed.family_no)
            as status,
        payee.*

    from listed
    inner join payee on listed.family_no = payee.family_no
    where listed.listing = 'sembako'

),

copied as (

    select
        *,
        unnest(copies('sembako', cast(number as varchar), key, 0.004)) as copy

    from listed_family

)

select
    *,
    file as snapshot,
    number_fault('sembako', key, 0.05, head_nik, head_is_woman, true, true)
        as number_fault,
    card_fault('sembako', key, 0.03) as card_fault,
    name_fault('sembako', key, head_name, head_age, 0.015) as name_fault,
    code_fault('sembako', key) as code_fault,
    head_nik as true_nik,
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
    '1946' || lpad(cast(pick('kks', key, 1000000000000) as varchar), 12, '0') as no_kks,
    written_card(card_fault, number_fault, no_kk, head_nik, key) as no_kk,
    written_nik(number_fault, head_nik, no_kk, head_nik, key) as nik,
    written_name(name_fault, head_name, head_is_woman, key) as nama,
    address(key) as alamat,
    written_code(code_fault, region_now(region_no, new_region_no, move_week))
        as kode_kel,
    cast(year as varchar) || '-' || lpad(cast(number as varchar), 2, '0') as periode,
    written_money('sembako', key, amount) as nominal,
    status as status_salur,
    spelt_date(paid_on(status, period_starts_on, key), 'slashed') as tgl_salur,
    nullif(concat_ws(
        ',', number_fault, card_fault, name_fault, code_fault,
        if(is_plain_money('sembako', key), null, 'money_form'),
        if(copy = 2, 'double_payment', null)
    ), '') as faults,
    amount

from sheet;
