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

{#
    What is left of a kelurahan name when spelling is set aside: no blanks, no marks, no
    "kelurahan" before it, doubled letters single.
#}
{% macro region_name_key(text) -%}
    {%- set bare = regex_replace('upper(' ~ text ~ ')', '^\\s*(KELURAHAN|KEL)[. ]+|[^A-Z]', '') -%}
    {%- set letters = namespace(sql=bare) -%}
    {%- for letter in 'ABCDEFGHIJKLMNOPQRSTUVWXYZ' -%}
        {%- set letters.sql = "replace(" ~ letters.sql ~ ", '" ~ letter ~ letter ~ "', '" ~ letter ~ "')" -%}
    {%- endfor -%}
    {{ letters.sql }}
{%- endmacro %}
