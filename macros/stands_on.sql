{# Whether an enrolment, under its scope, stands on a side of an overlap rule: its whole programme
   or one component of it. `prefix` is other_ for the second side. #}
{% macro stands_on(rule, side, prefix='') -%}
    {{ rule }}.scope = {{ side }}.scope
            and {{ rule }}.{{ prefix }}programme_id = {{ side }}.programme_id
            and coalesce(
                {{ rule }}.{{ prefix }}component = {{ side }}.component,
                {{ rule }}.{{ prefix }}component is null
            )
{%- endmacro %}
