{#
    What is known of some facts, as one text: age_years = 61, household.national_decile = ?. A name
    without a table stands behind `prefix`, which is not shown.
#}
{% macro seen(names, prefix) -%}
    concat(
        {%- for name in names %}
        '{{ ', ' if not loop.first }}{{ name }} = ',
        coalesce(cast({{ name if '.' in name else prefix ~ name }} as varchar), '?')
        {%- if not loop.last %},{% endif %}
        {%- endfor %}
    )
{%- endmacro %}
