{# The pieces of a text between separators, one row each. #}
{% macro split_rows(text, separator) %}
    {{- return(adapter.dispatch('split_rows', 'selaras')(text, separator)) -}}
{% endmacro %}

{% macro default__split_rows(text, separator) -%}
    unnest(string_split({{ text }}, '{{ separator }}'))
{%- endmacro %}

{% macro spark__split_rows(text, separator) -%}
    explode(split({{ text }}, '{{ separator }}'))
{%- endmacro %}

{#
    The rows of a group as the text of a JSON array of objects, in the order of what they say.
    `columns` are the keys of an object, each with its expression; Spark leaves out what is null.
#}
{% macro json_rows(columns) %}
    {{- return(adapter.dispatch('json_rows', 'selaras')(columns)) -}}
{% endmacro %}

{% macro default__json_rows(columns) -%}
    cast(to_json(list_sort(list({
        {%- for key, column in columns.items() %}'{{ key }}': {{ column }}{{ ', ' if not loop.last }}{% endfor -%}
    }))) as varchar)
{%- endmacro %}

{% macro spark__json_rows(columns) -%}
    to_json(sort_array(collect_list(named_struct(
        {%- for key, column in columns.items() %}'{{ key }}', {{ column }}{{ ', ' if not loop.last }}{% endfor -%}
    ))))
{%- endmacro %}

{# The objects of such a text as structs of texts, one row each. #}
{% macro rows_of_json(text, keys) %}
    {{- return(adapter.dispatch('rows_of_json', 'selaras')(text, keys)) -}}
{% endmacro %}

{% macro default__rows_of_json(text, keys) -%}
    unnest(from_json({{ text }}, '[{"{{ keys | join('":"VARCHAR","') }}":"VARCHAR"}]'))
{%- endmacro %}

{% macro spark__rows_of_json(text, keys) -%}
    explode(from_json({{ text }}, 'array<struct<{{ keys | join(':string,') }}:string>>'))
{%- endmacro %}
