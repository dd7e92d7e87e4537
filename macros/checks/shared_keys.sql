{#
    The keys that more than one row has, over many tables at once: each entry is a table and the
    columns of its key. A key of one column is never null; in one of several, nulls are equal. Rows
    are counted by a number that stands for their key, and by the key where that stands twice.
#}
{% macro shared_keys(keys) %}
    {% for key in keys %}
    {%- set columns = key[1:] %}
    select
        '{{ key[0] }}' as table_name,
        '{{ columns | join(', ') }}' as column_name,
        {% for column in columns -%}
        coalesce(cast({{ column }} as varchar), 'null')
        {{- " || ', ' || " if not loop.last }}
        {%- endfor %} as found,
        count(*) as row_count
    from {{ ref(key[0]) }}
    where
        {{ hash_number(columns) }} in (
            select {{ hash_number(columns) }} from {{ ref(key[0]) }}
            group by 1
            having count(*) > 1
        )
        {{ 'or ' ~ columns[0] ~ ' is null' if columns | length == 1 }}
    group by {{ columns | join(', ') }}
    having count(*) > 1{{ ' or ' ~ columns[0] ~ ' is null' if columns | length == 1 }}
    {{ 'union all' if not loop.last }}
    {% endfor %}
{% endmacro %}
