{# The steps of identify(): each is an expression over the columns of the steps before. #}

{# Nearly every row is 16 plain digits, perhaps with the `.0` of a float, and skips the rest. #}
{% macro number_is_plain(name, column) -%}
    coalesce({{ regex_fits(column, '[0-9]{16}([.,]0)?') }}, false)
{%- endmacro %}

{# The first step: what was written, without blanks; null where the cell is a plain number. #}
{% macro number_text(name, column) -%}
    case when not {{ name }}_is_plain then {{ without_blanks(column) }} end
{%- endmacro %}

{# The next step: its digits, with nothing beside them. #}
{% macro number_bare(name, column) -%}
    case
        when {{ name }}_is_plain then left({{ column }}, 16)
        else {{ bare_digits(name ~ '_text') }}
    end
{%- endmacro %}

{# The next step: with the zero that a spreadsheet took off its beginning. #}
{% macro number_digits(name, column) -%}
    {{ with_lost_zero(name ~ '_bare') }}
{%- endmacro %}

{# Whether all sixteen digits are there. #}
{% macro number_is_whole(name, column) -%}
    case
        when {{ name }}_is_plain then true
        else coalesce({{ regex_fits(name ~ '_digits', '[0-9]{16}') }}, false)
    end
{%- endmacro %}

{# The day of the date inside the number; a woman's NIK has 40 added. #}
{% macro number_day(name, column) -%}
    case when {{ name }}_is_whole then cast(substr({{ name }}_digits, 7, 2) as integer) end
{%- endmacro %}

{# How the digits had to be read; `plain` when they stood there as they should. #}
{% macro number_form(name, column) -%}
    case
        when {{ column }} is null or {{ name }}_text = '' then 'missing'
        when {{ name }}_is_plain and length({{ column }}) = 16
            then case when {{ is_listed(column, 'number_cells') }} then 'float' else 'plain' end
        when {{ name }}_is_plain then 'float'
        when {{ is_scientific(name ~ '_text') }} then 'scientific'
        when length({{ name }}_bare) < length({{ name }}_digits) then 'lost_zero'
        when {{ has_decimal_zeros(name ~ '_text') }} then 'float'
        when {{ regex_found(name ~ '_text', '[OIL]') }} then 'letters'
        else 'stripped'
    end
{%- endmacro %}

{# Why the number cannot be one; null when its structure holds. #}
{% macro number_fault(name, column) -%}
    case
        when {{ name }}_is_whole and {{ is_zeroed(name, column) }} then 'zeroed'
        when {{ name }}_is_whole and {{ has_number_structure(name) }} then null
        when {{ name }}_form in ('missing', 'scientific') then {{ name }}_form
        when {{ is_placeholder(name ~ '_digits') }} then 'placeholder'
        when not {{ regex_fits(name ~ '_digits', '[0-9]+') }} then 'malformed'
        when length({{ name }}_bare) < 16 then 'truncated'
        else 'malformed'
    end
{%- endmacro %}

{# The date inside the number as the whole number ddmmyy, without a woman's 40. #}
{% macro number_date(name, column) -%}
    case
        when {{ name }}_fault is null
            then
                cast(substr({{ name }}_digits, 7, 6) as integer)
                - case when {{ name }}_day > 40 then 400000 else 0 end
    end
{%- endmacro %}

{# A date as the whole number ddmmyy, to set beside number_date. #}
{% macro date_digits(day) -%}
    (day({{ day }}) * 10000 + month({{ day }}) * 100 + year({{ day }}) % 100)
{%- endmacro %}

{# True when a comma-separated list of column names holds this one. #}
{% macro is_listed(column, list) -%}
    coalesce(',' || {{ list }} || ',' like '%,{{ column }},%', false)
{%- endmacro %}

{#
    True when the sixteenth digit is lost. A spreadsheet number keeps 15 and makes the next 0;
    one that begins with 0 has no more than 15. A float above 2^53, which is 9.007 * 10^15, is
    rounded to an even number.
#}
{% macro is_zeroed(name, column) -%}
    (
        (
            right({{ name }}_digits, 1) = '0'
            and left({{ name }}_digits, 1) != '0'
            and (
                {{ is_listed(column, 'number_cells') }}
                or {{ is_listed(column, 'zeroed_columns') }}
                or coalesce({{ has_thousands(name ~ '_text') }}, false)
            )
        )
        or (
            {{ name }}_form = 'float'
            and {{ name }}_digits > '9008'
            and right({{ name }}_digits, 1) in ('0', '2', '4', '6', '8')
        )
    )
{%- endmacro %}

{#
    Province, a real date and a serial. Only years divisible by four can hold 29 February:
    with two digits that is right until 2100, since 00 is the leap year 2000.
#}
{% macro has_number_structure(name) -%}
    {%- set digits = name ~ '_digits' -%}
    (
        left({{ digits }}, 2) in (select province_code from {{ ref('province_code') }})
        and right({{ digits }}, 4) != '0000'
        and {{ digits }} != repeat('1', 16)
        and {{ name }}_day % 40 between 1 and case
            when substr({{ digits }}, 9, 2) in ('01', '03', '05', '07', '08', '10', '12')
                then 31
            when substr({{ digits }}, 9, 2) in ('04', '06', '09', '11') then 30
            when substr({{ digits }}, 9, 2) != '02' then 0
            when cast(substr({{ digits }}, 11, 2) as integer) % 4 = 0 then 29
            else 28
        end
        and {{ name }}_day between 1 and 71
    )
{%- endmacro %}

{# Numbers that people type when they have none. #}
{% macro is_placeholder(digits) -%}
    (
        {{ digits }} = repeat(left({{ digits }}, 1), length({{ digits }}))
        or {{ digits }} = '12345678' || '90123456'
        or {{ regex_fits(digits, '[0-9]{6}0101[0-9]{2}0000') }}
    )
{%- endmacro %}
