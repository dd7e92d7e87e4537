{#
    In a group: the weakest of the ways in which rows were attached. By luck of the alphabet the
    words for them sort from what people decided to what nobody could.
#}
{% macro weakest_method(method) -%}
    max({{ method }})
{%- endmacro %}
