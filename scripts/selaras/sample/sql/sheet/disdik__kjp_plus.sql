create or replace temp table sheet as
with

pupil as (

    select
        'kjp_plus_tahap' || cast(listed.number as varchar) || '_'
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
        person.school,
        person.is_in_private_school,
        head.nik as head_nik,
        region_now(person.region_no, person.new_region_no, person.move_week)
            as region_no

    from listed
    inner join person on listed.person_no = person.person_no
    inner join head on person.family_no = head.family_no
    where listed.listing = 'kjp_plus'

),

copied as (

    select
        *,
        unnest(copies('kjp_plus', cast(number as varchar), key, 0.002)) as copy

    from pupil

),

filed as (

    select
        *,
        file_stem
        || if(count(*) over (partition by file_stem) > 200000, '.csv', '.xlsx')
            as file

    from copied

)

select
    *,
    file_stem as snapshot,
    row_number() over (partition by file order by key, copy) as serial,
    number_fault('kjp', key, 0.05, nik, is_woman, false, true) as number_fault,
    card_fault('kjp', key, 0.03) as card_fault,
    name_fault('kjp', key, name, age, 0.015) as name_fault,
    date_fault('kjp', key) as date_fault,
    place_fault('kjp', key) as place_fault,
    nik as true_nik,
    no_kk as true_no_kk

from filed
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
    cast(serial as varchar) as no,
    written_nik(number_fault, nik, no_kk, head_nik, key) as nik_siswa,
    written_card(card_fault, number_fault, no_kk, nik, key) as no_kk,
    written_name(name_fault, name, is_woman, key) as nama_siswa,
    written_date(date_fault, birth_date, 'long', key) as tanggal_lahir,
    school as jenjang,
    if(is_in_private_school, 'Swasta', 'Negeri') as status_sekolah,
    '201'
    || lpad(cast(pick('npsn', region_no * 4 + len(school), 100000) as varchar), 5, '0')
        as npsn,
    if(goes_wrong('formula:kjp', key, 0.002), '=', '')
    || school || if(is_in_private_school, ' ', 'N ')
    || cast(1 + pick('school_no', key, 90) as varchar) || ' '
    || upper(getvariable('kelurahan_name')[region_no]) as nama_sekolah,
    written_place(place_fault, region_no, key) as kelurahan,
    written_money('kjp', key, amount) as dana_per_bulan,
    cast(
        case
            when not is_in_private_school then 0
            when school = 'SD' then 130000
            when school = 'SMP' then 170000
            when school = 'SMA' then 290000
            when school = 'SMK' then 240000
            else 0
        end as varchar
    ) as spp_per_bulan,
    if(is_cancelled('kjp_plus', key), 'DIBATALKAN', 'AKTIF') as status,
    number_fault = 'zeroed' as number_cells,
    if(
        date_fault is null and draw('date_cell', key) < 0.3, birth_date, null
    ) as date_cell,
    nullif(concat_ws(
        ',', number_fault, card_fault, name_fault, date_fault, place_fault,
        if(is_plain_money('kjp', key), null, 'money_form'),
        if(goes_wrong('formula:kjp', key, 0.002), 'formula', null),
        if(copy = 2, 'double_payment', null)
    ), '') as faults,
    amount

from sheet;
