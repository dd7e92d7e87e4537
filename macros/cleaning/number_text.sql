{#
    Upper case, with the digits and dashes of a keyboard, without blanks of any kind, signs that
    cannot be seen, apostrophes, quotation marks and the = that spreadsheets put before them.
#}
{% macro without_blanks(text) -%}
    {%- set bare = regex_replace(
        text,
        '[\\s\\p{Z}\\p{Cc}\\p{Cf}\\x{27}"`=\\x{B4}\\x{2018}-\\x{201F}\\x{2032}]',
        ''
    ) -%}
    upper({{ keyboard_signs(bare) }})
{%- endmacro %}

{# A text with the digits, dashes and marks of a keyboard for those of other scripts and widths. #}
{% macro keyboard_signs(text) -%}
    translate(
        {{ text }},
        '０１２３４５６７８９٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹‐‑‒–—―−－／．，',
        '012345678901234567890123456789--------/.,'
    )
{%- endmacro %}

{#
    A text in upper case with keyboard_signs(), and one blank for blanks, apostrophes, quotation marks
    and =.
#}
{% macro with_single_blanks(text) -%}
    upper(trim({{ regex_replace(keyboard_signs(text), '[\\s\\p{Z}\\p{Cf}\\x{27}"=]+', ' ') }}))
{%- endmacro %}

{# True for a number in scientific notation, such as 3.17E+15; takes a text without blanks. #}
{% macro is_scientific(text) -%}
    {{ regex_fits(text, '[0-9]+([.,][0-9]*)?E[+]?[0-9]+([.,]0+)?') }}
{%- endmacro %}

{# True for 16 digits that a spreadsheet shows with marks between thousands; so it is a number. #}
{% macro has_thousands(text) -%}
    {{ regex_fits(
        text, '[0-9]([.][0-9]{3}){5}(,0+)?|[0-9](,[0-9]{3}){5}([.]0+)?'
    ) }}
{%- endmacro %}

{# True where a whole number has decimals: 123.0, or 1.234,00 with marks between thousands. #}
{% macro has_decimal_zeros(text) -%}
    {{ regex_fits(
        text,
        '[0-9OIL]+[.,]0+|[0-9]{1,3}([.][0-9]{3})+,0+|[0-9]{1,3}(,[0-9]{3})+[.]0+'
    ) }}
{%- endmacro %}

{#
    The digits meant by a text without blanks: no decimal zeros, dots, commas, dashes; letters
    O, I and l read as digits when nothing else but digits stands beside them.
#}
{% macro bare_digits(text) -%}
    {%- set whole -%}
        case
            when {{ has_decimal_zeros(text) }} then {{ regex_replace(text, '[.,]0+$', '') }}
            else {{ text }}
        end
    {%- endset -%}
    case
        when {{ regex_fits(text, '[0-9OIL.,/_-]+') }}
            then translate({{ regex_replace(whole, '[.,/_-]', '') }}, 'OIL', '011')
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
