{# SHA-256 of a text as 64 lower-case hexadecimal digits. #}
{% macro sha256_hex(text) %}
    {{- return(adapter.dispatch('sha256_hex')(text)) -}}
{% endmacro %}

{% macro default__sha256_hex(text) -%}
    sha256({{ text }})
{%- endmacro %}

{% macro spark__sha256_hex(text) -%}
    sha2({{ text }}, 256)
{%- endmacro %}

{# Likeness of two texts from 0 to 1 after Jaro and Winkler. #}
{% macro likeness(text, other) %}
    {{- return(adapter.dispatch('likeness')(text, other)) -}}
{% endmacro %}

{% macro default__likeness(text, other) -%}
    jaro_winkler_similarity({{ text }}, {{ other }})
{%- endmacro %}

{% macro spark__likeness(text, other) -%}
    jaro_winkler({{ text }}, {{ other }})
{%- endmacro %}

{# How many letters must be changed, added, left out or (not in Spark) swapped with a neighbour. #}
{% macro edit_distance(text, other) %}
    {{- return(adapter.dispatch('edit_distance')(text, other)) -}}
{% endmacro %}

{% macro default__edit_distance(text, other) -%}
    damerau_levenshtein({{ text }}, {{ other }})
{%- endmacro %}

{% macro spark__edit_distance(text, other) -%}
    levenshtein({{ text }}, {{ other }})
{%- endmacro %}
