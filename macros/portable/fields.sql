{# A field of a column that holds a struct. #}
{% macro field_of(struct, field) -%}
    struct_extract({{ struct }}, '{{ field }}')
{%- endmacro %}
