{#
    The first drop in which a register held the number and the name of each row in `asked`, told
    by both as written.
#}
{% macro written_since(source_name, table_name, number, name) -%}
    select
        written.source_row_id,
        min(landed.batch_date) as first_written_on
    from {{ source(source_name, table_name) }} as written
    inner join asked
        on written.source_row_id = asked.source_row_id
    inner join {{ source(source_name, table_name) }} as landed
        on
            written.{{ number }} = landed.{{ number }}
            and written.{{ name }} = landed.{{ name }}
    group by written.source_row_id
{%- endmacro %}
