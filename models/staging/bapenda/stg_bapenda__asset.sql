with

landed as (

    {{ rows_in_force('bapenda', 'asset') }}

),

typed as (

    select
        *,
        {{ word_key('jenis') }} as written_kind,
        {{ read_rupiah('bapenda.asset', 'njop') }} as taxable_value
    from landed

),

identified as (

    {{ identify('typed', nik='nik') }}

)

select
    {{ passed_through('identified') }},
    {{ number_columns('nik') }},
    asset_kind_word.meaning as asset_kind,
    {{ tidy_name('identified.keterangan') }} as description,
    identified.taxable_value,
    {{ parse_count('identified.tahun') }} as tax_year,
    {{ notes_and_unread(
        [number_note('nik')],
        bad_amount={'njop': 'identified.taxable_value'},
        bad_number={'identified.tahun': parse_count('identified.tahun')},
        unknown_word={'jenis': 'asset_kind_word.written'},
    ) }}

from identified
{{ join_word('asset_kind', 'written_kind') }}
