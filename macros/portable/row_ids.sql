{# The ids of source rows (`08305b1eebbb-159`) that a text names, as a list. #}
{% macro row_ids_in(text) -%}
    regexp_extract_all({{ text }}, '[0-9a-f]{12}-[0-9]+')
{%- endmacro %}
