{# The column of a source table that tells something of whom its rows are about, by the seed. #}
{% macro column_that_tells(what) -%}
    max(column_name) filter (where tells = '{{ what }}')
{%- endmacro %}

{# The digits of a number as written; null when it cannot be anybody's. #}
{% macro number_told(text) -%}
    {%- set digits = with_lost_zero(bare_digits(without_blanks(text))) -%}
    case
        when {{ regex_fits(digits, '[0-9]{14,16}') }} and not {{ is_placeholder(digits) }}
            then {{ digits }}
    end
{%- endmacro %}
