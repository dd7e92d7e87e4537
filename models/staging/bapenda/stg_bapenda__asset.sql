with

landed as (

    {{ rows_in_force('bapenda', 'asset') }}

),

typed as (

    select
        *,
        {{ tidy_word('jenis') }} as written_kind,
        {{ parse_rupiah('njop') }} as taxable_value
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
    {{ notes([
        number_note('nik'),
        unread_note('bad_amount', {'njop': 'taxable_value'}),
    ]) }} as notes

from identified
{{ join_word('asset_kind', 'written_kind') }}
