{# Where each accepted row of a staging model came from and what was repaired in it. #}
{% macro noted_in(model) -%}
    select
        source_row_id,
        '{{ model.split("__")[0] | replace("stg_", "") }}' as source,
        '{{ model.split("__")[1] }}' as table_name,
        batch_date,
        file,
        line,
        notes
    from {{ ref(model) }}
{%- endmacro %}
