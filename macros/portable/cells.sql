{# The cells of a row as a map of column names to texts; `row` is the alias of a table. #}
{% macro cells_of(row) -%}
    cast(to_json({{ row }}) as map(varchar, varchar))
{%- endmacro %}
