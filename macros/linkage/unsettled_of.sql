{# The first row of each record of a stage, and how many rows say the same. #}
{% macro unsettled_of(stage, role) -%}
    select
        '{{ stage }}' as linkage_stage,
        record_id,
        min_by(source_row_id, concat({{ role }}, '/', source_row_id)) as source_row_id,
        min_by({{ role }}, concat({{ role }}, '/', source_row_id)) as role,
        count(*) as row_count
    from {{ ref(stage ~ '_unsettled') }}
    group by record_id
{%- endmacro %}
