{# A field of a column that holds a struct. #}
{% macro field_of(struct, field) %}
    {{- return(adapter.dispatch('field_of', 'selaras')(struct, field)) -}}
{% endmacro %}

{% macro default__field_of(struct, field) -%}
    struct_extract({{ struct }}, '{{ field }}')
{%- endmacro %}

{% macro spark__field_of(struct, field) -%}
    {{ struct }}.{{ field }}
{%- endmacro %}
