create or replace temp table sheet as
with

standing as (

    select
        family_no,
        region_now(region_no, new_region_no, move_week) as region_no,
        member_count,
        if(
            decile_week is not null and decile_week <= getvariable('drop_index'),
            greatest(1, least(10, national_decile + decile_step)),
            national_decile
        ) as national_decile,
        province_decile,
        city_decile,
        insurance,
        owns_car,
        owns_home,
        uses_branded_water,
        national_decile <= 4 as is_poor

    from household
    where is_in_dtsen

),

named as (

    select
        standing.*,
        head.no_kk,
        head.nik,
        head.name,
        head.is_woman,
        head.age,
        head.has_central_insurance,
        head.has_local_insurance

    from standing
    inner join head on standing.family_no = head.family_no

)

select
    'keluarga_dtsen_v3_' || cast(year(getvariable('last_date')) as varchar) || '_31.'
    || substr(getvariable('bps_city_code')[region_no], 3) || '.csv' as file,
    '' as snapshot,
    family_no as key,
    1 as copy,
    *,
    card_fault('dtsen_family', family_no, 0.02) as card_fault,
    name_fault('dtsen', family_no * 16 + 1, name, age, 0.01) as name_fault,
    if(is_faulty('decile_blank', family_no, 0.006), 'decile_missing', null)
        as decile_fault,
    nik as true_nik,
    no_kk as true_no_kk

from named
order by file, key;

create or replace macro asset(name, key, rate) as if(
    draw('has:' || name, key) < rate, '1', '2'
);

create or replace temp view page as
select
    rowid as row_no,
    file,
    snapshot,
    key,
    copy,
    true_nik,
    true_no_kk,
    '31' as kode_provinsi,
    'DKI JAKARTA' as provinsi,
    getvariable('bps_city_code')[region_no] as kode_kabupaten_kota,
    upper(getvariable('city_name')[region_no]) as kabupaten_kota,
    getvariable('bps_district_code')[region_no] as kode_kecamatan,
    upper(getvariable('district_name')[region_no]) as kecamatan,
    getvariable('bps_kelurahan_code')[region_no] as kode_kelurahan_desa,
    upper(getvariable('kelurahan_name')[region_no]) as kelurahan_desa,
    address(key) as alamat,
    written_card(card_fault, null, no_kk, nik, key) as nomor_kartu_keluarga,
    cast(member_count as varchar) as jumlah_anggota_keluarga,
    written_name(name_fault, name, is_woman, key * 16 + 1) as nama_kepala_keluarga,
    if(decile_fault is null, cast(national_decile as varchar), null) as desil_nasional,
    cast(province_decile as varchar) as desil_provinsi,
    cast(city_decile as varchar) as desil_kabupaten_kota,
    if(has_central_insurance, '1', null) as pbi_nas,
    if(has_local_insurance, '1', null) as pbi_pemda,
    '54' || lpad(cast(pick('pln', key, 10000000000) as varchar), 10, '0')
        as id_pelanggan_pln,
    if(owns_home, '1', choose('tenure', key, ['2', '2', '2', '3', '5']))
        as status_kepemilikan_rumah,
    if(is_poor, choose('floor', key, ['2', '4', '6', '6']), '2')
        as jenis_lantai_terluas,
    cast(12 + national_decile * 5 + pick('floor_area', key, 30) as varchar)
        as luas_lantai,
    if(is_poor, choose('wall', key, ['1', '1', '3', '4']), '1')
        as jenis_dinding_terluas,
    choose('roof', key, ['1', '2', '3', '4', '9']) as jenis_atap_terluas,
    if(
        uses_branded_water,
        '1',
        choose('water', key, ['2', '2', '2', '3', '3', '4', '12'])
    ) as sumber_air_minum_utama,
    '1' as sumber_penerangan_utama,
    cast(least(5, 1 + national_decile // 3 + pick('power', key, 2)) as varchar)
        as daya_terpasang,
    choose('fuel', key, ['4', '4', '4', '3', '5']) as bahan_bakar_utama_memasak,
    if(is_poor, choose('toilet', key, ['1', '1', '2', '3']), '1') as fasilitas_bab,
    '1' as jenis_kloset,
    choose('septic', key, ['1', '1', '1', '2']) as pembuangan_akhir_tinja,
    null as kepemilikan_aset,
    '1' as aset_bergerak_tabung_gas,
    asset('fridge', key, 0.5 + 0.05 * national_decile) as aset_bergerak_lemari_es,
    asset('ac', key, 0.07 * national_decile) as aset_bergerak_ac,
    asset('heater', key, 0.02 * national_decile) as aset_bergerak_pemanas_air,
    asset('phone', key, 0.01 * national_decile) as aset_bergerak_telepon_rumah,
    asset('tv', key, 0.3 + 0.06 * national_decile) as aset_bergerak_tv_datar,
    asset('gold', key, 0.05 * national_decile) as aset_bergerak_emas_perhiasan,
    asset('computer', key, 0.07 * national_decile)
        as aset_bergerak_komputer_laptop_tablet,
    asset('motorcycle', key, 0.75) as aset_bergerak_sepeda_motor,
    asset('bicycle', key, 0.3) as aset_bergerak_sepeda,
    if(
        goes_wrong('car_blank', key, 0.01), null, if(owns_car, '1', '2')
    ) as aset_bergerak_mobil,
    '2' as aset_bergerak_perahu,
    '2' as aset_bergerak_kapal_perahu_motor,
    asset('smartphone', key, 0.9) as aset_bergerak_smartphone,
    asset('land', key, 0.02 * national_decile) as aset_tidak_bergerak_lahan_lainnya,
    asset('house', key, 0.015 * national_decile) as aset_tidak_bergerak_rumah_lainnya,
    '0' as jumlah_ternak_sapi,
    '0' as jumlah_ternak_kerbau,
    '0' as jumlah_ternak_kuda,
    '0' as jumlah_ternak_babi,
    '0' as jumlah_ternak_kambing_domba,
    if(draw('ground_check', key) < 0.12, '1', '0') as is_gc_kemensos,
    if(draw('insurance_check', key) < 0.05, '1', '0') as is_pbi_se,
    if(national_decile <= 5, '1', '0') as is_siks_ng,
    nullif(concat_ws(
        ',', card_fault, name_fault, decile_fault,
        if(goes_wrong('car_blank', key, 0.01), 'car_missing', null)
    ), '') as faults,
    null as amount,
    -- what the text comes from, to see changes without writing it again
    hash(*columns(sheet.* exclude (file))) as content

from sheet;
