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

{# The same for the rare forms, as the text yyyy-mm-dd. #}
{% macro parse_rare_date(text, pivot) -%}
    {%- set tidy = "trim(" ~ regex_replace(text, '[\\s\\x{A0}/.,-]+', '-') ~ ", '-')" -%}
    {%- set day = "split_part(" ~ tidy ~ ", '-', 1)" -%}
    {%- set month = "split_part(" ~ tidy ~ ", '-', 2)" -%}
    {%- set year = "split_part(" ~ tidy ~ ", '-', 3)" -%}
    case
        when {{ regex_fits(text, '[0-9]{5}') }}
            then cast({{ add_days("date '1899-12-30'", 'cast(' ~ text ~ ' as integer)') }} as varchar)
        when {{ regex_fits(tidy, '[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(-[0-9:]+)?') }}
            then {{ day }} || '-' || {{ month }} || '-' || {{ year }}
        when {{ regex_fits(tidy, '[0-9]{1,2}-[0-9A-Za-z]+-([0-9]{2}|[0-9]{4})(-[0-9:]+)?') }}
            then
                {{ full_year(year, pivot) }} || '-' || {{ month_number(month) }}
                || '-' || {{ day }}
    end
{%- endmacro %}

{# Four digits of a year from two or four. #}
{% macro full_year(year, pivot) -%}
    case
        when length({{ year }}) = 4 then {{ year }}
        when 2000 + try_cast({{ year }} as integer) <= year({{ pivot }}) then '20' || {{ year }}
        else '19' || {{ year }}
    end
{%- endmacro %}

{# The number of a month written in digits, Indonesian or English, long or short. #}
{% macro month_number(month) -%}
    case lower(left({{ month }}, 3))
        when 'jan' then '01'
        when 'feb' then '02'
        when 'peb' then '02'
        when 'mar' then '03'
        when 'apr' then '04'
        when 'mei' then '05'
        when 'may' then '05'
        when 'jun' then '06'
        when 'jul' then '07'
        when 'agu' then '08'
        when 'ags' then '08'
        when 'agt' then '08'
        when 'aug' then '08'
        when 'sep' then '09'
        when 'okt' then '10'
        when 'oct' then '10'
        when 'nov' then '11'
        when 'nop' then '11'
        when 'des' then '12'
        when 'dec' then '12'
        else {{ month }}
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
