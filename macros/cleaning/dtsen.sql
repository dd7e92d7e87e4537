{#
    What the national register marks with 1 and leaves blank otherwise; codebook: "anything
    else" is no. A word is none of its codes, and may mean either.
#}
{% macro is_marked(column) -%}
    case
        when {{ tidy_code(column) }} = '1' then true
        when not {{ is_written(column) }} or {{ parse_count(column) }} is not null then false
    end
{%- endmacro %}

{# One row per file: which of its columns mark anybody; a column that marks nobody says nothing. #}
{% macro marks_by_file(landed_table, columns) %}
    select
        file_id,
        {%- for column in columns %}
        bool_or({{ is_marked(column) }}) as tells_{{ column }}{{ ',' if not loop.last }}
        {%- endfor %}
    from {{ landed_table }}
    group by file_id
{% endmacro %}

{# An asset: 1 yes, 2 no, anything else unknown. #}
{% macro is_owned(column) -%}
    case {{ tidy_code(column) }} when '1' then true when '2' then false end
{%- endmacro %}

{# A flag: 1 yes, 0 no, anything else unknown. #}
{% macro is_flagged(column) -%}
    case {{ tidy_code(column) }} when '1' then true when '0' then false end
{%- endmacro %}

{# The ten columns of the national register that tell how hard something is for a person. #}
{% macro difficulties() -%}
    {{- return([
        'penglihatan', 'pendengaran', 'berjalan_atau_naik_tangga', 'menggunakan_tangan_jari',
        'belajar_kemampuan_intelektual', 'pengendalian_perilaku', 'berbicara_komunikasi',
        'mengurus_diri', 'mengingat_berkonsentrasi', 'kesedihan_depresi',
    ]) -}}
{%- endmacro %}

{# One code of the difficulty columns, null unless it is of the list 1 to 4. #}
{% macro difficulty_code(column) -%}
    case when {{ tidy_code(column) }} in ('1', '2', '3', '4') then {{ tidy_code(column) }} end
{%- endmacro %}

{# True when all ten codes are there and written as they should be, as nearly always. #}
{% macro has_plain_difficulties() -%}
    coalesce({{ regex_fits(difficulties() | join(' || '), '[1-4]{10}') }}, false)
{%- endmacro %}

{#
    The greatest of the ten codes that are known. Takes rows with has_plain_difficulties, as do
    knows_all_difficulties() and unread_difficulties().
#}
{% macro worst_difficulty() -%}
    case
        when has_plain_difficulties then greatest({{ difficulties() | join(', ') }})
        else greatest(
            {%- for column in difficulties() %}
            {{ difficulty_code(column) }}{{ ',' if not loop.last }}
            {%- endfor %}
        )
    end
{%- endmacro %}

{# True when none of the ten is unknown. #}
{% macro knows_all_difficulties() -%}
    case
        when has_plain_difficulties then true
        else
            {%- for column in difficulties() %}
            {{ 'and ' if not loop.first }}{{ difficulty_code(column) }} is not null
            {%- endfor %}
    end
{%- endmacro %}

{# Those of the ten that hold an unknown word, as `unread` tells of cells; null where none does. #}
{% macro unread_difficulties() -%}
    case
        when not has_plain_difficulties
            then nullif(concat_ws(
                chr(30)
                {%- for column in difficulties() %},
                {{ unread_cell('unknown_word', column, difficulty_code(column)) }}
                {%- endfor %}
            ), '')
    end
{%- endmacro %}

{# True from one known difficulty on, false only when all ten are known to be below it. #}
{% macro has_difficulty(from_code) -%}
    case
        when identified.worst_difficulty >= {{ from_code }} then true
        when identified.knows_all_difficulties then false
    end
{%- endmacro %}

{#
    The kelurahan of a register row: by code, else, where the code is not in the crosswalk, by
    name within the district. 13 kelurahan have no BPS code.
#}
{% macro join_dtsen_region(name_column='kelurahan_desa') -%}
    left join {{ ref('region_key') }} as by_code
    on
        by_code.scheme = {{ region_scheme('bps') }}
        and identified.written_region_code = by_code.written_code
left join {{ ref('region_key') }} as district
    on
        district.scheme = {{ region_scheme('bps') }}
        and identified.written_district_code = district.written_code
left join {{ ref('region_name') }} as by_name
    on
        identified.{{ name_column }} = by_name.written_name
        and district.district_code = by_name.district_code
{%- endmacro %}

{# The columns of a kelurahan found by join_dtsen_region(). #}
{% macro dtsen_region_columns(prefix='', suffix='') -%}
    {%- set written = 'identified.kode_kelurahan_desa' ~ ('_' ~ suffix if suffix) -%}
    coalesce(by_code.region_code, by_name.region_code) as {{ prefix }}region_code,
    case
        when by_code.region_code is not null then by_code.region_status
        when by_name.region_code is not null then 'district'
        when {{ written }} is null or trim({{ written }}) in ('', '-', '0') then 'missing'
        else 'unknown'
    end as {{ prefix }}region_status,
    coalesce(by_code.district_code, district.district_code) as {{ prefix }}district_code,
    coalesce(by_code.city_code, district.city_code) as {{ prefix }}city_code
{%- endmacro %}

{# The columns of a member that hold a code, by what they tell. #}
{% macro member_codes() -%}
    {{- return({
        'sex': 'jenis_kelamin',
        'role': 'status_hubungan_keluarga',
        'participation': 'partisipasi_sekolah',
        'level': 'jenjang_tertinggi_yang_diduduki',
        'diploma': 'ijazah_tertinggi_yang_dimiliki',
        'working': 'status_bekerja',
    }) -}}
{%- endmacro %}

{# Such columns as they can be looked up, as <what they tell>_code. #}
{% macro tidy_codes(codes) -%}
    {%- for told, column in codes.items() -%}
    {{ tidy_code(column) }} as {{ told }}_code
    {{- ',\n        ' if not loop.last }}
    {%- endfor -%}
{%- endmacro %}

{# The meaning of each of them, as <what it tells>_code.meaning. #}
{% macro join_dtsen_codes(codes) -%}
    {%- for told, column in codes.items() -%}
    {{ join_dtsen_code(told, column, told ~ '_code') }}
    {{ '\n' if not loop.last }}
    {%- endfor -%}
{%- endmacro %}
