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

{#
    A whole number that stands for what the given columns say together, for grouping many
    rows cheaply. Different values may share one, so what is found by it must be compared.
#}
{% macro hash_number(columns) %}
    {{- return(adapter.dispatch('hash_number')(columns)) -}}
{% endmacro %}

{% macro default__hash_number(columns) -%}
    hash({{ columns | join(', ') }})
{%- endmacro %}

{% macro spark__hash_number(columns) -%}
    xxhash64({{ columns | join(', ') }})
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

{#
    In how many letters or digits two texts differ: written wrong, left out, put in, or exchanged
    with their neighbour. Engines that do not know exchanges count two for one.
#}
{% macro edit_distance(text, other) %}
    {{- return(adapter.dispatch('edit_distance')(text, other)) -}}
{% endmacro %}

{% macro default__edit_distance(text, other) -%}
    damerau_levenshtein({{ text }}, {{ other }})
{%- endmacro %}

{% macro spark__edit_distance(text, other) -%}
    levenshtein({{ text }}, {{ other }})
{%- endmacro %}

{# A text in upper case with letters in place of accented ones. #}
{% macro without_accents(text) %}
    {{- return(adapter.dispatch('without_accents', 'selaras')(text)) -}}
{% endmacro %}

{% macro default__without_accents(text) -%}
    strip_accents({{ text }})
{%- endmacro %}

{% macro spark__without_accents(text) -%}
    translate(
        {{ regex_replace(text, '\\p{M}+', '') }},
        'ÀÁÂÃÄÅĀĂĄÇĆČĎÈÉÊËĒĔĖĘĚĞÌÍÎÏĨĪİÑŃŇÒÓÔÕÖŌŐŘŚŞŠŢŤÙÚÛÜŨŪŮŰÝŸŹŻŽ',
        'AAAAAAAAACCCDEEEEEEEEEGIIIIIIINNNOOOOOOORSSSTTUUUUUUUUYYZZZ'
    )
{%- endmacro %}

{# True when two texts consist of the same words, in whatever order. #}
{% macro are_same_words(text, other) %}
    {{- return(adapter.dispatch('are_same_words', 'selaras')(text, other)) -}}
{% endmacro %}

{% macro default__are_same_words(text, other) -%}
    (
        length({{ text }}) = length({{ other }})
        and list_sort(string_split({{ text }}, ' ')) = list_sort(string_split({{ other }}, ' '))
    )
{%- endmacro %}

{% macro spark__are_same_words(text, other) -%}
    (
        length({{ text }}) = length({{ other }})
        and array_sort(split({{ text }}, ' ')) = array_sort(split({{ other }}, ' '))
    )
{%- endmacro %}

{# Whether two lists of words, comma separated, have one in common; null where either is. #}
{% macro share_a_word(text, other) %}
    {{- return(adapter.dispatch('share_a_word')(text, other)) -}}
{% endmacro %}

{% macro default__share_a_word(text, other) -%}
    list_has_any(string_split({{ text }}, ', '), string_split({{ other }}, ', '))
{%- endmacro %}

{% macro spark__share_a_word(text, other) -%}
    arrays_overlap(split({{ text }}, ', '), split({{ other }}, ', '))
{%- endmacro %}
