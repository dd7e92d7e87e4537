{# A word in upper case with single blanks, to show. #}
{% macro tidy_word(text) -%}
    nullif(trim({{ regex_replace('upper(' ~ text ~ ')', '[\\s\\p{Z}\\p{Cc}\\p{Cf}]+', ' ') }}), '')
{%- endmacro %}

{#
    A word for looking it up: its letters and digits in upper case. Blanks, dots, dashes,
    slashes and brackets make no other word; a question mark does, for it says that it is doubted.
#}
{% macro word_key(text) -%}
    case
        when {{ regex_fits(text, '[A-Z0-9]+') }} then {{ text }}
        else nullif({{ regex_replace('upper(' ~ text ~ ')', '[^A-Z0-9?]+', '') }}, '')
    end
{%- endmacro %}

{# A code of one or two digits without the leading zero or `.0` that some exports give it. #}
{% macro tidy_code(text) -%}
    case
        when length({{ text }}) = 1 then {{ text }}
        else cast({{ parse_count(text) }} as varchar)
    end
{%- endmacro %}

{# A whole number that is not negative, or null. #}
{% macro parse_count(text) -%}
    case
        when {{ regex_fits(text, '\\s*[0-9]{1,9}([.,]0+)?\\s*') }}
            then try_cast(split_part(replace(trim({{ text }}), ',', '.'), '.', 1) as integer)
    end
{%- endmacro %}

{# A number from a decile list, null outside 1 to 10. #}
{% macro parse_decile(text) -%}
    case when {{ parse_count(text) }} between 1 and 10 then {{ parse_count(text) }} end
{%- endmacro %}

{# A key that this project gave out and that comes back, without what spreadsheets put around it. #}
{% macro returned_key(text) -%}
    nullif(lower({{ without_blanks(text) }}), '')
{%- endmacro %}

{#
    An id of this project as people write it: lower case, words joined by `_`. With a question
    mark it is none.
#}
{% macro spelt_as_id(text) -%}
    {%- set joined = regex_replace('lower(' ~ text ~ ')', '[^a-z0-9?]+', '_') -%}
    nullif({{ regex_replace(joined, '^_|_$', '') }}, '')
{%- endmacro %}
