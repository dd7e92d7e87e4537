{#
    The first drop that held each row of a payment list, told by its numbers as written: whatever
    period the list was for, and for the period of its own list.
#}
{% macro listed_since(source_name, table_name, numbers) -%}
    select
        source_row_id,
        batch_date,
        min(batch_date) over (
            partition by concat_ws('/', {{ numbers | join(', ') }})
        ) as first_listed_on,
        min(batch_date) over (
            partition by concat_ws('/', {{ numbers | join(', ') }}), snapshot_key
        ) as first_listed_for_period_on
    from {{ source(source_name, table_name) }}
{%- endmacro %}
