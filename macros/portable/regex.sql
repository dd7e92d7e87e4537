{#
    Regular expressions, in the part of the syntax that RE2 and Java share.
    `pattern` is a plain text; a backslash stands for itself. In `by`, `\1` is what the first
    brackets of the pattern hold.
#}
{% macro regex_replace(text, pattern, by) -%}
    regexp_replace({{ text }}, '{{ pattern }}', '{{ by }}', 'g')
{%- endmacro %}

{# True when the pattern occurs anywhere in the text. #}
{% macro regex_found(text, pattern) -%}
    regexp_matches({{ text }}, '{{ pattern }}')
{%- endmacro %}

{# True when the whole text fits the pattern. #}
{% macro regex_fits(text, pattern) -%}
    regexp_full_match({{ text }}, '{{ pattern }}')
{%- endmacro %}

{# What the pattern finds first in a text; empty where it finds nothing. #}
{% macro regex_part(text, pattern) -%}
    regexp_extract({{ text }}, '{{ pattern }}', 0)
{%- endmacro %}

{# Everything that the pattern finds in a text, as an array. #}
{% macro regex_parts(text, pattern) -%}
    regexp_extract_all({{ text }}, '{{ pattern }}')
{%- endmacro %}
