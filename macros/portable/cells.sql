{# The cells of a row as a map of column names to texts; `row` is the alias of a table. #}
{% macro cells_of(row) %}
    {{- return(adapter.dispatch('cells_of', 'selaras')(row)) -}}
{% endmacro %}

{% macro default__cells_of(row) -%}
    cast(to_json({{ row }}) as map(varchar, varchar))
{%- endmacro %}

{% macro spark__cells_of(row) -%}
    from_json(to_json(struct({{ row }}.*)), 'map<string,string>')
{%- endmacro %}
