{#
    Stands behind `as` of a step that is worked out once and laid aside, on disk where memory is
    short: the tables that it joins are let go before the next step begins. For long chains of
    joins of large tables, which would all have to be held at once.
#}
{% macro kept() -%}
    materialized
{%- endmacro %}
