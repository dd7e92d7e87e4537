create or replace temp table sheet as
select
    'dukcapil_penduduk_'
    || strftime(getvariable('drop_date'), '%Y%m%d')
    || '.csv' as file,
    '' as snapshot,
    person_no as key,
    copy,
    seat,
    if(copy = 2, second_nik, nik) as shown_nik,
    nik,
    no_kk,
    name,
    is_woman,
    birth_date,
    occupation,
    region_now(region_no, new_region_no, move_week) as region_no,
    case
        when copy = 2 then 'AKTIF'
        when died_on <= getvariable('drop_date') then 'MENINGGAL'
        when moved_out_on <= getvariable('drop_date') then 'PINDAH KELUAR'
        when deactivated_on <= getvariable('drop_date') then 'NONAKTIF'
        else 'AKTIF'
    end as status,
    coalesce(died_on, moved_out_on, deactivated_on) as status_on,
    number_fault('dukcapil', person_no, 0.002, nik, is_woman, seat = 1, true)
        as number_fault,
    if(is_faulty('typo:dukcapil', person_no, 0.002), 'typo', null) as name_fault,
    nik as true_nik,
    no_kk as true_no_kk

from (
    select
        *,
        unnest(if(second_nik is not null, [1, 2], [1])) as copy
    from person
    where
        is_in_dukcapil
        and (baby_week is null or baby_week <= getvariable('drop_index'))
) as registered
order by key, copy;

create or replace temp view page as
select
    rowid as row_no,
    file,
    snapshot,
    key,
    copy,
    true_nik,
    true_no_kk,
    written_nik(number_fault, shown_nik, no_kk, nik, key) as nik,
    written_card(null, number_fault, no_kk, nik, key) as no_kk,
    written_name(name_fault, name, is_woman, key) as nama_lgkp,
    if(is_woman, 'P', 'L') as jenis_klmin,
    choose('birth_place', key, [
        'JAKARTA', 'JAKARTA', 'JAKARTA', 'JAKARTA', 'JAKARTA', 'BOGOR', 'BEKASI',
        'TANGERANG', 'BANDUNG', 'TEGAL', 'BREBES', 'PEMALANG', 'SOLO', 'SURABAYA',
        'MEDAN', 'PADANG', 'GARUT', 'INDRAMAYU', 'CIREBON', 'SERANG'
    ]) as tmpt_lhr,
    strftime(birth_date, '%d-%m-%Y') as tgl_lhr,
    case
        when seat = 1 then 'KEPALA KELUARGA'
        when seat = 2 then if(is_woman, 'ISTRI', 'SUAMI')
        when seat <= 7 or seat = 12 then 'ANAK'
        when seat <= 9 then 'CUCU'
        when seat = 10 then 'ORANG TUA'
        else 'FAMILI LAIN'
    end as stat_hbkel,
    occupation as jenis_pkrjn,
    status as status_penduduk,
    if(status = 'AKTIF', null, strftime(status_on, '%d-%m-%Y')) as tgl_status,
    getvariable('kelurahan_code')[region_no] as kode_wilayah,
    nullif(concat_ws(
        ',', number_fault, name_fault, if(copy = 2, 'second_nik', null)
    ), '') as faults,
    null as amount,
    -- what the text comes from, to see changes without writing it again
    hash(*columns(sheet.* exclude (file))) as content

from sheet;
