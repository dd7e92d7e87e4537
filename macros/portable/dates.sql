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

{# How many days from one day to another; negative where the other is earlier. #}
{% macro days_between(day, other) %}
    {{- return(adapter.dispatch('days_between')(day, other)) -}}
{% endmacro %}

{% macro default__days_between(day, other) -%}
    cast({{ other }} - {{ day }} as integer)
{%- endmacro %}

{% macro spark__days_between(day, other) -%}
    datediff({{ other }}, {{ day }})
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

{# The day in Jakarta of an instant written with its zone; null where it is none. #}
{% macro day_in_jakarta(text) %}
    {{- return(adapter.dispatch('day_in_jakarta', 'selaras')(text)) -}}
{% endmacro %}

{% macro default__day_in_jakarta(text) -%}
    cast(timezone('Asia/Jakarta', try_cast({{ text }} as timestamptz)) as date)
{%- endmacro %}

{% macro spark__day_in_jakarta(text) -%}
    cast(convert_timezone(
        current_timezone(), 'Asia/Jakarta', cast(try_cast({{ text }} as timestamp) as timestamp_ntz)
    ) as date)
{%- endmacro %}

{# A row for every day from one to another, both included; stands alone in a select list. #}
{% macro day_series(day, other) %}
    {{- return(adapter.dispatch('day_series', 'selaras')(day, other)) -}}
{% endmacro %}

{% macro default__day_series(day, other) -%}
    cast(unnest(generate_series({{ day }}, {{ other }}, interval 1 day)) as date)
{%- endmacro %}

{% macro spark__day_series(day, other) -%}
    explode(sequence({{ day }}, {{ other }}))
{%- endmacro %}
