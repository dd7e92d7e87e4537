{# An amount for the period of a row, per month of it. #}
{% macro monthly_share(amount) -%}
    {{ divide_whole(amount, months_between('period_starts_on', 'period_ends_on')) }}
{%- endmacro %}

{# A monthly amount, for the whole period of a row. #}
{% macro period_total(monthly_amount) -%}
    {{ monthly_amount }} * {{ months_between('period_starts_on', 'period_ends_on') }}
{%- endmacro %}
