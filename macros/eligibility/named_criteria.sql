{# The criteria that are known not to hold, as one text. #}
{% macro unmet(criteria) -%}
    concat_ws(
        ', ',
        {%- for criterion in criteria %}
        case when not {{ criterion }} then '{{ criterion }}' end
        {%- if not loop.last %},{% endif %}
        {%- endfor %}
    )
{%- endmacro %}

{# The criteria of which it is not known whether they hold, as one text. #}
{% macro unknown(criteria) -%}
    concat_ws(
        ', ',
        {%- for criterion in criteria %}
        case when {{ criterion }} is null then '{{ criterion }}' end
        {%- if not loop.last %},{% endif %}
        {%- endfor %}
    )
{%- endmacro %}

{# The criteria that hold because an objection to them was accepted, as one text. #}
{% macro contested(criteria) -%}
    concat_ws(
        ', ',
        {%- for criterion in criteria %}
        case when concedes_{{ criterion }} then '{{ criterion }}' end
        {%- if not loop.last %},{% endif %}
        {%- endfor %}
    )
{%- endmacro %}

{#
    The facts and figures that are not known and leave a criterion open, as one text. Takes what
    each criterion reads; whether it is not known stands in the column misses_<fact>.
#}
{% macro missing(read_by) -%}
    {%- set criteria_of = {} -%}
    {%- for criterion, facts in read_by.items() -%}
        {%- for fact in facts -%}
            {%- do criteria_of.setdefault(fact, []).append(criterion ~ ' is null') -%}
        {%- endfor -%}
    {%- endfor -%}
    concat_ws(
        ', ',
        {%- for fact, is_open in criteria_of.items() %}
        case
            when
                misses_{{ fact | replace(':', 'parameter_') | replace('.', '_') }}
                and ({{ is_open | join(' or ') }})
                then '{{ fact }}'
        end
        {%- if not loop.last %},{% endif %}
        {%- endfor %}
    )
{%- endmacro %}
