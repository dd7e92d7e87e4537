{#
    The period a row is for, as `yyyy-<number>`: what the row itself says where that can be
    read, else what the name of its file says.
#}
{% macro period_key(written) -%}
    coalesce({{ written_period(written) }}, snapshot_key)
{%- endmacro %}

{# What the row itself says of its period, as `yyyy-<number>`, where that can be read. #}
{% macro written_period(written) -%}
    case
        when {{ regex_fits(written, '20[0-9]{2}-(0?[1-9]|1[0-2])') }} then {{ written }}
        when {{ written }} is not null
            then {{ with_value(period_year_first(written), 'found', numbered_period('found')) }}
    end
{%- endmacro %}

{#
    The other forms in which periods arrive, read from the top; takes upper case. A month may
    have its name, a stage its word or a Roman number.
#}
{% macro period_forms() -%}
    {%- set year, month, name = '(20[0-9]{2})(?:[.]0)?', '(0?[1-9]|1[0-2])', '([A-Z]{3,9})' -%}
    {%- set stage = '-[ ]*(?:TAHAP|TRIWULAN|TW)?[ .]*' -%}
    {{- return([
        (year ~ '[-/. ]' ~ month, '\\1-\\2'),
        (year ~ '(0[1-9]|1[0-2])', '\\1-\\2'),
        (month ~ '[-/. ]' ~ year, '\\2-\\1'),
        (year ~ '-' ~ month ~ '-[0-3][0-9](?: 00:00:00)?', '\\1-\\2'),
        (name ~ '[-/., ]*' ~ year, '\\2-\\1'),
        (year ~ '[-/., ]+' ~ name, '\\1-\\2'),
        (year ~ stage ~ month ~ '(?:[.]0)?', '\\1-\\2'),
        (year ~ stage ~ 'IV', '\\1-4'),
        (year ~ stage ~ 'III', '\\1-3'),
        (year ~ stage ~ 'II', '\\1-2'),
        (year ~ stage ~ 'I', '\\1-1'),
    ]) -}}
{%- endmacro %}

{# A period written again with the year first; what fits no form stays as it is. #}
{% macro period_year_first(written) -%}
    {%- set steps = namespace(text=with_single_blanks(written)) -%}
    {%- for pattern, form in period_forms() -%}
        {%- set steps.text = regex_replace(steps.text, '^' ~ pattern ~ '$', form) -%}
    {%- endfor -%}
    {{ steps.text }}
{%- endmacro %}

{# What period_year_first() wrote, with the number of a month for its name; null for any other. #}
{% macro numbered_period(found) -%}
    case
        when {{ regex_fits(found, '20[0-9]{2}-(0?[1-9]|1[0-2]|[A-Z]{3,9})') }}
            then left({{ found }}, 5) || {{ month_number('substr(' ~ found ~ ', 6)') }}
    end
{%- endmacro %}

{# The same, where the list has such a period; takes rows joined by join_period(). #}
{% macro known_period(written) -%}
    case when {{ written_period(written) }} is not null then list_period.period_number end
{%- endmacro %}

{# The number of a period within its year, `1` for a programme with one list a year. #}
{% macro period_number(key) -%}
    coalesce(nullif(lower(ltrim(substr({{ key }}, 6), '0')), ''), '1')
{%- endmacro %}

{# First day of a period; takes rows joined to list_period. #}
{% macro period_starts_on(key, period='list_period') -%}
    {{ add_months(
        "try_cast(left(" ~ key ~ ", 4) || '-01-01' as date)", period ~ '.starts_month - 1'
    ) }}
{%- endmacro %}

{# The day after the last day of a period. #}
{% macro period_ends_on(key, period='list_period') -%}
    {{ add_months(
        "try_cast(left(" ~ key ~ ", 4) || '-01-01' as date)",
        period ~ '.starts_month + ' ~ period ~ '.months - 1'
    ) }}
{%- endmacro %}
