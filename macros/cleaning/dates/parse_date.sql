{#
    A date from any of the forms that arrive; date_forms() lists them. What is no day, or no day
    from `from` to `to`, is null: 1900-01-01 stands for "unknown".
    A two-digit year is the latest one not after that of `pivot`: births look back from the drop
    the row is in, ends may lie ahead of it.
    `turned` tells where the month stands before the day; see turned_date().
#}
{% macro parse_date(
    text, pivot='batch_date', from="date '1900-01-02'", to="date '9999-12-31'", turned=none
) -%}
    {%- set day_first = turned ~ ' is null and ' if turned else '' -%}
    {%- set is_plain = 'length(' ~ text ~ ') = 10 and left(' ~ text ~ ", 1) <= '9'" -%}
    {{ value_between(
        "case
            when " ~ is_plain ~ " and substr(" ~ text ~ ", 5, 1) = '-'
                then try_cast(" ~ text ~ " as date)
            when
                " ~ day_first ~ is_plain ~ "
                and substr(" ~ text ~ ", 3, 1) in ('/', '-', '.')
                and substr(" ~ text ~ ", 6, 1) in ('/', '-', '.')
                then try_cast(
                    substr(" ~ text ~ ", 7, 4) || '-' || substr(" ~ text ~ ", 4, 2)
                    || '-' || left(" ~ text ~ ", 2) as date
                )
            when " ~ text ~ " is not null then " ~ parse_rare_date(text, pivot, turned) ~ "
        end",
        add_days(from, -1), add_days('least(' ~ to ~ ", date '9999-12-31')", 1)
    ) }}
{%- endmacro %}

{# The same for the forms that are rare. #}
{% macro parse_rare_date(text, pivot, turned=none) -%}
    {%- set tidy = turned_date(tidy_date(text), turned) if turned else tidy_date(text) -%}
    case
        when {{ is_instant(text) }} then {{ day_of_instant(text) }}
        else {{ with_value(year_first(tidy), 'found', day_of_parts('found', pivot)) }}
    end
{%- endmacro %}

{# The day of a text that year_first() wrote; null for any other. #}
{% macro day_of_parts(found, pivot) -%}
    {%- set rest -%}
        '-' || {{ month_number("split_part(" ~ found ~ ", '-', 2)") }}
        || '-' || split_part({{ found }}, '-', 3)
    {%- endset -%}
    case
        when {{ regex_fits(found, '#[0-9]+') }} then {{ serial_day('substr(' ~ found ~ ', 2)') }}
        when {{ regex_fits(found, '~[0-9]{2}-.*') }}
            then try_cast({{ full_year('substr(' ~ found ~ ', 2, 2)', pivot) }} || {{ rest }} as date)
        when {{ regex_fits(found, '[0-9]{4}-[0-9A-Z]+-[0-9]{1,2}') }}
            then try_cast(left({{ found }}, 4) || {{ rest }} as date)
    end
{%- endmacro %}

{# The day of a spreadsheet serial; day 1 was the last of 1899, and 1900 had a 29 February. #}
{% macro serial_day(text) -%}
    {{ add_days("date '1899-12-30'", 'cast(' ~ text ~ ' as integer)') }}
{%- endmacro %}

{# Four digits of a year from two: the latest such year not after that of the pivot. #}
{% macro full_year(year, pivot) -%}
    case
        when 2000 + cast({{ year }} as integer) <= year({{ pivot }}) then '20'
        else '19'
    end || {{ year }}
{%- endmacro %}

{#
    The number of a month written in digits, Indonesian or English, long or short. Its first
    three letters are looked up in rows of twelve; fewer may be those of two months.
#}
{% macro month_number(month) -%}
    {%- set rows = '|JAN|FEB|MAR|APR|MEI|JUN|JUL|AGU|SEP|OKT|NOV|DES'
        ~ '|JAN|PEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOP|DEC'
        ~ '|JAN|FEB|MAR|APR|MEI|JUN|JUL|AGS|SEP|OKT|NOV|DES'
        ~ '|JAN|FEB|MAR|APR|MEI|JUN|JUL|AGT|SEP|OKT|NOV|DES' -%}
    case
        when {{ month }} between '0' and '9~' then {{ month }}
        when length({{ month }}) < 3 then null
        else cast(
            {{ divide_whole(
                "nullif(instr('" ~ rows ~ "', '|' || left(" ~ month ~ ", 3)), 0) - 1", 4
            ) }} % 12 + 1 as varchar
        )
    end
{%- endmacro %}

{# A birth date: a date that is not after the drop it arrived in. #}
{% macro parse_birth_date(text, turned=none) -%}
    {{ parse_date(text, to='batch_date', turned=turned) }}
{%- endmacro %}

{#
    True for a date whose year was written with two digits only. Most dates end in four digits or
    begin with them, and are spared the look at their form.
#}
{% macro has_two_digit_year(text) -%}
    (
        not (length({{ text }}) = 10 and substr({{ text }}, 5, 1) = '-')
        and left(right(trim({{ text }}), 3), 1) not between '0' and '9'
        and left({{ year_first(tidy_date(text)) }}, 1) = '~'
    )
{%- endmacro %}
