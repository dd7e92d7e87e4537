{#
    A keyed pseudonym: the same for the same text every week, of no use without the key; null for
    a missing text. `key` is a column that holds the key; it never stands in SQL text.
#}
{% macro pseudonym(letter, key, text) -%}
    case
        when {{ text }} is not null
            then concat('{{ letter }}', left({{ sha256_hex(
                "concat(" ~ key ~ ", '/" ~ letter ~ "/', " ~ text ~ ")"
            ) }}, 24))
    end
{%- endmacro %}
