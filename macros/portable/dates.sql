{# The day a number of months later (earlier when negative). #}
{% macro add_months(day, months) %}
    {{- return(adapter.dispatch('add_months')(day, months)) -}}
{% endmacro %}

{% macro default__add_months(day, months) -%}
    cast({{ day }} + to_months(cast({{ months }} as integer)) as date)
{%- endmacro %}

{% macro spark__add_months(day, months) -%}
    add_months({{ day }}, {{ months }})
{%- endmacro %}

{# The day a number of days later. #}
{% macro add_days(day, days) %}
    {{- return(adapter.dispatch('add_days')(day, days)) -}}
{% endmacro %}

{% macro default__add_days(day, days) -%}
    ({{ day }} + cast({{ days }} as integer))
{%- endmacro %}

{% macro spark__add_days(day, days) -%}
    date_add({{ day }}, {{ days }})
{%- endmacro %}

{#
    Completed years of age on a day; null when either is unknown.
    Someone born on 29 February completes a year on 1 March.
#}
{% macro age_in_years(birth_date, on_day) -%}
    (
        year({{ on_day }}) - year({{ birth_date }})
        - case
            when
                month({{ on_day }}) * 100 + day({{ on_day }})
                < month({{ birth_date }}) * 100 + day({{ birth_date }})
                then 1
            else 0
        end
    )
{%- endmacro %}
