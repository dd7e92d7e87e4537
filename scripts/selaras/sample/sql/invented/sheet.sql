create or replace temp table sheet as
with

listed as (

    select
        enrolment.programme,
        enrolment.family_no,
        coalesce(enrolment.person_no, enrolment.family_no)
        * len(getvariable('programmes'))
        + list_position(getvariable('programmes'), enrolment.programme) as key,
        year(getvariable('drop_date')) as year,
        getvariable('number') as number,
        make_date(
            year(getvariable('drop_date')), getvariable('from_month'), 1
        ) as period_starts_on,
        getvariable('list_amount') as amount,
        person.nik,
        person.no_kk,
        person.name,
        person.is_woman,
        person.age,
        person.seat,
        person.birth_date,
        head.nik as head_nik,
        head.name as head_name,
        head.birth_date as head_birth_date,
        region_now(person.region_no, person.new_region_no, person.move_week)
            as region_no

    from enrolment
    inner join head on enrolment.family_no = head.family_no
    inner join person
        on coalesce(enrolment.person_no, head.person_no) = person.person_no
    where
        list_contains(getvariable('programmes'), enrolment.programme)
        and enrolment.starts_on <= getvariable('drop_date')
        and (
            enrolment.ends_on is null
            or enrolment.ends_on > getvariable('drop_date')
        )

),

copied as (

    select
        *,
        payment_status(getvariable('listing'), number, true, key) as status,
        unnest(copies(getvariable('listing'), number, key, 0.004)) as copy

    from listed

)

select
    *,
    getvariable('file_name') as file,
    cast(year as varchar) || '-' || number as snapshot,
    number_fault(getvariable('listing'), key, 0.05, nik, is_woman, seat = 1, true)
        as number_fault,
    card_fault(getvariable('listing'), key, 0.03) as card_fault,
    name_fault(getvariable('listing'), key, name, age, 0.015) as name_fault,
    date_fault(getvariable('listing'), key) as date_fault,
    code_fault(getvariable('listing'), key) as code_fault,
    nik as true_nik,
    no_kk as true_no_kk

from copied
order by key, copy;

create or replace temp view noted as
select
    *,
    rowid as row_no,
    number_fault = 'zeroed' as number_cells,
    cast(null as date) as date_cell,
    nullif(concat_ws(
        ',', number_fault, card_fault, name_fault, date_fault, code_fault,
        if(is_plain_money(getvariable('listing'), key), null, 'money_form'),
        if(copy = 2, 'double_payment', null)
    ), '') as faults

from sheet;
