{#
    The landed rows of a list in the files in force. The contract says which columns hold a NIK or
    a No KK: where far too many of them end in 0 within one file, a spreadsheet has zeroed the
    sixteenth digit, and `zeroed_columns` says so on every row of that file. For every date,
    `<column>_turned` says whether the month stands before the day in it; see turned().
#}
{% macro rows_in_force(source_name, table_name) %}
    {%- set landed_table = source(source_name, table_name) %}
    {%- set numbers = contract_numbers()[source_name ~ '.' ~ table_name] %}
    {%- set dates = date_columns(source_name ~ '.' ~ table_name) %}
    select
        landed.*,
        {{ 'file_check.zeroed_columns' if numbers else 'cast(null as varchar) as zeroed_columns' }}
        {%- for column, nik in dates.items() %},
        {{ turned(column, nik) }} as {{ column }}_turned
        {%- endfor %}

    from {{ landed_table }} as landed
    inner join {{ ref('snapshot_file') }} as snapshot_file
        on
            landed.file_id = snapshot_file.file_id
            and snapshot_file.is_in_force
    {%- if numbers %}
    left join (

        {{ zeroed_columns_by_file(files_in_force(landed_table), numbers) }}

    ) as file_check
        on landed.file_id = file_check.file_id
    {%- endif %}
    {%- if dates %}
    left join (

        {{ date_orders_by_file(dates) }}

    ) as order_check
        on landed.file_id = order_check.file_id
    {%- endif %}
{% endmacro %}

{# The landed rows of the files in force, to select from; those of past weeks are not opened. #}
{% macro files_in_force(landed_table) -%}
    (
        select landed.*
        from {{ landed_table }} as landed
        inner join {{ ref('snapshot_file') }} as snapshot_file
            on
                landed.file_id = snapshot_file.file_id
                and snapshot_file.is_in_force
    ) as in_force
{%- endmacro %}

{#
    One row per file: which of its number columns have lost their sixteenth digit. What begins
    with 0 does not count: a row of zeros stands for no number, and others fit into 15 digits.
#}
{% macro zeroed_columns_by_file(landed_table, numbers) %}
    select
        file_id,
        {%- set codes = [] %}
        {%- for number in numbers %}
            {%- set whole = 'length(' ~ number ~ ') in (16, 18) and left(' ~ number ~ ", 1) != '0'" %}
            {%- do codes.append(
                "case when count(*) filter (where " ~ whole ~ ") >= " ~ var('zeroed_least_rows')
                ~ " and count(*) filter (where " ~ whole ~ " and substr(" ~ number
                ~ ", 16, 1) = '0') >= " ~ var('zeroed_share_threshold')
                ~ " * count(*) filter (where " ~ whole ~ ") then '" ~ number ~ "' end"
            ) %}
        {%- endfor %}
        nullif(concat_ws(',', {{ codes | join(', ') }}), '') as zeroed_columns

    from {{ landed_table }}
    group by file_id
{% endmacro %}
