{# The kept facts of people or families, as columns of `table`, in the types of the vocabulary. #}
{% macro kept_columns(unit, table) -%}
    {%- for fact, type in kept_facts(unit).items() %}
    cast({{ table }}.{{ fact }} as {{ type }}) as {{ fact }}
    {%- if not loop.last %},{% endif %}
    {%- endfor %}
{%- endmacro %}

{# The last week that left a record, before the one that is judged: rows of that week only. #}
{% macro of_last_week(fact) -%}
    select * from {{ source('past', fact) }}
    where as_of_date = (select last_week.was_on from {{ ref('last_week') }} as last_week)
{%- endmacro %}

{# Columns of `was` and of `now`, side by side: was_<name> and <name>. #}
{% macro then_and_now(names) -%}
    {%- for name in names %}
    was.{{ name }} as was_{{ name }},
    now.{{ name }} as {{ name }}
    {%- if not loop.last %},{% endif %}
    {%- endfor %}
{%- endmacro %}
