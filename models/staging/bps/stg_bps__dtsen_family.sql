with

landed as (

    {{ rows_in_force('bps', 'dtsen_family') }}

),

typed as (

    select
        *,
        {{ tidy_region_code('kode_kelurahan_desa') }} as written_region_code,
        {{ tidy_region_code('kode_kecamatan') }} as written_district_code,
        {{ province_of(
            'kode_kelurahan_desa', 'kode_kecamatan', 'kode_kabupaten_kota'
        ) }} as province_code,
        {{ tidy_code('status_kepemilikan_rumah') }} as ownership_code,
        {{ tidy_code('sumber_air_minum_utama') }} as water_code,
        {{ tidy_code('daya_terpasang') }} as power_code
    from landed

),

identified as (

    {{ identify('typed', no_kk='nomor_kartu_keluarga') }}

)

select
    {{ passed_through('identified') }},
    {{ number_columns('no_kk') }},
    {{ tidy_name('identified.nama_kepala_keluarga') }} as head_name,
    {{ normalise_name(tidy_name('identified.nama_kepala_keluarga')) }}
        as head_name_normalised,
    {{ dtsen_region_columns() }},
    identified.province_code,
    {{ tidy_name('identified.alamat') }} as address,
    {{ parse_decile('identified.desil_nasional') }} as national_decile,
    {{ parse_decile('identified.desil_provinsi') }} as province_decile,
    {{ parse_decile('identified.desil_kabupaten_kota') }} as city_decile,
    {{ parse_count('identified.jumlah_anggota_keluarga') }} as listed_member_count,
    {{ is_marked('identified.pbi_nas') }} as has_central_insurance,
    {{ is_marked('identified.pbi_pemda') }} as has_local_insurance,
    ownership_code.meaning as house_ownership,
    {{ parse_count('identified.luas_lantai') }} as floor_area,
    water_code.meaning as drinking_water,
    case
        when water_code.meaning != 'bottled_or_refill'
            then water_code.meaning = 'branded_bottled'
    end as uses_branded_water,
    power_code.meaning as installed_power,
    {{ is_owned('identified.aset_bergerak_mobil') }} as lists_car,
    {{ is_owned('identified.aset_tidak_bergerak_rumah_lainnya') }} as lists_other_house,
    {{ is_flagged('identified.is_gc_kemensos') }} as is_ground_checked,
    {{ is_flagged('identified.is_siks_ng') }} as is_siks_ng,
    {{ notes_and_unread(
        [
            number_note('no_kk'),
            unread_note('bad_decile', {
                'identified.desil_nasional': parse_decile('identified.desil_nasional'),
            }),
        ],
        bad_number={
            'identified.luas_lantai': parse_count('identified.luas_lantai'),
            'identified.jumlah_anggota_keluarga':
                parse_count('identified.jumlah_anggota_keluarga'),
        },
        unknown_word={
            'identified.status_kepemilikan_rumah': 'ownership_code.code',
            'identified.sumber_air_minum_utama': 'water_code.code',
            'identified.daya_terpasang': 'power_code.code',
            'identified.aset_bergerak_mobil':
                is_owned('identified.aset_bergerak_mobil'),
            'identified.aset_tidak_bergerak_rumah_lainnya':
                is_owned('identified.aset_tidak_bergerak_rumah_lainnya'),
        },
    ) }}

from identified
{{ join_dtsen_region() }}
{{ join_dtsen_code('ownership', 'status_kepemilikan_rumah', 'ownership_code') }}
{{ join_dtsen_code('water', 'sumber_air_minum_utama', 'water_code') }}
{{ join_dtsen_code('power', 'daya_terpasang', 'power_code') }}
