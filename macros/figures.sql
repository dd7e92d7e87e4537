{#
    Counts of each week, as one row a measure: `counts` names the column of each, `out_of` the one
    that they are a part of, and `keys` what they are about.
#}
{% macro figures(counted, keys, out_of, counts) -%}
    {%- for measure, column in counts.items() %}
    select
        as_of_date,
        '{{ measure }}' as measure_id,
        {{ keys | join(', ') }},
        {{ column }} as counted,
        {{ out_of }} as out_of
    from {{ counted }}
    {%- if not loop.last %}
    union all by name
    {%- endif %}
    {%- endfor %}
{%- endmacro %}
