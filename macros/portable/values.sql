{# An expression over a value that is worked out once; it calls the value `name`. #}
{% macro with_value(value, name, expression) -%}
    list_transform([{{ value }}], lambda {{ name }}: {{ expression }})[1]
{%- endmacro %}

{# A value that lies strictly between two others, or null; the value is worked out once. #}
{% macro value_between(value, above, below) -%}
    nullif(least(nullif(greatest({{ value }}, {{ above }}), {{ above }}), {{ below }}), {{ below }})
{%- endmacro %}
