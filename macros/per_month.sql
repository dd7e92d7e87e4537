{# An amount for the period of a row, per month of it. #}
{% macro per_month(amount) -%}
    {{ divide_whole(amount, months_between('period_starts_on', 'period_ends_on')) }}
{%- endmacro %}

{# A monthly amount, for the whole period of a row. #}
{% macro for_period(monthly_amount) -%}
    {{ monthly_amount }} * {{ months_between('period_starts_on', 'period_ends_on') }}
{%- endmacro %}
