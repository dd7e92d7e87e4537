{# A code or word in upper case without blanks around it, for looking it up. #}
{% macro tidy_word(text) -%}
    upper(trim({{ text }}))
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
