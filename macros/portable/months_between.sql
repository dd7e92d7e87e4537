{# Whole months from one first of a month to another. #}
{% macro months_between(starts_on, ends_on) -%}
    cast(date_diff('month', {{ starts_on }}, {{ ends_on }}) as bigint)
{%- endmacro %}
