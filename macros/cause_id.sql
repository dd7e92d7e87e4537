{#
    The id of what calls for a case, the same every week. A subject is a person, or a family under
    the first of its cards. `row` is the alias of what tells rule, programmes and period.
#}
{% macro finding_id(row, subject) -%}
    {{ short_id('f', [
        row ~ ".rule_id", subject, row ~ ".programme_id", row ~ ".other_programme_id",
        row ~ ".period"
    ]) }}
{%- endmacro %}

{# The id of a leaked verdict that calls for a case, the same every week. #}
{% macro verdict_id(row, subject) -%}
    {{ short_id('v', [row ~ ".programme_id", subject]) }}
{%- endmacro %}
