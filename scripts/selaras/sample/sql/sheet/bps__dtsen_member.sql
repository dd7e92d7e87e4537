create or replace temp table sheet as
with

present as (

    select
        *,
        -- a second number, or a second family that nobody has reported
        unnest(list_filter(
            [
                1,
                if(second_nik is not null, 2, null),
                if(seat > 2 and goes_wrong('two_families', person_no, 0.004), 3, null)
            ],
            lambda number: number is not null
        )) as copy

    from person
    where
        is_in_dtsen
        and (baby_week is null or baby_week <= getvariable('drop_index'))
        -- the dead stay in the register for a while, some for good
        and (
            died_on is null
            or died_on > getvariable('drop_date') - 60
            or goes_wrong('dead_in_dtsen', person_no, 0.3)
        )

),

paired as (

    select
        *,
        if(
            copy = 3, pick('other_family', person_no, getvariable('families')), null
        ) as other_family_no

    from present

),

housed as (

    select
        paired.*,
        if(copy = 3, other.no_kk, paired.no_kk) as shown_card,
        if(
            copy = 3,
            other.region_no,
            region_now(paired.region_no, paired.new_region_no, paired.move_week)
        ) as home_no,
        head.nik as head_nik

    from paired
    inner join head on paired.family_no = head.family_no
    left join (
        select
            household.family_no,
            card.no_kk,
            household.region_no
        from household
        inner join card on household.family_no = card.family_no
        where household.is_in_dtsen
    ) as other
        on paired.other_family_no = other.family_no

)

select
    'anggota_keluarga_dtsen_v3_' || cast(year(getvariable('last_date')) as varchar)
    || '_31.' || substr(getvariable('bps_city_code')[home_no], 3) || '.csv' as file,
    '' as snapshot,
    person_no as key,
    cast(copy as integer) as copy,
    seat,
    age,
    if(copy = 2, second_nik, nik) as shown_nik,
    nik,
    shown_card,
    no_kk,
    head_nik,
    name,
    birth_date,
    is_woman,
    school,
    grade,
    difficulty,
    occupation,
    region_no,
    home_no,
    is_in_dukcapil,
    has_central_insurance,
    has_local_insurance,
    case
        when
            seat > 1 and is_faulty('head_for_all', family_no, 0.0015)
            then 'head_copied'
        else number_fault(
            'dtsen_member', person_no * 4 + copy, 0.03, nik, is_woman, seat = 1, true
        )
    end as number_fault,
    card_fault('dtsen_member', person_no, 0.01) as card_fault,
    name_fault('dtsen', person_no, name, age, 0.01) as name_fault,
    date_fault('dtsen', person_no) as date_fault,
    nik as true_nik,
    no_kk as true_no_kk

from housed
where shown_card is not null
order by file, key, copy;

create or replace macro limitation(name, key, difficulty) as
    case
        when goes_wrong('unasked:' || name, key, 0.01) then null
        when difficulty = 1 then '1'
        when choose('limited_in', key, [
            'sight', 'hearing', 'walking', 'hands', 'learning', 'behaviour', 'speech',
            'care', 'memory', 'sadness'
        ]) = name then cast(difficulty as varchar)
        else '1'
    end;

