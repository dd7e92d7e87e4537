{# The rows of a fact of the week, of this week and of all before it. #}
{% macro every_week(fact) -%}
    select * from {{ source('past', fact) }}
    union all by name
    select * from {{ ref(fact) }}
{%- endmacro %}

{# Some columns of them only. #}
{% macro every_week_of(fact, columns) -%}
    select {{ columns | join(', ') }} from {{ source('past', fact) }}
    union all
    select {{ columns | join(', ') }} from {{ ref(fact) }}
{%- endmacro %}
