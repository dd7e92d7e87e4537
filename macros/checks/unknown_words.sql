{# The words that a column may not hold: each entry is a table, a column and its words. #}
{% macro unknown_words(columns) %}
    {% for table, column, words in columns %}
    {{ words_outside(ref(table), table, column, words) }}
    {{ 'union all' if not loop.last }}
    {% endfor %}
{% endmacro %}

{# Which other words than these one column holds. #}
{% macro words_outside(relation, table, column, words) %}
    select
        '{{ table }}' as table_name,
        '{{ column }}' as column_name,
        cast({{ column }} as varchar) as found,
        count(*) as row_count
    from {{ relation }}
    where {{ column }} not in ('{{ words | join("', '") }}')
    group by {{ column }}
{% endmacro %}
