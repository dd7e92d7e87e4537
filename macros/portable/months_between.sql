{# Whole months from one first of a month to another. #}
{% macro months_between(starts_on, ends_on) -%}
    {{ return(adapter.dispatch('months_between', 'selaras')(starts_on, ends_on)) }}
{%- endmacro %}

{% macro default__months_between(starts_on, ends_on) -%}
    cast(date_diff('month', {{ starts_on }}, {{ ends_on }}) as bigint)
{%- endmacro %}

{% macro spark__months_between(starts_on, ends_on) -%}
    cast(months_between({{ ends_on }}, {{ starts_on }}) as bigint)
{%- endmacro %}
