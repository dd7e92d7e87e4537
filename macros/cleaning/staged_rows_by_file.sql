{# How many rows of each file stand in staging, over all its models. #}
{% macro staged_rows_by_file() %}
    {% for source_name, table in staged_tables() %}
    select
        '{{ source_name }}' as source,
        '{{ table }}' as table_name,
        batch_date,
        file,
        count(*) as row_count
    from {{ ref('stg_' ~ source_name ~ '__' ~ table) }}
    group by batch_date, file
    {{ 'union all' if not loop.last }}
    {% endfor %}
{% endmacro %}
