{# Upper case, without blanks of any kind, apostrophes and quotation marks. #}
{% macro without_blanks(text) -%}
    upper({{ regex_replace(
        text,
        '[\\s\\x{27}"`\\x{A0}\\x{200B}-\\x{200F}\\x{2018}\\x{2019}\\x{202F}\\x{2060}\\x{FEFF}]',
        ''
    ) }})
{%- endmacro %}

{# True for a number in scientific notation, such as 3.17E+15; takes a text without blanks. #}
{% macro is_scientific(text) -%}
    {{ regex_fits(text, '[0-9]+([.,][0-9]+)?E[+]?[0-9]+') }}
{%- endmacro %}

{#
    The digits meant by a text without blanks: no decimal zeros, dots, commas, dashes; letters
    O, I and l read as digits when nothing else but digits stands beside them.
#}
{% macro bare_digits(text) -%}
    {%- set whole -%}
        case
            when {{ regex_fits(text, '[0-9OIL]{15,16}[.,]0{1,4}') }}
                then {{ regex_replace(text, '[.,]0{1,4}$', '') }}
            else {{ regex_replace(text, '[.,/_-]', '') }}
        end
    {%- endset -%}
    case
        when {{ regex_fits(text, '[0-9OIL.,/_-]+') }}
            then translate({{ whole }}, 'OIL', '011')
        else {{ text }}
    end
{%- endmacro %}

{# The digits with the leading zero back that an old Jakarta NIK (09) loses as a number. #}
{% macro with_lost_zero(digits) -%}
    case
        when
            length({{ digits }}) = 15
            and {{ regex_fits(
                digits,
                '9[0-9]{4}([04][1-9]|[1256][0-9]|[37][01])(0[1-9]|1[0-2])[0-9]{6}'
            ) }}
            then '0' || {{ digits }}
        else {{ digits }}
    end
{%- endmacro %}
