{# The notes of a row as one comma-separated text; null when there are none. #}
{% macro notes(expressions) -%}
    nullif(concat_ws(
        ',',
        reading_note,
        {{ expressions | join(',\n        ') }}
    ), '')
{%- endmacro %}

{# Says what was done to a number, or why it is not used. #}
{% macro number_note(name) -%}
    case
        when {{ name }}_status not in ('valid', 'missing')
            then '{{ name }}_' || {{ name }}_status
    end
{%- endmacro %}

{# Says that something was written which could not be read: {written: typed, ...}. #}
{% macro unread_note(note, columns) -%}
    case
        when
            {%- for written, typed in columns.items() %}
            {{ 'or ' if not loop.first }}(
                {{ typed }} is null
                and {{ written }} is not null
                and trim({{ written }}) not in ('', '-', '0')
            )
            {%- endfor %}
            then '{{ note }}'
    end
{%- endmacro %}

{# Says that the century of a date was not written. #}
{% macro two_digit_year_note(columns) -%}
    case
        when
            {%- for written in columns %}
            {{ 'or ' if not loop.first }}{{ has_two_digit_year(written) }}
            {%- endfor %}
            then 'two_digit_year'
    end
{%- endmacro %}

{# Says that the day inside the NIK speaks of the other sex (a woman's has 40 added). #}
{% macro sex_note(name, sex='sex') -%}
    case
        when
            {{ name }}_status in ('valid', 'repaired', 'float')
            and (
                ({{ sex }} = 'female' and {{ name }}_day <= 31)
                or ({{ sex }} = 'male' and {{ name }}_day > 31)
            )
            then 'sex_conflict'
    end
{%- endmacro %}
