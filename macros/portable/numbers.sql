{# Whole-number division, rounding towards zero. #}
{% macro divide_whole(dividend, divisor) %}
    {{- return(adapter.dispatch('divide_whole')(dividend, divisor)) -}}
{% endmacro %}

{% macro default__divide_whole(dividend, divisor) -%}
    (({{ dividend }}) // ({{ divisor }}))
{%- endmacro %}

{% macro spark__divide_whole(dividend, divisor) -%}
    ({{ dividend }} div {{ divisor }})
{%- endmacro %}

{# A table function of whole numbers, both ends included; its column is `n`. #}
{% macro whole_numbers(first, last) %}
    {{- return(adapter.dispatch('whole_numbers')(first, last)) -}}
{% endmacro %}

{% macro default__whole_numbers(first, last) -%}
    (select unnest(range({{ first }}, {{ last }} + 1)) as n)
{%- endmacro %}

{% macro spark__whole_numbers(first, last) -%}
    (select explode(sequence({{ first }}, {{ last }})) as n)
{%- endmacro %}
