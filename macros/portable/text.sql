{# SHA-256 of a text as 64 lower-case hexadecimal digits. #}
{% macro sha256_hex(text) -%}
    sha256({{ text }})
{%- endmacro %}

{#
    A whole number that stands for what the given columns say together, for grouping many
    rows cheaply. Different values may share one (of two NIK that differ in their 8th and
    16th digit alone one pair in 300 does), so what is found by it must be compared, and
    never counted as one.
#}
{% macro hash_number(columns) -%}
    hash({{ columns | join(', ') }})
{%- endmacro %}

{# Likeness of two texts from 0 to 1 after Jaro and Winkler. #}
{% macro likeness(text, other) -%}
    jaro_winkler_similarity({{ text }}, {{ other }})
{%- endmacro %}

{#
    In how many letters or digits two texts differ: written wrong, left out, put in, or exchanged
    with their neighbour.
#}
{% macro edit_distance(text, other) -%}
    damerau_levenshtein({{ text }}, {{ other }})
{%- endmacro %}

{# A text in upper case with letters in place of accented ones. #}
{% macro without_accents(text) -%}
    strip_accents({{ text }})
{%- endmacro %}

{# True when two texts consist of the same words, in whatever order. #}
{% macro are_same_words(text, other) -%}
    (
        length({{ text }}) = length({{ other }})
        and list_sort(string_split({{ text }}, ' ')) = list_sort(string_split({{ other }}, ' '))
    )
{%- endmacro %}

{# Whether two lists of words, comma separated, have one in common; null where either is. #}
{% macro share_a_word(text, other) -%}
    list_has_any(string_split({{ text }}, ', '), string_split({{ other }}, ', '))
{%- endmacro %}
