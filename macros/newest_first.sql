{#
    The precedence of rows about one person, as a text of which the largest comes first: the newer
    drop, then what the row says, so that the order of rows in a file decides nothing.
#}
{% macro newest_first(row=none) -%}
    {%- set columns = [] -%}
    {%- for column in ['batch_date', 'no_kk', 'name_normalised', 'birth_date', 'sex', 'source_row_id'] -%}
        {%- do columns.append((row ~ '.' if row else '') ~ column) -%}
    {%- endfor -%}
    concat_ws('/', {{ columns | join(', ') }})
{%- endmacro %}
