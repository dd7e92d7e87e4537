{# The rows of a fact of the week, of this week and of all before it. #}
{% macro every_week(fact) -%}
    select * from {{ source('past', fact) }}
    union all by name
    select * from {{ ref(fact) }}
{%- endmacro %}
