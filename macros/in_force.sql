{# True when a day falls in a half-open range; a null end means "still in force". #}
{% macro in_force(day, starts='valid_from', ends='valid_to') -%}
    ({{ day }} >= {{ starts }} and ({{ day }} < {{ ends }} or {{ ends }} is null))
{%- endmacro %}
