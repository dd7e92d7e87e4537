{#
    How many numbers of each file of a staging model lost their sixteenth digit, of how many
    that have 16: one row per file and column.
#}
{% macro zeroed_in(model, numbers) -%}
    {%- for number in numbers %}
    select
        '{{ model.split("__")[0] | replace("stg_", "") }}' as source,
        '{{ model.split("__")[1] }}' as table_name,
        batch_date,
        file,
        '{{ number }}' as column_name,
        count(*) filter (where {{ number }}_status = 'zeroed') as row_count,
        count(*) filter (
            where {{ number }}_status = 'zeroed' or {{ number }} is not null
        ) as number_count
    from {{ ref(model) }}
    group by batch_date, file
    {{ 'union all' if not loop.last }}
    {%- endfor %}
{%- endmacro %}
