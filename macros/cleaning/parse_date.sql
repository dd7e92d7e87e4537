{#
    A date from any of the forms that arrive: 2010-05-12 (also with a time), 12/05/2010,
    12-05-2010, 12.05.2010, 12 Mei 2010, two-digit years, spreadsheet serials of five digits.
    Impossible dates and 1900-01-01, which stands for "unknown", are null.
    A two-digit year is the latest one not after `pivot`, by default the drop the row is in.
#}
{% macro parse_date(text, pivot='batch_date') -%}
    nullif(
        try_cast(
            case
                when substr({{ text }}, 5, 1) in ('-', '/')
                    then replace(left({{ text }}, 10), '/', '-')
                when
                    length({{ text }}) = 10
                    and substr({{ text }}, 3, 1) in ('/', '-', '.')
                    and substr({{ text }}, 6, 1) in ('/', '-', '.')
                    then
                        substr({{ text }}, 7, 4) || '-' || substr({{ text }}, 4, 2)
                        || '-' || left({{ text }}, 2)
                else {{ parse_rare_date(text, pivot) }}
            end as date
        ),
        date '1900-01-01'
    )
{%- endmacro %}

{#
    The same for the rare forms, as the text yyyy-mm-dd. The order of the branches lets each
    row do little: a spreadsheet serial, a four-digit year last, a two-digit year last.
#}
{% macro parse_rare_date(text, pivot) -%}
    {%- set tidy = one_space("trim(translate(" ~ text ~ ", '/.,-' || chr(160), '     '))") -%}
    {%- set day = "split_part(" ~ tidy ~ ", ' ', 1)" -%}
    {%- set month = "split_part(" ~ tidy ~ ", ' ', 2)" -%}
    {%- set year = "split_part(" ~ tidy ~ ", ' ', 3)" -%}
    case
        when {{ regex_fits(text, '[0-9]{5}') }}
            then cast({{ serial_day(text) }} as varchar)
        when {{ regex_fits(tidy, '[0-9]{4} [0-9]{1,2} [0-9]{1,2}') }}
            then replace({{ tidy }}, ' ', '-')
        when {{ regex_fits(tidy, '[0-9]{1,2} [0-9A-Za-z]+ [0-9]{2}( [0-9:]+)?') }}
            then
                {{ full_year(year, pivot) }} || '-' || {{ month_number(month) }}
                || '-' || {{ day }}
        when {{ regex_fits(tidy, '[0-9]{1,2} [0-9A-Za-z]+ [0-9]{4}( [0-9:]+)?') }}
            then {{ year }} || '-' || {{ month_number(month) }} || '-' || {{ day }}
    end
{%- endmacro %}

{# With up to four blanks in a row made one. #}
{% macro one_space(text) -%}
    replace(replace({{ text }}, '  ', ' '), '  ', ' ')
{%- endmacro %}

{# The day of a spreadsheet serial; day 1 was the last of 1899, and 1900 had a 29 February. #}
{% macro serial_day(text) -%}
    {{ add_days("date '1899-12-30'", 'cast(' ~ text ~ ' as integer)') }}
{%- endmacro %}

{# Four digits of a year from two: the latest such year not after the pivot. #}
{% macro full_year(year, pivot) -%}
    case
        when 2000 + try_cast({{ year }} as integer) <= year({{ pivot }}) then '20' || {{ year }}
        else '19' || {{ year }}
    end
{%- endmacro %}

{#
    The number of a month written in digits, Indonesian or English, long or short. Its first
    three letters are looked up in rows of twelve; fewer may be those of two months.
#}
{% macro month_number(month) -%}
    {%- set rows = '|jan|feb|mar|apr|mei|jun|jul|agu|sep|okt|nov|des'
        ~ '|jan|peb|mar|apr|may|jun|jul|aug|sep|oct|nop|dec'
        ~ '|jan|feb|mar|apr|mei|jun|jul|ags|sep|okt|nov|des'
        ~ '|jan|feb|mar|apr|mei|jun|jul|agt|sep|okt|nov|des' -%}
    case
        when {{ month }} between '0' and '9~' then {{ month }}
        when length({{ month }}) < 3 then null
        else cast(
            {{ divide_whole(
                "nullif(instr('" ~ rows ~ "', '|' || lower(left(" ~ month ~ ", 3))), 0) - 1", 4
            ) }} % 12 + 1 as varchar
        )
    end
{%- endmacro %}

{# A birth date: a date that is not after the drop it arrived in. #}
{% macro parse_birth_date(text) -%}
    case
        when {{ parse_date(text) }} between date '1900-01-02' and batch_date
            then {{ parse_date(text) }}
    end
{%- endmacro %}

{# True for a date whose year was written with two digits only. #}
{% macro has_two_digit_year(text) -%}
    (
        length({{ text }}) < 10
        and {{ regex_fits(text, '[0-9]{1,2}[ /.-][0-9A-Za-z]+[ /.-][0-9]{2}') }}
    )
{%- endmacro %}
