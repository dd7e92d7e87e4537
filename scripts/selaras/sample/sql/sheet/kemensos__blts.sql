create or replace temp table sheet as
with

listed_family as (

    select
        'blts_kesra_' || cast(listed.year as varchar) || '.csv' as file,
        listed.family_no as key,
        listed.amount,
        -- paid from 20 October on
        case
            when getvariable('drop_date') < date '2025-10-21' then 'PROSES'
            when draw('blts_paid', listed.family_no)
                < least(0.95, 0.12 * (getvariable('drop_date') - date '2025-10-20'))
                then 'BERHASIL'
            when draw('blts_paid', listed.family_no) > 0.99 then 'GAGAL'
            else 'PROSES'
        end as status,
        payee.*

    from listed
    inner join payee on listed.family_no = payee.family_no
    where listed.listing = 'blts'

),

copied as (

    select
        *,
        unnest(copies('blts', '', key, 0.003)) as copy

    from listed_family

)

select
    *,
    file as snapshot,
    row_number() over (order by key, copy) as serial,
    number_fault('blts', key, 0.03, head_nik, head_is_woman, true, true)
        as number_fault,
    card_fault('blts', key, 0.02) as card_fault,
    name_fault('blts', key, head_name, head_age, 0.015) as name_fault,
    code_fault('blts', key) as code_fault,
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
    cast(serial as varchar) as no_urut,
    written_nik(number_fault, head_nik, no_kk, head_nik, key) as nik_kpm,
    written_card(card_fault, number_fault, no_kk, head_nik, key) as no_kk,
    written_name(name_fault, head_name, head_is_woman, key) as nama_kpm,
    written_code(code_fault, region_now(region_no, new_region_no, move_week))
        as kode_kel,
    if(draw('channel', key) < 0.52, 'HIMBARA', 'POS') as penyalur,
    written_money('blts', key, amount) as nominal,
    status as status_salur,
    spelt_date(if(
        status = 'BERHASIL',
        cast(
            date '2025-10-20'
            + cast(
                pick(
                    'blts_day',
                    key,
                    greatest(1, getvariable('drop_date') - date '2025-10-20')
                ) as integer
            )
            as date
        ),
        null
    ), 'slashed') as tgl_salur,
    nullif(concat_ws(
        ',', number_fault, card_fault, name_fault, code_fault,
        if(is_plain_money('blts', key), null, 'money_form'),
        if(copy = 2, 'double_payment', null)
    ), '') as faults,
    amount

from sheet;
