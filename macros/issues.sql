{# The head of a query of rows with an issue of a kind; each counts for one, or for `row_count`. #}
{% macro issues(kind, issue, source='source', table='table_name', row_count='1') -%}
    select
        {{ source }} as source,
        {{ table }} as table_name,
        '{{ kind }}' as kind,
        {{ issue }} as issue,
        {{ row_count }} as row_count
{%- endmacro %}
