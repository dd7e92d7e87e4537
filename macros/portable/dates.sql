{# The day a number of months later (earlier when negative). #}
{% macro add_months(day, months) -%}
    cast({{ day }} + to_months(cast({{ months }} as integer)) as date)
{%- endmacro %}

{# The day a number of days later. #}
{% macro add_days(day, days) -%}
    ({{ day }} + cast({{ days }} as integer))
{%- endmacro %}

{# How many days from one day to another; negative where the other is earlier. #}
{% macro days_between(day, other) -%}
    cast({{ other }} - {{ day }} as integer)
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

{# The day here of an instant written with its zone; null where it is none. #}
{% macro day_here(text) -%}
    cast(timezone('{{ var('time_zone') }}', try_cast({{ text }} as timestamptz)) as date)
{%- endmacro %}

{# A row for every day from one to another, both included; stands alone in a select list. #}
{% macro day_series(day, other) -%}
    cast(unnest(generate_series({{ day }}, {{ other }}, interval 1 day)) as date)
{%- endmacro %}
