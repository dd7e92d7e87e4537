{#
    How many numbers of one column of a list have lost their sixteenth digit, of how many that
    have 16: one row per file.
#}
{% macro number_loss(source_name, table_name, number) -%}
    select
        '{{ source_name }}' as source,
        '{{ table_name }}' as table_name,
        batch_date,
        file,
        '{{ number }}' as column_name,
        count(*) filter (where {{ number }}_status = 'zeroed') as row_count,
        count(*) filter (
            where {{ number }}_status = 'zeroed' or {{ number }} is not null
        ) as number_count
    from {{ ref('stg_' ~ source_name ~ '__' ~ table_name) }}
    group by
        batch_date,
        file
{%- endmacro %}
