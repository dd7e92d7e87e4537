{# Which region codes a source writes, as a text literal; declared in dbt_project.yml. #}
{% macro region_scheme(source_name) -%}
    '{{ var("region_scheme")[source_name] }}'
{%- endmacro %}

{# A region code without dots, blanks or the `.0` of a float. #}
{% macro tidy_region_code(text) -%}
    case
        when length({{ text }}) in (4, 6, 7, 10) and {{ regex_fits(text, '[0-9]+') }}
            then {{ text }}
        else nullif({{ regex_replace(text, '[.,]0$|[^0-9]', '') }}, '')
    end
{%- endmacro %}

{# The letters of a kelurahan name, without "kelurahan" before it. #}
{% macro region_name_key(text) -%}
    {{ regex_replace(
        'upper(' ~ text ~ ')', '^\\s*(KELURAHAN|KEL)([. ]+|$)|[^A-Z]', ''
    ) }}
{%- endmacro %}

{# Every name of a kelurahan that a list writes, with the drop that it came in. #}
{% macro all_written_places() -%}
    {%- set written = [] -%}
    {%- for source_name, table_name, column in contract_places() -%}
        {%- set table = source(source_name, table_name) -%}
        {%- do written.append('select batch_date, ' ~ column ~ ' as written_name from ' ~ table) -%}
    {%- endfor -%}
    {{ written | join('\n    union distinct\n    ') }}
{%- endmacro %}

{# The province that a region code begins with, null where there is none of that code. #}
{% macro known_province(code) -%}
    case
        when left({{ code }}, 2) in (select province_code from {{ ref('province_code') }})
            then left({{ code }}, 2)
    end
{%- endmacro %}

{# The province of the first column with a region code; provinces are the same in both schemes. #}
{% macro province_of() -%}
    coalesce(
        {%- for column in varargs %}
        case
            when length({{ tidy_region_code(column) }}) in (4, 6, 7, 10)
                then {{ known_province(tidy_region_code(column)) }}
        end{{ ',' if not loop.last }}
        {%- endfor %}
    )
{%- endmacro %}