create or replace temp view page as
select
    rowid as row_no,
    file,
    snapshot,
    key,
    copy,
    true_nik,
    true_no_kk,
    written_nik(number_fault, shown_nik, no_kk, head_nik, key)
        as nomor_induk_kependudukan,
    written_card(card_fault, number_fault, shown_card, nik, key)
        as nomor_kartu_keluarga,
    written_name(name_fault, name, is_woman, key) as nama,
    written_date(
        date_fault, birth_date,
        -- one city still sends the older form
        if(file like '%31.01.csv' and not getvariable('clean'), 'slashed', 'iso'),
        key
    ) as tanggal_lahir,
    cast(age as varchar) as umur,
    if(is_woman, '2', '1') as jenis_kelamin,
    case
        when seat = 12 or seat between 3 and 7 then '3'
        when seat <= 2 then cast(seat as varchar)
        when seat <= 9 then '5'
        when seat = 10 then '6'
        else '7'
    end as status_hubungan_keluarga,
    if(has_central_insurance, '1', null) as pbi_nas,
    if(has_local_insurance, '1', null) as pbi_pemda,
    null as id_pelanggan_pln,
    case
        when seat = 2 or (seat = 1 and not is_woman) then '2'
        when seat = 10 then '5'
        when seat = 1 then choose('status', key, ['4', '5', '1'])
        else '1'
    end as status_kawin,
    case
        when age < 5 then null
        when goes_wrong('school_blank', key, 0.01) then null
        when school is not null then '2'
        when age < 7 then '1'
        else '3'
    end as partisipasi_sekolah,
    case
        when school = 'SD' then '2'
        when school = 'SMP' then '3'
        when school in ('SMA', 'SMK') then '4'
        when school = 'PT' then '7'
        when school in ('PKBM', 'SLB')
            then if(grade <= 6, '2', if(grade <= 9, '3', '4'))
        when age >= 7 then choose('level', key, ['2', '3', '4', '4', '4', '6', '7'])
    end as jenjang_tertinggi_yang_diduduki,
    cast(if(school = 'PT', null, grade) as varchar) as kelas_tertinggi_yang_diduduki,
    case
        when school = 'PT' then '4'
        when school is not null
            then if(grade <= 6, '1', if(grade <= 9, '2', '3'))
        when age >= 7 then choose('level', key, ['2', '3', '4', '4', '4', '6', '7'])
    end as ijazah_tertinggi_yang_dimiliki,
    case
        when age < 10 then null
        when occupation in (
            'BELUM/TIDAK BEKERJA',
            'MENGURUS RUMAH TANGGA',
            'PELAJAR/MAHASISWA',
            'PENSIUNAN'
        ) then '2'
        else '1'
    end as status_bekerja,
    null as lapangan_usaha_dari_pekerjaan_utama,
    null as status_dalam_pekerjaan_utama,
    null as kepemilikan_usaha,
    null as jumlah_usaha,
    null as lapangan_usaha_dari_usaha_utama,
    null as jumlah_pekerja_yang_dibayar_dari_usaha_utama,
    null as jumlah_pekerja_yang_tidak_dibayar_dari_usaha_utama,
    null as omzet_usaha_utama,
    if(age < 6, '3', null) as kondisi_gizi,
    limitation('sight', key, difficulty) as penglihatan,
    limitation('hearing', key, difficulty) as pendengaran,
    limitation('walking', key, difficulty) as berjalan_atau_naik_tangga,
    limitation('hands', key, difficulty) as menggunakan_tangan_jari,
    limitation('learning', key, difficulty) as belajar_kemampuan_intelektual,
    limitation('behaviour', key, difficulty) as pengendalian_perilaku,
    limitation('speech', key, difficulty) as berbicara_komunikasi,
    limitation('care', key, difficulty) as mengurus_diri,
    limitation('memory', key, difficulty) as mengingat_berkonsentrasi,
    limitation('sadness', key, difficulty) as kesedihan_depresi,
    if(age >= 50, choose('illness', key, ['1', '1', '1', '2', '6', '13']), '1')
        as penyakit_kronis,
    if(is_in_dukcapil, '31', '32') as kode_provinsi_ktp,
    null as provinsi_ktp,
    if(is_in_dukcapil, getvariable('bps_city_code')[region_no], '3275')
        as kode_kabupaten_kota_ktp,
    null as kabupaten_kota_ktp,
    if(is_in_dukcapil, getvariable('bps_district_code')[region_no], '3275011')
        as kode_kecamatan_ktp,
    null as kecamatan_ktp,
    if(
        is_in_dukcapil, getvariable('bps_kelurahan_code')[region_no], '3275011001'
    ) as kode_kelurahan_desa_ktp,
    null as kelurahan_desa_ktp,
    null as rt_ktp,
    null as rw_ktp,
    null as dusun_ktp,
    null as alamat_ktp,
    occupation as pekerjaan_ktp,
    null as pendidikan_akhir_ktp,
    nullif(concat_ws(
        ',', number_fault, card_fault, name_fault, date_fault,
        case copy when 2 then 'second_nik' when 3 then 'two_families' end
    ), '') as faults,
    null as amount,
    -- what the text comes from, to see changes without writing it again
    hash(*columns(sheet.* exclude (file))) as content

from sheet;
