{#
    True when two half-open periods have a day in common; a null start or end is open.
    A period that ends before it starts has no days.
#}
{% macro share_a_day(one, other) -%}
    coalesce(
        greatest({{ one }}.starts_on, {{ other }}.starts_on)
        < least({{ one }}.ends_on, {{ other }}.ends_on),
        true
    )
{%- endmacro %}
