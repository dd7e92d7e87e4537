{#
    The period a row is for, as `yyyy-<number>`: what the row itself says where that can be
    read, else what the name of its file says.
#}
{% macro period_key(written) -%}
    coalesce({{ written_period(written) }}, snapshot_key)
{%- endmacro %}

{# What the row itself says of its period, where that can be read. #}
{% macro written_period(written) -%}
    case
        when {{ regex_fits(written, '20[0-9]{2}-(0?[1-9]|1[0-2])') }} then {{ written }}
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
