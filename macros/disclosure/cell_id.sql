{# What a published cell is called, the same in every week. #}
{% macro cell_id(row) -%}
    concat_ws(
        '|',
        {{ row }}.subject,
        {{ row }}.cut_kind,
        {{ row }}.cut,
        {{ row }}.programme_id,
        {{ row }}.region_level,
        {{ row }}.place_code
    )
{%- endmacro %}
