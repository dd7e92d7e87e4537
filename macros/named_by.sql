{#
    Who a row of a staging model names, in the one shape that matching reads.
    `unit` says whom the aid of the row is for, a person or a household.
    `prefix` is put before nik and name where a row names two people; `card`, `birth_date` and
    `region` are the columns that hold them, or null where the source has none.
#}
{% macro named_by(model, unit, role='recipient', prefix='', name='name_normalised', card='no_kk', birth_date='birth_date', region='region_code') -%}
    select
        source_row_id,
        batch_date,
        '{{ model.split("__")[0] | replace("stg_", "") }}' as source,
        '{{ model.split("__")[1] }}' as table_name,
        file,
        line,
        '{{ role }}' as role,
        '{{ unit }}' as unit,
        {{ prefix }}nik as nik,
        {{ prefix }}nik_repair as nik_repair,
        {{ prefix }}nik_remains as nik_remains,
        {{ card if card else 'cast(null as varchar)' }} as no_kk,
        {{ card ~ '_repair' if card else 'cast(null as varchar)' }} as no_kk_repair,
        {{ card ~ '_remains' if card else 'cast(null as varchar)' }} as no_kk_remains,
        {{ name if name else 'cast(null as varchar)' }} as name_normalised,
        {{ birth_date if birth_date else 'cast(null as date)' }} as birth_date,
        {{ region if region else 'cast(null as varchar)' }} as region_code
    from {{ ref(model) }}
{%- endmacro %}
