{# The columns that hold a null and must not: each entry is a table and a column. #}
{% macro missing_values(columns) %}
    {% for table, column in columns %}
    select
        '{{ table }}' as table_name,
        '{{ column }}' as column_name,
        'null' as found,
        count(*) as row_count
    from {{ ref(table) }}
    where {{ column }} is null
    having count(*) > 0
    {{ 'union all' if not loop.last }}
    {% endfor %}
{% endmacro %}
