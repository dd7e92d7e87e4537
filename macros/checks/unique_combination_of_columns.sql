{#
    The rows whose key others have as well; nulls are equal. Named as tools know such a test by, so
    that each sees what one row of a model is. A run looks at all keys of a room in one query
    (tests/data/keys), which takes a tenth of the time.
#}
{% test unique_combination_of_columns(model, combination_of_columns) %}
    select
        {{ combination_of_columns | join(', ') }},
        count(*) as row_count
    from {{ model }}
    group by {{ combination_of_columns | join(', ') }}
    having count(*) > 1
{% endtest %}
