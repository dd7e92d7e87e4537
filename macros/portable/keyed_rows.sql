{#
    A text in which source rows are told by file and line (`08305b1eebbb-159`), with a keyed
    reference in place of each: who holds the file of one agency cannot find the row in it.
    `key` is a column that holds the key.
#}
{% macro keyed_rows(text, key) -%}
    array_to_string(
        list_transform(
            string_split({{ text }}, ' '), lambda word : {{ keyed_row('word', key) }}
        ),
        ' '
    )
{%- endmacro %}

{# One word: the reference of a row with the mark behind it, or the word as it is. #}
{% macro keyed_row(word, key) -%}
    case
        when {{ regex_fits(word, '[0-9a-f]{12}-[0-9]+[,;:]?') }}
            then concat(
                {{ pseudonym('r', key, 'rtrim(' ~ word ~ ", ',;:')") }},
                substr({{ word }}, length(rtrim({{ word }}, ',;:')) + 1)
            )
        else {{ word }}
    end
{%- endmacro %}
