{# Of candidate pairs, those that are the surest for both rows. #}
{% macro surest_pairs(candidates) -%}
    select
        source_row_id,
        previous_row_id
    from {{ candidates }}
    qualify
        weakness = min(weakness) over (partition by source_row_id)
        and weakness = min(weakness) over (partition by previous_row_id)
{%- endmacro %}
