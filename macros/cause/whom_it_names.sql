{# A digest of some columns of a row that say whom it is about; the same for as long as they are. #}
{% macro whom_it_names(row, columns) -%}
    {%- set names = [] -%}
    {%- for column in columns -%}
        {%- do names.append(row ~ '.' ~ column) -%}
    {%- endfor -%}
    cast({{ hash_number(names) }} as varchar)
{%- endmacro %}
