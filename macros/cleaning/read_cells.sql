{#
    A date of a list, read with the bounds of its contract: births look back from the drop, ends
    may lie ahead of it. Takes rows of rows_in_force().
#}
{% macro read_date(table, column) -%}
    {%- set told = contract_values()[table][column] -%}
    {%- set ahead = 50 if told.years_ahead is none else told.years_ahead -%}
    {%- set pivot = add_months('batch_date', 12 * ahead) if ahead else 'batch_date' -%}
    {{ parse_date(
        column,
        pivot=pivot,
        from="date '" ~ told.from ~ "'",
        to="date '9999-12-31'" if told.years_ahead is none else pivot,
        turned=column ~ '_turned'
    ) }}
{%- endmacro %}

{# Whole rupiah of a list, within the bounds of its contract. #}
{% macro read_rupiah(table, column) -%}
    {%- set told = contract_values()[table][column] -%}
    {{ parse_rupiah(column, least=told.least, most=told.most) }}
{%- endmacro %}

{# The columns of a list that hold dates, each with the number whose birth day it is, if any. #}
{% macro date_columns(table) -%}
    {%- set columns = {} -%}
    {%- for column, told in contract_values()[table].items() if told.from -%}
        {%- do columns.update({column: told.nik or 'null'}) -%}
    {%- endfor -%}
    {{- return(columns) -}}
{%- endmacro %}

{# Which list of words each coded column of the contracts is written in: one row per column. #}
{% macro worded_columns() -%}
    {%- set rows = [] -%}
    {%- for table, columns in contract_values().items() -%}
        {%- for column, told in columns.items() if told.words -%}
            {%- do rows.append("('" ~ (table.split('.') + [column, told.words]) | join("', '") ~ "')") -%}
        {%- endfor -%}
    {%- endfor -%}
    {{ rows | join(',\n    ') }}
{%- endmacro %}
