{#
    A period as it is published, in whole months: the day on which somebody died, moved or had a
    birthday names that person to whoever holds the register.
#}
{% macro month_of(day) -%}
    cast(date_trunc('month', {{ day }}) as date)
{%- endmacro %}

{# The end that goes with it: the first day of a month by which the period is over. #}
{% macro month_by(day) -%}
    {{ add_months("date_trunc('month', " ~ add_days(day, -1) ~ ")", 1) }}
{%- endmacro %}
