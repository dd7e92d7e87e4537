{# An expression over a value that is worked out once; it calls the value `name`. #}
{% macro with_value(value, name, expression) %}
    {{- return(adapter.dispatch('with_value', 'selaras')(value, name, expression)) -}}
{% endmacro %}

{% macro default__with_value(value, name, expression) -%}
    list_transform([{{ value }}], lambda {{ name }}: {{ expression }})[1]
{%- endmacro %}

{% macro spark__with_value(value, name, expression) -%}
    transform(array({{ value }}), {{ name }} -> {{ expression }})[0]
{%- endmacro %}

{# A value that lies strictly between two others, or null; the value is worked out once. #}
{% macro value_between(value, above, below) -%}
    nullif(least(nullif(greatest({{ value }}, {{ above }}), {{ above }}), {{ below }}), {{ below }})
{%- endmacro %}
