{# The words that a column may not hold: each entry is a table, a column and its words. #}
{% macro unknown_words(columns) %}
    {% for table, column, words in columns %}
    select
        '{{ table }}' as table_name,
        '{{ column }}' as column_name,
        cast({{ column }} as varchar) as found,
        count(*) as row_count
    from {{ ref(table) }}
    where {{ column }} not in ('{{ words | join("', '") }}')
    group by {{ column }}
    {{ 'union all' if not loop.last }}
    {% endfor %}
{% endmacro %}
